import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { type StationMessage, stationMessage, type WindowMessage } from '../shared/alarm/protocol.ts';
import { splitTransport } from '../shared/alarm/splitTransport.ts';
import type { Transport } from '../shared/rpc/protocol.ts';
import { type BenchLine, percentile, round } from './measure.ts';
import { startProgram } from './program.ts';
import { openCounter, sender, visit } from './rpcCommand.ts';
import { clientOn, openBrowser } from './windows.ts';

const goalMs = 1000;
const presses = 1000;

/**
 * From the press to the call at a receiver's window, journalled before: over the WebSocket of browser mode, while another
 * window issues, calls, serves and finishes tickets as fast as the host answers.
 */
export default async function alarm(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const program = await startProgram(directory, '--demo');
  const open = await openBrowser(program.url);
  const load = loadUntilEnd(await open());
  const presser = securityWindow(await open(), 'Sari');
  const receiver = securityWindow(await open(), 'Agus');
  const samples: number[] = [];
  for (let n = 0; n < presses; n += 1) samples.push(await pressAndSee(presser, receiver));
  const commands = await load.end();
  await program.end();
  rmSync(directory, { recursive: true });
  const p99 = percentile(samples, 0.99);
  return [
    {
      bench: 'alarm.press',
      p50_ms: round(percentile(samples, 0.5)),
      p99_ms: round(p99),
      n: samples.length,
      value: commands,
      unit: 'commands meanwhile',
      goal: `p99 ≤ ${goalMs} ms under load`,
      ok: p99 <= goalMs && commands >= presses,
    },
  ];
}

/** Visits one after the other until it is told to end. */
function loadUntilEnd(transport: Transport): { end(): Promise<number> } {
  const client = clientOn(splitTransport(transport).rpc);
  const ending = new AbortController();
  let commands = 0;
  const send = sender(client, () => {
    commands += 1;
  });
  const run = async () => {
    const desk = await openCounter(client, send);
    for (let n = 0; !ending.signal.aborted; n += 1) await visit(send, desk, n);
  };
  const running = run();
  return {
    async end() {
      ending.abort();
      await running;
      return commands;
    },
  };
}

interface SecurityWindow {
  readonly windowId: string;
  readonly person: { readonly name: string; readonly staffId: null };
  send(message: WindowMessage): void;
  /** Resolves with the first message that fits. */
  next(fits: (message: StationMessage) => boolean): Promise<void>;
}

function securityWindow(transport: Transport, name: string): SecurityWindow {
  const { alarm: half } = splitTransport(transport);
  const windowId = v7();
  const person = { name, staffId: null };
  const waiting = new Set<{ fits: (message: StationMessage) => boolean; resolve: () => void }>();
  const send = (message: WindowMessage) => half.send(message);
  half.onMessage((data) => {
    const message = stationMessage.parse(data);
    if (message.t === 'beat') return send({ t: 'beat' });
    for (const waiter of waiting) {
      if (!waiter.fits(message)) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  });
  send({ t: 'hello', windowId, person, roles: ['petugas'], place: { counterId: null, name }, guardPost: false });
  return {
    windowId,
    person,
    send,
    next: (fits) => new Promise((resolve) => void waiting.add({ fits, resolve })),
  };
}

/** Milliseconds from the press until the call is on disk and at the receiver; it is ended before the next one. */
async function pressAndSee(presser: SecurityWindow, receiver: SecurityWindow): Promise<number> {
  const alarmId = v7();
  const { windowId, person } = presser;
  const journalled = presser.next((message) => message.t === 'journalled' && message.alarmId === alarmId && message.onDisk);
  const seen = receiver.next((message) => message.t === 'state' && message.alarms.some((call) => call.alarmId === alarmId));
  const started = performance.now();
  presser.send({ t: 'press', alarmId, windowId, kind: 'help', place: { counterId: null, name: person.name }, by: person });
  await Promise.all([journalled, seen]);
  const took = performance.now() - started;
  const over = presser.next(
    (message) => message.t === 'state' && message.alarms.every((call) => call.alarmId !== alarmId || call.over !== null),
  );
  presser.send({ t: 'act', entryId: v7(), alarmId, act: 'ended', by: person, reason: 'diukur' });
  await over;
  return took;
}
