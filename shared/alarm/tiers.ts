import type { AlarmView, ReceiverView } from './protocol.ts';

/**
 * Whose turn it is: first the guards, then the supervisors too, then everybody and the outputs outside the office
 * (RELIABILITY 39). Every staff screen shows the call from the first moment; the tier says who is asked to go.
 */
export const tiers = [1, 2, 3] as const;
export type Tier = (typeof tiers)[number];

export function isAsked({ roles, guardPost }: Pick<ReceiverView, 'roles' | 'guardPost'>, tier: number): boolean {
  if (tier >= 3) return true;
  const isGuard = guardPost || roles.includes('keamanan');
  return tier === 2 ? isGuard || roles.includes('pengawas') : isGuard;
}

/** Whether a window keeps an alarm covert: the one where it was pressed, and others of the same counter. */
export const isCovert = (
  alarm: Pick<AlarmView, 'windowId' | 'place'>,
  window: { readonly windowId: string; readonly counterId: string | null },
): boolean => alarm.windowId === window.windowId || (alarm.place.counterId !== null && alarm.place.counterId === window.counterId);

/**
 * The tier that an unanswered alarm has reached after `elapsedMs`. A tier that nobody reachable belongs to is skipped at
 * once; a person who acknowledged stops it.
 * @param seconds after how many seconds the second and the third tier are asked.
 */
export function tierDue(
  alarm: AlarmView,
  elapsedMs: number,
  receivers: readonly Pick<ReceiverView, 'roles' | 'guardPost' | 'lostAt'>[],
  [second, third]: readonly [number, number],
): Tier {
  const byTime = elapsedMs >= third * 1000 ? 3 : elapsedMs >= second * 1000 ? 2 : 1;
  const reachable = receivers.filter(({ lostAt }) => lostAt === null);
  const first = tiers.find((tier) => reachable.some((receiver) => isAsked(receiver, tier))) ?? 3;
  return Math.max(alarm.tier, byTime, first) as Tier;
}
