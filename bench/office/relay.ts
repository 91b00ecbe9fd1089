/**
 * A bare hop, in a process of its own as a station is: `node relay.ts [PORT]`. What comes in, from a window or over TLS from the
 * hop before, goes on over TLS to PORT. The last hop tells its windows that something changed; they ask, and get it.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { dialTls, listenTls, makeIdentity } from '../../electron/host/lan/network/tls.ts';
import type { SecureConnection } from '../../electron/host/lan/network/network.ts';

/** `answer` goes back to whoever sent the probe, from the second hop, where a lead would decide. */
export type RelayMessage = { readonly t: 'probe' | 'answer'; readonly n: number } | { readonly t: 'changed' | 'ask' };

/** What the hop tells the process that started it. */
export interface RelayPorts {
  readonly tls: number;
  readonly windows: number;
}

const identity = await makeIdentity();
const [nextPort] = process.argv.slice(2).map(Number);
const windows = new WebSocketServer({ host: '127.0.0.1', port: 0 });
await once(windows, 'listening');

const sendTo = (message: RelayMessage) => (socket: WebSocket) => socket.send(JSON.stringify(message));
const next =
  nextPort === undefined
    ? null
    : await dialTls({ identity, to: { host: '127.0.0.1', port: nextPort }, purpose: 'link', accepts: () => true });
let last = 0;

next?.transport.onMessage((message) => {
  for (const window of windows.clients) sendTo(message as RelayMessage)(window);
});
windows.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as RelayMessage;
    if (message.t === 'ask') sendTo({ t: 'answer', n: last })(socket);
    else next?.transport.send(message);
  });
});
const onConnection = ({ transport }: SecureConnection) =>
  transport.onMessage((data) => {
    const message = data as RelayMessage;
    if (message.t !== 'probe') return;
    last = message.n;
    if (next === null) for (const window of windows.clients) sendTo({ t: 'changed' })(window);
    else {
      next.transport.send(message);
      transport.send({ t: 'answer', n: message.n } satisfies RelayMessage);
    }
  });
const { port } = await listenTls({ identity, port: 0, accepts: () => true, onConnection });
process.send?.({ tls: port, windows: (windows.address() as AddressInfo).port } satisfies RelayPorts);
process.once('disconnect', () => process.exit(0));
