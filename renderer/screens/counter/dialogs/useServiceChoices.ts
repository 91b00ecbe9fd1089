import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { Choice } from './ChoiceGroup.tsx';

/** Every service that some counter takes, with how many wait there and whether anybody takes them now; `null` while asked. */
export function useServiceChoices(except?: string): readonly Choice<string>[] | null {
  const { t } = useTranslation();
  const language = useLanguage();
  // What the kiosk offers is what a visitor can be sent to.
  const { data } = useHostQuery('queue.kiosk', {});
  if (data === undefined) return null;
  const offered = data.services.filter(({ id }) => id !== except);
  return offered.map(({ id, prefix, title, queue }) => ({
    value: id,
    label: `${prefix} · ${title[language]}`,
    detail: queue.openCounters === 0 ? t('counter.transfer.noCounter') : t('counter.transfer.waiting', { n: queue.waiting }),
  }));
}
