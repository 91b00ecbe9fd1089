import type { ComplaintPriority, Level } from './types.ts';

/**
 * mendesak, sedang, rendah from urgency and public impact (DOMAIN section 4): high with at least medium is urgent, low
 * with at most medium is low, the rest is medium.
 */
export function priorityOf(urgency: Level, impact: Level): ComplaintPriority {
  const weight = { low: 0, medium: 1, high: 2 } as const;
  const sum = weight[urgency] + weight[impact];
  if (sum >= 3) return 'urgent';
  return sum <= 1 ? 'low' : 'medium';
}
