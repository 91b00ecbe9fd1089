/** The conformance suite of a transport: every implementation must behave alike under the real router and host. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { v7 } from 'uuid';
import { WebSocket, WebSocketServer } from 'ws';
import { createLink, type Link } from '../../electron/host/lan/link.ts';
import type { SecureConnection } from '../../electron/host/lan/network/network.ts';
import { createSystemPorts } from '../../electron/host/ports.ts';
import { memoryTransportPair, type PortLike, portTransport, webSocketTransport } from '../../electron/host/rpc/transports.ts';
import { createRpcClient } from '../../shared/rpc/client.ts';
import type { Transport } from '../../shared/rpc/protocol.ts';
import { demoPin } from '../../electron/host/demo.ts';
import { staffIdOf, startDemoHost } from '../fixtures/demoOffice.ts';
import { startTestHost, type TestHost } from '../fixtures/testHost.ts';

/** Opens both ends of one connection. */
type Opener = () => Promise<readonly [near: Transport, far: Transport]>;

const webSockets = createWebSocketOpener();
const transports: Readonly<Record<string, Opener>> = {
  'in memory': () => Promise.resolve(memoryTransportPair()),
  MessagePort: () => {
    const { port1, port2 } = new MessageChannel();
    return Promise.resolve([portTransport(port1 as PortLike), portTransport(port2 as PortLike)] as const);
  },
  WebSocket: webSockets.open,
  'a channel between stations': openStationChannel,
};

/** Both ends of one channel of a link, over real TLS. */
async function openStationChannel() {
  const ports = createSystemPorts();
  const [here, there] = await Promise.all([ports.lan.makeIdentity(), ports.lan.makeIdentity()]);
  let take = (_connection: SecureConnection) => {};
  const accepted = new Promise<SecureConnection>((resolve) => {
    take = resolve;
  });
  const server = await ports.lan.listen({ identity: there, port: 0, accepts: (peer) => peer === here.fingerprint, onConnection: take });
  const dialled = await ports.lan.dial({
    identity: here,
    to: { host: '127.0.0.1', port: server.port },
    purpose: 'link',
    accepts: (peer) => peer === there.fingerprint,
  });
  server.close();
  const link = (connection: SecureConnection): Link =>
    createLink({ connection, ports, ownPort: null, onMessage() {}, onBeat() {}, onEnd() {} });
  const channel = (end: Link) => new Promise<Transport>((resolve) => end.open('office', resolve));
  return Promise.all([channel(link(dialled)), channel(link(await accepted))]);
}

let running: TestHost;
beforeAll(async () => {
  running = await startTestHost();
});
afterAll(async () => {
  await running.end();
  await webSockets.close();
});

describe.each(Object.entries(transports))('transport: %s', (_name, open) => {
  const connected = async () => {
    const [near, far] = await open();
    onTestFinished(() => near.close());
    return [near, far] as const;
  };
  const clientOn = async () => {
    const [near, far] = await connected();
    running.host.router.serve(far, 'staff');
    const client = createRpcClient();
    void client.attach(near);
    return { client, near, far };
  };

  it('delivers messages whole, in order, in both directions', async () => {
    const [near, far] = await connected();
    const sent = Array.from({ length: 500 }, (_, n) => ({ n, text: 'Ü — 😀 '.repeat(n % 7) }));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      const got = collect(to, sent.length);
      for (const message of sent) from.send(message);
      expect(await got).toEqual(sent);
    }
  });

  it('carries a large message intact', async () => {
    const [near, far] = await connected();
    const got = collect(far, 1);
    near.send({ text: 'a'.repeat(500_000) });
    expect(await got).toEqual([{ text: 'a'.repeat(500_000) }]);
  });

  it('tells both ends of the close; a message after it is dropped without an error', async () => {
    const [near, far] = await open();
    near.onMessage(() => {});
    far.onMessage(() => {});
    const closes = Promise.all([closed(near), closed(far)]);
    near.close();
    await closes;
    expect(() => {
      near.send({ late: true });
      far.send({ late: true });
    }).not.toThrow();
  });

  it('answers each call once and to the right caller, however many are under way', async () => {
    const { client } = await clientOn();
    const calls = Array.from({ length: 100 }, (_, n) =>
      n % 2 === 0 ? client.query('access.state', {}) : client.query('office.profile', {}),
    );
    const replies = await Promise.all(calls);
    expect(replies.every((reply) => reply.kind === 'done')).toBe(true);
    expect(replies.map((reply) => reply.kind === 'done' && 'setUp' in reply.output)).toEqual(calls.map((_, n) => n % 2 === 0));
    expect(client.unanswered).toBe(0);
  });

  it.each(['nothing.here', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'queue.rollOver'])(
    'denies %s, which is not for a window',
    async (method) => {
      const { near, far } = await clientOn();
      const got = collect(near, 1);
      near.send({ t: 'call', n: 7, method, input: {}, commandId: v7() });
      const [message] = (await got) as [{ n: number; answer: { kind: string; failure: { type: string } } }];
      expect(message.n).toBe(7);
      expect(message.answer.kind).toBe('failed');
      expect(['unknownMethod', 'forbidden']).toContain(message.answer.failure.type);
      far.close();
    },
  );

  it.each([
    ['nothing', undefined],
    ['text', 'call'],
    ['another message', { t: 'answer', n: 1 }],
    ['a foreign field', { t: 'call', n: 1, method: 'access.state', input: {}, more: 1 }],
    ['a negative number', { t: 'call', n: -1, method: 'access.state', input: {} }],
  ])('closes the connection on a message outside the protocol: %s', async (_kind, message) => {
    const { near } = await clientOn();
    const gone = closed(near);
    near.send(message ?? null);
    await gone;
    expect(running.host.router.connections.size).toBeGreaterThanOrEqual(0);
  });

  it('repeats unanswered commands on a new connection under the same id: one effect, one answer', async () => {
    const lost = await connected();
    const client = createRpcClient();
    void client.attach(lost[0]);
    // The host never sees this end: the command is under way when the cable is pulled.
    const reply = client.command('access.resume', { token: 'x'.repeat(43) });
    lost[0].close();
    const [near, far] = await connected();
    running.host.router.serve(far, 'staff');
    void client.attach(near);
    expect(await reply).toEqual({ kind: 'refused', refusal: { type: 'sessionEnded' } });
    expect(client.unanswered).toBe(0);
  });
});

it('says who is at the window before it repeats what was not answered', async () => {
  const [near, far] = memoryTransportPair();
  const got = collect(far, 3);
  const client = createRpcClient();
  void client.query('office.profile', {});
  void client.attach(near, async (send) => {
    void client.query('access.state', {});
    await send('access.resume', { token: 'x'.repeat(43) });
  });
  const methods: string[] = [];
  far.onMessage((message) => {
    const { n, method } = message as { n: number; method: string };
    methods.push(method);
    if (method === 'access.resume') far.send({ t: 'answer', n, answer: { kind: 'refused', refusal: { type: 'sessionEnded' } } });
  });
  await got;
  expect(methods).toEqual(['access.resume', 'office.profile', 'access.state']);
});

it('does not repeat an introduction of a connection that was lost, and tells it', async () => {
  const [near] = memoryTransportPair();
  const client = createRpcClient();
  const attached = client.attach(near, async (send) => {
    const reply = send('access.resume', { token: 'x'.repeat(43) });
    near.close();
    expect((await reply).kind).toBe('failed');
  });
  expect(await attached).toBe(false);
  expect(client.unanswered).toBe(0);
});

function collect(transport: Transport, count: number): Promise<unknown[]> {
  return new Promise((resolve) => {
    const got: unknown[] = [];
    transport.onMessage((message) => {
      got.push(message);
      if (got.length === count) resolve(got);
    });
  });
}

const closed = (transport: Transport) => new Promise<void>((resolve) => void transport.onClose(resolve));

function createWebSocketOpener(): { open: Opener; close(): Promise<void> } {
  let server: Server | null = null;
  let sockets: WebSocketServer | null = null;
  const listen = () =>
    new Promise<number>((resolve) => {
      const listening = server ?? createServer().listen(0, '127.0.0.1');
      const tell = () => resolve((listening.address() as AddressInfo).port);
      if (listening.listening) tell();
      else listening.once('listening', tell);
      server = listening;
      sockets ??= new WebSocketServer({ server: listening });
    });
  return {
    async open() {
      const port = await listen();
      const accepted = new Promise<Transport>(
        (resolve) => void sockets?.once('connection', (socket) => resolve(webSocketTransport(socket))),
      );
      const socket = new WebSocket(`ws://127.0.0.1:${port}`);
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return [webSocketTransport(socket), await accepted];
    },
    close: () =>
      new Promise((resolve) => {
        sockets?.close();
        if (server === null) resolve();
        else server.close(() => resolve());
      }),
  };
}

it('answers a command before it pushes what its commit changed', async () => {
  const demo = await startDemoHost();
  onTestFinished(() => demo.end());
  const window = demo.window('staff');
  const [near, far] = memoryTransportPair();
  demo.host.router.serve(far, 'staff');
  const staffId = staffIdOf(demo, 'pengawas');
  const told: string[] = [];
  const done = new Promise<void>((resolve) => {
    near.onMessage((message) => {
      const { t, n } = message as { t: string; n?: number };
      if (n === 1) near.send({ t: 'call', n: 2, method: 'queue.openDay', input: {}, commandId: v7() });
      if (n === 2 || (t === 'changed' && told.length > 0)) told.push(t);
      if (told.length === 2) resolve();
    });
  });
  const heardElsewhere = new Promise<readonly string[]>((resolve) => {
    window.client.onChanged((topics) => {
      if (topics.includes('queue')) resolve(topics);
    });
  });
  near.send({ t: 'call', n: 1, method: 'access.logIn', input: { staffId, secret: demoPin }, commandId: v7() });
  await done;
  expect(told).toEqual(['answer', 'changed']);
  expect(await heardElsewhere).toContain('queue');
});
