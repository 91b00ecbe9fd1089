import type { VisitStep } from '../../../../shared/domain/queue/types.ts';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { Key } from '../../../i18n/id/index.ts';

export type PartOfDay = 'pagi' | 'siang' | 'sore';

/** Indonesian greetings by the wall clock: pagi until 11, siang until 15, then sore (an office is not open at night). */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 11) return 'pagi';
  return hour < 15 ? 'siang' : 'sore';
}

export interface Prompt {
  readonly key: Extract<Key, `counter.prompt.${string}`>;
  readonly n: number;
}

/** What the officer says at a step of the visit (DOMAIN section 2, verbatim in Indonesian). */
export function promptOf(step: VisitStep, duration: Service['duration'], hour: number): Prompt {
  const n = duration.value;
  switch (step) {
    case 'greet':
      return { key: `counter.prompt.greet.${partOfDay(hour)}`, n };
    case 'duration':
      return { key: `counter.prompt.duration.${duration.unit}`, n };
    case 'need':
    case 'check':
    case 'receipt':
    case 'close':
      return { key: `counter.prompt.${step}`, n };
  }
}
