import { useMemo } from 'react';
import type { BookFacts } from '../../../shared/domain/book/check.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useNow } from '../../ui/useNow.ts';

/** What the rows of a sheet are checked against, as the host will check them again; `null` until it is known. */
export function useBookFacts(view: Output<'book.sheet'> | undefined): BookFacts | null {
  const { data: office } = useHostQuery('office.configuration', {});
  const now = useNow(30_000);
  return useMemo(() => {
    if (office === undefined || view === undefined) return null;
    return {
      date: view.sheet.date,
      today: view.today,
      minuteNow: minuteIn(now, office.profile.zone),
      hours: office.hours,
      services: [...office.services, ...view.retired.services],
      counters: [...office.counters, ...view.retired.counters],
    };
  }, [office, view, now]);
}

/** Minutes since midnight on the wall clock of a zone. */
function minuteIn(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
