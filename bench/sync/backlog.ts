/** A day's backlog drains while a counter works: how long that takes, and whether the counter notices. */
import { v7 } from 'uuid';
import { setTimeout as delay } from 'node:timers/promises';
import { type BenchLine, percentile, round } from '../measure.ts';
import { sent, type Station, when } from './stations.ts';

const backlog = 5000;
const calls = 400;
/** Between two calls of a busy counter in this bench, ms; a person needs minutes. */
const everyMs = 40;
const drainGoalSeconds = 60;
const comesMeanwhile = 20;
/** Announcements of this bench are history by the time that a counter works: hundreds at once would make the office's own state larger than any is. */
export const shownForMs = 1000;

/** Rounds of ticket, call and end at one counter. @returns how long each call of the next visitor took, ms. */
async function work(station: Station, counterId: string, serviceId: string, goesOn: (done: number) => boolean): Promise<readonly number[]> {
  const took: number[] = [];
  while (goesOn(took.length)) {
    await station.done('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: null });
    const started = performance.now();
    const { ticketId } = await station.done('queue.callNext', { counterId });
    took.push(performance.now() - started);
    await station.done('queue.markNoShow', { counterId, ticketId });
    await delay(everyMs);
  }
  return took;
}

export async function drain(station: Station): Promise<readonly BenchLine[]> {
  const { services, counters } = station.host.engine.states.office;
  const [counter] = counters;
  const serviceId = services.find(({ id }) => counter?.serviceIds.includes(id))?.id ?? '';
  if (counter === undefined) throw new Error('the office has no counter');
  await station.done('queue.openDay', {});
  await station.done('queue.openCounter', { counterId: counter.id });
  await sent(station);
  // Half before and half after: the day's queue grows meanwhile.
  const rest = () => work(station, counter.id, serviceId, (done) => done < calls / 2);
  const before = await rest();
  station.hold();
  const { db, vault } = station.host.services;
  for (const file of [db, vault.db]) file.pragma('synchronous = OFF');
  for (let n = 0; n < backlog; n += 1)
    await station.done('floor.broadcast', {
      broadcastId: v7(),
      text: { id: `${n}`, en: `${n}` },
      surfaces: ['board'],
      until: Date.now() + shownForMs,
    });
  for (const file of [db, vault.db]) file.pragma('synchronous = FULL');
  station.release();
  station.host.services.central.retry();
  const started = performance.now();
  let drained = Number.POSITIVE_INFINITY;
  // The counter goes on writing: drained is what waited, not what comes.
  const isDrained = () => station.host.services.central.standing().waiting.events <= comesMeanwhile;
  const draining = when(station, isDrained).then(() => (drained = (performance.now() - started) / 1000));
  const busy = await work(station, counter.id, serviceId, (done) => drained === Number.POSITIVE_INFINITY || done < calls / 4);
  await draining;
  await sent(station);
  const idle = [...before, ...(await rest())];
  const [p99, idleP99] = [percentile(busy, 0.99), percentile(idle, 0.99)];
  return [
    {
      bench: 'sync.backlog',
      value: round(drained),
      unit: 's',
      n: backlog,
      goal: `≤ ${drainGoalSeconds} s for ${backlog} events`,
      ok: drained <= drainGoalSeconds,
    },
    {
      bench: 'sync.callNext',
      p50_ms: round(percentile(busy, 0.5)),
      p99_ms: round(p99),
      floor_p50_ms: round(percentile(idle, 0.5)),
      floor_p99_ms: round(idleP99),
      ratio: round(p99 / idleP99),
      n: busy.length,
      goal: 'p99 while it drains ≤ 1.2× p99 with nothing to send',
      ok: p99 <= 1.2 * idleP99,
    },
  ];
}
