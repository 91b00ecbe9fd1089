import type { KioskStep } from './kioskFlow.ts';

/** Without a touch for this long the kiosk belongs to the next visitor, seconds. */
const untouched = 30;
/** Long enough to take the paper; without paper long enough to photograph the number. */
const withTicket = 12;
const withoutTicket = 20;

/** Seconds without a touch until the kiosk starts over; `null` while a number is being taken. */
export function idleLimit(step: KioskStep): number | null {
  switch (step.at) {
    case 'issuing':
      return null;
    case 'issued':
      return step.paper === 'taken' ? withTicket : step.paper === 'none' ? withoutTicket : untouched;
    case 'start':
    case 'full':
    case 'ground':
    case 'refused':
    case 'failed':
      return untouched;
  }
}

const shownWithin = 10;

/** The countdown that the visitor sees: always beside a number, elsewhere in the last ten seconds. */
export function shownSeconds(step: KioskStep, left: number | null): number | null {
  if (left === null || step.at === 'start') return null;
  if (step.at === 'issued') return step.paper === 'printing' ? null : left;
  return left <= shownWithin ? left : null;
}
