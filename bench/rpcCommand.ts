import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { RpcClient } from '../shared/rpc/client.ts';
import type { CommandMethod, Input, Output } from '../shared/rpc/contract.ts';
import { demoPin } from '../electron/host/demo.ts';
import { type BenchLine, percentile, round } from './measure.ts';
import { startProgram } from './program.ts';
import { clientOn, openBrowser } from './windows.ts';

const goalMs = 10;
const rounds = 1000;

/** Command to answer over the WebSocket of browser mode, another process on the other end: issue, call, serve, finish. */
export default async function rpcCommand(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const program = await startProgram(directory, '--demo');
  const open = await openBrowser(program.url);
  const client = clientOn(await open());
  const samples = await visits(client);
  await program.end();
  rmSync(directory, { recursive: true });
  const p99 = percentile(samples, 0.99);
  return [
    {
      bench: 'rpc.command',
      p50_ms: round(percentile(samples, 0.5)),
      p99_ms: round(p99),
      n: samples.length,
      goal: `p99 ≤ ${goalMs} ms`,
      ok: p99 <= goalMs,
    },
  ];
}

async function visits(client: RpcClient): Promise<readonly number[]> {
  const samples: number[] = [];
  const send = sender(client, (ms) => samples.push(ms));
  const desk = await openCounter(client, send);
  samples.length = 0;
  for (let i = 0; i < rounds / 4; i += 1) await visit(send, desk, i);
  return samples;
}

/** Sends commands that must succeed and tells how long each took. */
export const sender =
  (client: RpcClient, onSample: (ms: number) => void): Send =>
  async (method, input) => {
    const started = performance.now();
    const reply = await client.command(method, input);
    onSample(performance.now() - started);
    if (reply.kind !== 'done') throw new Error(`${method}: ${JSON.stringify(reply)}`);
    return reply.output;
  };

/** Four commands: somebody comes, is called, served and done. */
export async function visit(send: Send, { counterId, serviceId }: Desk, n: number): Promise<void> {
  await send('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: n % 5 === 0 ? 'lansia' : null });
  const { ticketId } = await send('queue.callNext', { counterId });
  await send('queue.startServing', { counterId, ticketId });
  await send('queue.finish', { counterId, ticketId });
}

interface Desk {
  readonly counterId: string;
  readonly serviceId: string;
}

export type Send = <M extends CommandMethod>(method: M, input: Input<M>) => Promise<Output<M>>;

export async function openCounter(client: RpcClient, send: Send): Promise<Desk> {
  const names = await client.query('access.staffNames', {});
  const administrator = names.kind === 'done' ? names.output.find(({ name }) => name === 'Ratna Admin') : undefined;
  await send('access.logIn', { staffId: administrator?.id ?? '', secret: demoPin });
  await send('office.saveHours', []);
  await send('queue.openDay', {});
  const configuration = await client.query('office.configuration', {});
  const counter = configuration.kind === 'done' ? configuration.output.counters[0] : undefined;
  if (counter === undefined) throw new Error('the demo office has counters');
  await send('queue.openCounter', { counterId: counter.id });
  return { counterId: counter.id, serviceId: counter.serviceIds[0] ?? '' };
}
