import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import type { QueueNotice } from '../../ui/lead/useLead.ts';

/** Each notice as a sentence, with numbers and counters by name. */
export function useNoticeWords(): (notice: QueueNotice) => string {
  const { t } = useTranslation();
  const { data: counters } = useHostQuery('queue.counters', {});
  const { data: staff } = useHostQuery('access.staffNames', {});
  const counterName = (id: string) =>
    counters?.counters.find((counter) => counter.id === id)?.name ??
    t(counters === undefined ? 'common.loading' : 'lead.notices.oldCounter');
  const staffName = (id: string) =>
    staff?.find((member) => member.id === id)?.name ?? t(staff === undefined ? 'common.loading' : 'lead.notices.oldStaff');

  return (notice) => {
    const { kind, counterIds, status, statusThere } = notice;
    const numbers = notice.numbers.join(', ');
    const [here, there] = counterIds;
    const nowhere = t('lead.notices.nowhere');
    const words = {
      numbers,
      first: notice.numbers[0] ?? '',
      counter: here === undefined ? nowhere : counterName(here),
      // Both sides may have had it at the same counter.
      elsewhere: there === undefined ? (here === undefined ? nowhere : counterName(here)) : counterName(there),
      staff: notice.staffIds.map(staffName).join(', '),
      status: status === null ? '–' : t(`status.${status}`),
      statusThere: statusThere === null ? '–' : t(`status.${statusThere}`),
      what:
        numbers === '' && here === undefined
          ? ''
          : ` (${[numbers, ...counterIds.map(counterName)].filter((part) => part !== '').join(', ')})`,
    };
    // Without how it stands there, it was only called there, and waits for the office.
    return kind === 'conflictElsewhere' && statusThere === null ? t('lead.notice.conflictWaiting', words) : t(`lead.notice.${kind}`, words);
  };
}
