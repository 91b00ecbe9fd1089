import { describe, expect, it } from 'vitest';
import { createJobQueue, longestWaitMs, type QueuedJob } from '../../../electron/host/printing/jobQueue.ts';
import type { Sending, Sent } from '../../../electron/host/printing/tcpSender.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** A queue whose jobs the test ends by hand, with a log of what happened in order. */
function given() {
  const ports = createTestPorts('2026-03-12T02:31:00Z');
  const log: string[] = [];
  const running = new Map<string, (sent: Sent) => void>();
  const queue = createJobQueue({
    clock: ports.clock,
    onEnd: (jobId, sent) => void log.push(`${jobId} ${sent.ok ? 'printed' : sent.failure}`),
    onRenderingError: (error) => void log.push(String(error)),
  });
  const start = (jobId: string) => (): Sending => {
    log.push(`${jobId} starts`);
    const { promise, resolve } = Promise.withResolvers<Sent>();
    running.set(jobId, resolve);
    return { sent: promise, abort: () => resolve({ ok: false, failure: 'interrupted' }) };
  };
  const add = (jobId: string, printerId = 'kiosk', change: Partial<QueuedJob> = {}) =>
    queue.add({ jobId, printerId, start: start(jobId), ...change });
  const end = async (jobId: string, sent: Sent = { ok: true }) => {
    running.get(jobId)?.(sent);
    await ports.timers.yield();
  };
  return { ports, log, queue, add, end };
}

describe('the queue of a printer', () => {
  it('sends one paper after another, in the order in which they came', async () => {
    const { add, end, log } = given();
    add('1');
    add('2');
    add('3');
    await end('1');
    await end('2');
    await end('3');
    add('4');
    expect(log).toEqual(['1 starts', '1 printed', '2 starts', '2 printed', '3 starts', '3 printed', '4 starts']);
  });

  it('goes on after a failure', async () => {
    const { add, end, log } = given();
    add('1');
    add('2');
    await end('1', { ok: false, failure: 'timeout' });
    expect(log).toEqual(['1 starts', '1 timeout', '2 starts']);
  });

  it('lets no printer wait for another', async () => {
    const { add, end, log } = given();
    add('1', 'kiosk');
    add('2', 'counter');
    await end('2');
    expect(log).toEqual(['1 starts', '2 starts', '2 printed']);
  });

  it('goes on after a paper that could not be made', async () => {
    const { add, log, ports } = given();
    add('1', 'kiosk', {
      start: () => {
        throw new Error('no such ticket');
      },
    });
    add('2');
    await ports.timers.yield();
    expect(log).toEqual(['Error: no such ticket', '1 rendering', '2 starts']);
  });

  it('does not print what waited too long: its reader has gone', async () => {
    const { add, end, log, ports } = given();
    add('1');
    add('2');
    ports.advance(longestWaitMs + 1);
    add('3');
    await end('1');
    expect(log).toEqual(['1 starts', '1 printed', '2 timeout', '3 starts']);
  });

  it('breaks off and reports nothing any more once it is closed', async () => {
    const { add, end, log, queue } = given();
    add('1');
    add('2');
    queue.close();
    await end('1');
    expect(log).toEqual(['1 starts']);
  });
});
