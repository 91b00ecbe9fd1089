import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { WebSocket } from 'ws';
import { assertSameClock } from './board.ts';
import { now, until } from './clock.ts';
import type { RelayMessage, RelayPorts } from './relay.ts';

/** What any program would take for the same way on this computer, beside the same load; of what was sent since then. */
export interface Floor {
  /** From a window over three processes, two TLS links between them, to a bare page that asks and paints; ms. */
  painted(since: number): Promise<readonly number[]>;
  /** From a window over two processes and back, ms. */
  answered(since: number): readonly number[];
  end(): Promise<void>;
}

const everyMs = 500;

export async function startFloor(browser: Browser): Promise<Floor> {
  const children: ChildProcess[] = [];
  const hop = async (next?: number): Promise<RelayPorts> => {
    const child = fork(join(import.meta.dirname, 'relay.ts'), next === undefined ? [] : [String(next)]);
    children.push(child);
    const [ports] = (await once(child, 'message')) as [RelayPorts];
    return ports;
  };
  const third = await hop();
  const second = await hop(third.tls);
  const first = await hop(second.tls);

  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await assertSameClock(page);
  const painted = await page.evaluateHandle(notePaints, `ws://127.0.0.1:${third.windows}`);
  const socket = new WebSocket(`ws://127.0.0.1:${first.windows}`);
  await once(socket, 'open');

  const sentAt = new Map<number, number>();
  const answered = new Map<number, number>();
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as RelayMessage;
    if (message.t === 'answer') answered.set(message.n, now());
  });
  const took = (ends: Iterable<readonly [number, number]>, since: number) =>
    [...ends].flatMap(([n, at]) => {
      const sent = sentAt.get(n);
      return sent === undefined || sent < since ? [] : at - sent;
    });
  const ending = new AbortController();
  const probe = async () => {
    const begun = now();
    for (let n = 1; !ending.signal.aborted; n += 1) {
      await until(begun + (n + Math.random()) * everyMs);
      sentAt.set(n, now());
      socket.send(JSON.stringify({ t: 'probe', n } satisfies RelayMessage));
    }
  };
  const probing = probe();
  return {
    answered: (since) => took(answered, since),
    painted: async (since) => took(await painted.evaluate((all) => [...all]), since),
    async end() {
      ending.abort();
      await probing;
      socket.close();
      await page.close();
      for (const child of children) child.disconnect();
    },
  };
}

/** Runs in the page: asks at every push, shows the answer, and notes when its frame had been painted. */
function notePaints(address: string): Map<number, number> {
  const painted = new Map<number, number>();
  const socket = new WebSocket(address);
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as RelayMessage;
    if (message.t === 'changed') socket.send('{"t":"ask"}');
    if (message.t !== 'answer') return;
    document.body.textContent = String(message.n);
    requestAnimationFrame(() => {
      const frame = new MessageChannel();
      frame.port1.addEventListener('message', () => painted.set(message.n, performance.timeOrigin + performance.now()));
      frame.port1.start();
      frame.port2.postMessage(null);
    });
  });
  return painted;
}
