import type { Timers } from '../ports.ts';

/** `fetch` hands a request over to the system so many turns of the event loop after it was asked (measured: one or two). */
const turns = 3;

/** Lets a request leave that was just asked for; work without a pause would keep it here, and the server idle. */
export async function letLeave(timers: Pick<Timers, 'yield'>): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await timers.yield();
}
