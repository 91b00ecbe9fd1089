import { v7 } from 'uuid';
import type { CommandMethod, Input, Output } from '../../shared/rpc/contract.ts';
import { now, until } from './clock.ts';
import type { Desk, Station } from './startOffice.ts';

/** One command of an officer, from its press to its answer. */
export interface Given {
  readonly station: Station;
  readonly method: CommandMethod;
  readonly commandId: string;
  /** Times of `now`. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** A call: the number that the boards show. */
  readonly number: string | null;
  /** What it was answered instead of done. */
  readonly error: string | null;
}

export interface Load {
  readonly given: readonly Given[];
  /** Questions of the windows that were not answered, and connections that were lost. */
  otherErrors(): readonly string[];
  /** The officers of one station, or of all that still work, finish what they began. */
  stop(station?: Station): Promise<void>;
}

/** Each station sends one command a second, at any moment of it, until it is stopped; each window asks anew what it shows at every push. */
export function startLoad(stations: readonly Station[]): Load {
  const given: Given[] = [];
  const errors: string[] = [];
  const working = new Map(
    stations.map((station) => {
      const ending = new AbortController();
      const stopLooking = lookAtPushes(station, errors);
      const losses = station.desk.window.losses();
      const untilOver = async () => {
        await work(station, ending.signal, (one) => given.push(one));
        stopLooking();
        const lost = station.desk.window.losses() - losses;
        if (lost > 0) errors.push(`${station.name}: its window lost the connection ${lost} times`);
      };
      return [station, { ending, over: untilOver() }] as const;
    }),
  );
  return {
    given,
    otherErrors: () => errors,
    async stop(station) {
      const stopped = station === undefined ? [...working.values()] : [working.get(station)].filter((one) => one !== undefined);
      for (const { ending } of stopped) ending.abort();
      await Promise.all(stopped.map(({ over }) => over));
    },
  };
}

/** Visits without a pause, so that every process has met its work and has taken the memory that it needs for it. */
export async function warmUp(stations: readonly Station[], visitsEach: number): Promise<void> {
  await Promise.all(
    stations.map(async ({ desk }) => {
      for (let n = 0; n < visitsEach; n += 1) await visit(desk, n, desk.window.done);
    }),
  );
}

/** As a counter's screen does. @returns how to stop. */
function lookAtPushes({ name, desk: { window, counterId } }: Station, errors: string[]): () => void {
  const look = async () => {
    const reply = await window.client.query('queue.counterView', { counterId });
    if (reply.kind !== 'done') errors.push(`${name}: queue.counterView ${JSON.stringify(reply)}`);
  };
  return window.client.onChanged((topics) => {
    if (topics.includes('queue')) void look();
  });
}

async function work(station: Station, ending: AbortSignal, record: (given: Given) => void): Promise<void> {
  const begun = now();
  let second = 0;
  const send = async <M extends CommandMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    await until(begun + (second + Math.random()) * 1000);
    second += 1;
    const commandId = v7();
    const sentAt = now();
    const reply = await station.desk.window.client.command(method, input, commandId);
    const answeredAt = now();
    const number = reply.kind === 'done' && method === 'queue.callNext' ? (reply.output as Output<'queue.callNext'>).number : null;
    record({ station, method, commandId, sentAt, answeredAt, number, error: reply.kind === 'done' ? null : JSON.stringify(reply) });
    if (reply.kind !== 'done') throw new NotDoneError(method);
    return reply.output;
  };
  for (let n = 0; !ending.aborted; n += 1) {
    try {
      await visit(station.desk, n, send);
    } catch (error) {
      // It is recorded; the officer goes on with what her screen shows.
      if (!(error instanceof NotDoneError)) throw error;
      await sendAway(station.desk);
    }
  }
}

class NotDoneError extends Error {}

type Send = <M extends CommandMethod>(method: M, input: Input<M>) => Promise<Output<M>>;

/** Four seconds: somebody comes, is called, served and done. */
async function visit({ counterId, serviceIds }: Desk, n: number, send: Send): Promise<void> {
  const serviceId = serviceIds[n % serviceIds.length] ?? '';
  await send('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: n % 5 === 0 ? 'lansia' : null });
  const { ticketId } = await send('queue.callNext', { counterId });
  await send('queue.startServing', { counterId, ticketId });
  await send('queue.finish', { counterId, ticketId });
}

async function sendAway({ window, counterId }: Desk): Promise<void> {
  const view = await window.client.query('queue.counterView', { counterId });
  const ticketId = view.kind === 'done' ? view.output.current?.id : undefined;
  if (ticketId !== undefined) await window.client.command('queue.cancel', { ticketId, reason: 'other' });
}
