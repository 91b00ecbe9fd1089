import { z } from 'zod';
import { type CalmLevel, calmLevel } from '../../../../shared/domain/calm/types.ts';
import { incidentSource } from '../../../../shared/domain/incidents/types.ts';
import { id } from '../../../../shared/domain/values.ts';

/** A conflict that began at this counter and has not been closed with its two taps. */
const running = z.strictObject({
  incidentId: id,
  ticketId: id.nullable(),
  source: incidentSource.exclude(['alarm']),
  level: calmLevel,
});
export type Running = z.infer<typeof running> & { readonly level: CalmLevel };

const keyOf = (counterId: string) => `loket.calm.${counterId}`;

/** Kept in the window, so that a reload or a closed card goes on where it was. Nothing personal is in it. */
export function readRunning(counterId: string): Running | null {
  try {
    const stored = running.safeParse(JSON.parse(sessionStorage.getItem(keyOf(counterId)) ?? 'null'));
    return stored.success ? stored.data : null;
  } catch {
    // Written by something else.
    return null;
  }
}

export function keepRunning(counterId: string, value: Running | null): void {
  if (value === null) sessionStorage.removeItem(keyOf(counterId));
  else sessionStorage.setItem(keyOf(counterId), JSON.stringify(value));
}
