import { useMemo } from 'react';
import { type ComplaintClass, complaintClasses } from '../../../../../shared/domain/complaints/types.ts';
import { holidayDates } from '../../../../../shared/domain/time/workingDays.ts';
import { useHostQuery } from '../../../../api/useHostQuery.ts';
import { useNow } from '../../../../ui/useNow.ts';
import type { OfficeFacts } from './officeFacts.ts';
import { dateIn } from './times.ts';

const everyMinute = 60_000;

/** What the form knows about the office, kept fresh. */
export function useOfficeFacts(): OfficeFacts {
  const { data: office } = useHostQuery('office.configuration', {});
  const { data: rules } = useHostQuery('office.complaintRules', {});
  const zone = office?.profile?.zone;
  const today = dateIn(useNow(everyMinute), zone);
  const dueOf = useDueDates();
  return useMemo(
    () => ({
      name: office?.profile?.name ?? '',
      zone,
      today,
      holidays: holidayDates(office?.holidays ?? []),
      services: office?.services ?? [],
      categories: (rules?.categories ?? []).filter(({ active }) => active),
      units: (rules?.units ?? []).filter(({ active }) => active),
      dueOf,
    }),
    [office, rules, zone, today, dueOf],
  );
}

/** By when a complaint received now must be answered, for every class. */
function useDueDates(): OfficeFacts['dueOf'] {
  const informationRequest = useDueDate('informationRequest');
  const aspiration = useDueDate('aspiration');
  const ordinary = useDueDate('ordinary');
  const supervised = useDueDate('supervised');
  return useMemo(() => {
    const all: Readonly<Record<ComplaintClass, string | undefined>> = { informationRequest, aspiration, ordinary, supervised };
    const known = complaintClasses.flatMap((kind) => (all[kind] === undefined ? [] : [[kind, all[kind]] as const]));
    return Object.fromEntries(known);
  }, [informationRequest, aspiration, ordinary, supervised]);
}

function useDueDate(kind: ComplaintClass): string | undefined {
  const { data } = useHostQuery('complaint.deadlinesPreview', { class: kind });
  return data?.deadlines.find((deadline) => deadline.kind === 'answer')?.dueOn ?? data?.promise;
}
