import type { CounterView } from '../model/actions.ts';

/** Whether the desk can be worked at, and if not, what stands in the way. */
export type DeskState = 'working' | 'dayNotOpen' | 'closed' | 'taken' | 'break';

export function deskState({ day, counter }: CounterView, staffId: string, supervisor: boolean): DeskState {
  if (day.status !== 'open') return 'dayNotOpen';
  if (counter.status === 'closed') return 'closed';
  if (counter.staffId !== staffId && !supervisor) return 'taken';
  return counter.status === 'break' ? 'break' : 'working';
}
