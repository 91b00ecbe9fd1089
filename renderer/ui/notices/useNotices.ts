import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { asSentence, dateWords } from '../format.ts';
import { useLanguage } from '../useLanguage.ts';
import { useNow } from '../useNow.ts';

export interface NoticeLine {
  readonly id: string;
  readonly kind: 'broadcast' | 'disturbance';
  readonly words: string;
}

/** What this screen must say to everybody before it: texts from the floor until their end, and services that are disturbed. */
export function useNotices(): readonly NoticeLine[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(5000);
  const { data } = useHostQuery('floor.notices', {});
  if (data === undefined) return [];
  const broadcasts = data.broadcasts
    .filter(({ until }) => until > now)
    .map(({ broadcastId, text }) => ({
      id: broadcastId,
      kind: 'broadcast' as const,
      words: text[language] === '' ? text.id : text[language],
    }));
  const disturbances = data.disturbances.map(({ serviceId, title, note, promisedOn }) => {
    const promise = promisedOn === null ? '' : t('notice.promised', { date: dateWords(promisedOn, language) });
    const words = `${t('notice.disturbed.text', { service: title[language], note: asSentence(note) }).trim()} ${promise}`.trim();
    return { id: serviceId, kind: 'disturbance' as const, words };
  });
  return [...broadcasts, ...disturbances];
}
