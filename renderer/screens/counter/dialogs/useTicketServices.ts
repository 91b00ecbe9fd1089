import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { Choice } from './ChoiceGroup.tsx';

/**
 * Every service that a new ticket can be made for, with how many wait and whether today still has room; `null` while
 * asked. A full one can be chosen too: the host decides, and its refusal says how much time is left.
 */
export function useTicketServices(): readonly Choice<string>[] | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useHostQuery('queue.kiosk', {});
  if (data === undefined) return null;
  return data.services.map(({ id, prefix, title, queue }) => {
    const details = [t('counter.transfer.waiting', { n: queue.waiting })];
    if (queue.openCounters === 0) details.push(t('counter.transfer.noCounter'));
    const { capacity } = queue;
    const warning = capacity === 'free' ? {} : { warning: t(`counter.newTicket.capacity.${capacity}`) };
    return { value: id, label: `${prefix} · ${title[language]}`, detail: details.join(' · '), ...warning };
  });
}
