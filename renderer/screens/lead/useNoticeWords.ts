import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { timeWords } from '../../ui/format.ts';
import type { QueueNotice } from '../../ui/lead/useLead.ts';
import { useLanguage } from '../../ui/useLanguage.ts';

/** Each notice as a sentence, with numbers and counters by name. */
export function useNoticeWords(): (notice: QueueNotice) => string {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { data: counters } = useHostQuery('queue.counters', {});
  const { data: staff } = useHostQuery('access.staffNames', {});
  const counterName = (id: string) =>
    counters?.counters.find((counter) => counter.id === id)?.name ??
    t(counters === undefined ? 'common.loading' : 'lead.notices.oldCounter');
  const staffName = (id: string) =>
    staff?.find((member) => member.id === id)?.name ?? t(staff === undefined ? 'common.loading' : 'lead.notices.oldStaff');

  const changeWords = ({ what, name, staffId, at }: QueueNotice['changes'][number]) => {
    const key = `lead.change.${what}`;
    const words = i18n.exists(key) ? t(key as 'lead.change.counterSaved.v1', { name }).trim() : t('lead.change.other');
    const time = timeWords(at, language, zone);
    return staffId === null
      ? t('lead.change.bySystem', { what: words, time })
      : t('lead.change.by', { what: words, staff: staffName(staffId), time });
  };

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
      changes: notice.changes.map(changeWords).join('; '),
      what:
        numbers === '' && here === undefined
          ? ''
          : ` (${[numbers, ...counterIds.map(counterName)].filter((part) => part !== '').join(', ')})`,
    };
    // Without how it stands there, it was only called there, and waits for the office.
    return kind === 'conflictElsewhere' && statusThere === null ? t('lead.notice.conflictWaiting', words) : t(`lead.notice.${kind}`, words);
  };
}
