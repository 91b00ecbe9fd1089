import { describe, expect, test } from 'vitest';
import { createLink, type LinkParts } from '../../../electron/host/lan/link.ts';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** One end of a link, and the raw other end. */
function linked(backlog = () => 0) {
  const ports = createTestPorts('2026-11-23T01:00:00Z');
  const [near, far] = memoryTransportPair();
  const told: unknown[] = [];
  const got: unknown[] = [];
  let ends = 0;
  far.onMessage((message) => got.push(message));
  const parts: LinkParts = {
    connection: { transport: near, peer: '', host: '127.0.0.1', backlog, cut: () => near.close() },
    ports,
    ownPort: 4718,
    onMessage: (message) => told.push(message),
    onBeat() {},
    onEnd: () => {
      ends += 1;
    },
  };
  const link = createLink(parts);
  return { link, ports, far, told, got, ends: () => ends };
}
const now = Date.parse('2026-11-23T01:00:00Z');

describe('a link between stations', () => {
  test('says hello first, then beats; hears where the other end listens and how its clock stands', async () => {
    const { link, ports, far, told, got } = linked();
    far.send({ c: 'link', m: { t: 'hello', port: 5000, now: now + 400_000 } });
    await turn();
    ports.advance(2000);
    await turn();
    expect(got).toEqual([
      { c: 'link', m: { t: 'hello', port: 4718, now } },
      { c: 'link', m: { t: 'beat', now: now + 2000 } },
    ]);
    expect(told).toEqual([{ t: 'hello', port: 5000, now: now + 400_000 }]);
    expect(link.health.clockOffMs).toBe(400_000);
  });

  test('says where it listens again when it does so later than the link began', async () => {
    const { link, got } = linked();
    link.tellPort(4719);
    await turn();
    expect(got.at(-1)).toEqual({ c: 'link', m: { t: 'hello', port: 4719, now } });
  });

  test.each([
    ['text', 'hello'],
    ['no channel', { m: 1 }],
    ['a foreign field', { c: 'office', m: 1, more: 2 }],
    ['a strange channel', { c: '../x', m: 1 }],
    ['an unknown message', { c: 'link', m: { t: 'sudo' } }],
    ['a roster that is none', { c: 'link', m: { t: 'roster', roster: { leadId: 'x', stations: [] } } }],
    ['nothing', undefined],
  ])('is cut by %s', async (_what, message) => {
    const { far, ends } = linked();
    far.send(message);
    await turn();
    expect(ends()).toBe(1);
  });

  test('is cut when the other end is silent for six seconds, not before', async () => {
    const { ports, far, ends } = linked();
    for (let n = 0; n < 5; n += 1) {
      ports.advance(4000);
      far.send({ c: 'link', m: { t: 'beat', now } });
      await turn();
    }
    expect(ends()).toBe(0);
    ports.advance(6000);
    expect(ends()).toBe(0);
    ports.advance(2000);
    expect(ends()).toBe(1);
    ports.advance(60_000);
    expect(ends()).toBe(1);
  });

  test('is cut when the other end takes nothing any more', () => {
    let waiting = 0;
    const { ports, ends } = linked(() => waiting);
    waiting = 64 * 1024 * 1024;
    ports.advance(2000);
    expect(ends()).toBe(1);
  });

  test('a channel opens when both ends want it, in either order; nothing is lost and nothing else gets through', async () => {
    const { link, far, got } = linked();
    const opened: Transport[] = [];
    link.open('office', (transport) => opened.push(transport));
    far.send({ c: 'office', m: 'too early' });
    await turn();
    expect(opened).toEqual([]);
    far.send({ c: 'link', m: { t: 'open', channel: 'office' } });
    far.send({ c: 'link', m: { t: 'open', channel: 'later' } });
    await turn();
    link.open('later', (transport) => opened.push(transport));
    expect(opened).toHaveLength(2);
    const heard: unknown[] = [];
    opened[0]?.onMessage((message) => heard.push(message));
    far.send({ c: 'office', m: { n: 1 } });
    far.send({ c: 'other', m: { n: 2 } });
    opened[1]?.send({ n: 3 });
    await turn();
    expect(heard).toEqual([{ n: 1 }]);
    expect(got).toContainEqual({ c: 'later', m: { n: 3 } });
  });

  test('a flood of channels is cut', async () => {
    const { far, ends } = linked();
    for (let n = 0; n < 30; n += 1) far.send({ c: 'link', m: { t: 'open', channel: `c${'x'.repeat(n % 20)}` } });
    await turn();
    expect(ends()).toBe(1);
  });

  test('an end tells every channel, once; what is sent afterwards is dropped', async () => {
    const { link, far, got } = linked();
    let closes = 0;
    let channel: Transport | undefined;
    link.open('office', (transport) => {
      channel = transport;
      transport.onClose(() => {
        closes += 1;
      });
    });
    far.send({ c: 'link', m: { t: 'open', channel: 'office' } });
    await turn();
    channel?.close();
    link.cut();
    const before = got.length;
    channel?.send({ late: true });
    await turn();
    expect([closes, got.length]).toEqual([1, before]);
  });
});
