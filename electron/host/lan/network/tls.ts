/**
 * Mutual TLS 1.3 between stations, one WebSocket inside. No authority signs anything: whoever is asked decides by the SHA-256
 * of the other end's certificate, in the handshake's own callback. TLS proves that the other end holds its key.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { WebSocket, WebSocketServer } from 'ws';
import { createSocketLimit } from '../../http/socketLimit.ts';
import { webSocketTransport } from '../../rpc/transports.ts';
import type { DialOptions, LanIdentity, LanServer, ListenOptions, Purpose, SecureConnection } from './network.ts';

const protocolOf: Readonly<Record<Purpose, string>> = { link: 'loket-link/1', join: 'loket-join/1' };
const purposeOf = (protocol: string | false | null): Purpose | null =>
  protocol === protocolOf.link ? 'link' : protocol === protocolOf.join ? 'join' : null;

/** The largest message between stations; a larger frame ends the connection. */
export const maxLinkFrameBytes = 4 * 1024 * 1024;
/** Of whoever knocks, before anything is known of him. */
const maxJoinFrameBytes = 16 * 1024;
const handshakeMs = 5000;
/** Strangers that keep connections open must not use this station up. */
const mostConnections = 256;

const fingerprintOfDer = (der: Uint8Array) => createHash('sha256').update(der).digest('hex');
export const fingerprintOf = (certificatePem: string): string => fingerprintOfDer(new X509Certificate(certificatePem).raw);

/** The names in it say nothing, and it does not run out: nothing but the registry decides whether it counts, and clocks may be wrong. */
export async function makeIdentity(): Promise<LanIdentity> {
  // Loaded only where a certificate is made: a station that stays alone never needs it.
  const { generate } = await import('selfsigned');
  const { cert, private: privateKey } = await generate([{ name: 'commonName', value: 'loket' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date('2020-01-01T00:00:00Z'),
    notAfterDate: new Date('2120-01-01T00:00:00Z'),
  });
  return { certificate: cert, privateKey, fingerprint: fingerprintOf(cert) };
}

const secured = ({ certificate, privateKey }: LanIdentity) =>
  // Both ends check the fingerprint themselves, so that no authority of the computer has a say.
  ({ cert: certificate, key: privateKey, minVersion: 'TLSv1.3', rejectUnauthorized: false }) as const;

/** Listens on all interfaces. @throws when the port is taken. */
export async function listenTls({ identity, port, accepts, onConnection }: ListenOptions): Promise<LanServer> {
  const http = createHttpServer();
  const webSockets = (maxPayload: number) => new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const sockets = { link: webSockets(maxLinkFrameBytes), join: webSockets(maxJoinFrameBytes) };
  /** Connections that are not yet handed on. */
  const early = new Set<TLSSocket>();
  const purposes = new WeakMap<object, Purpose>();
  const server = createServer(
    {
      ...secured(identity),
      requestCert: true,
      handshakeTimeout: handshakeMs,
      ALPNCallback: ({ protocols }) => protocols.find((protocol) => purposeOf(protocol) !== null),
    },
    (socket) => {
      socket.on('error', () => socket.destroy());
      const peer = peerOf(socket);
      const purpose = purposeOf(socket.alpnProtocol);
      if (peer === null || purpose === null || !accepts(peer, purpose)) return socket.destroy();
      early.add(socket);
      socket.once('close', () => early.delete(socket));
      socket.setTimeout(handshakeMs, () => socket.destroy());
      purposes.set(socket, purpose);
      http.emit('connection', socket);
    },
  );
  server.maxConnections = mostConnections;
  server.on('connection', createSocketLimit());
  // A handshake that fails is the other end's affair.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  http.on('request', (_request, response) => response.writeHead(404).end());
  http.on('clientError', (_error, socket) => socket.destroy());
  http.on('upgrade', (request, stream, head) => {
    const socket = stream as TLSSocket;
    const [peer, purpose] = [peerOf(socket), purposes.get(socket)];
    if (peer === null || purpose === undefined) return socket.destroy();
    early.delete(socket);
    socket.setTimeout(0);
    sockets[purpose].handleUpgrade(request, socket, head, (webSocket) => onConnection(connectionOn(webSocket, socket, peer), purpose));
  });
  await bind(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      closeQuietly(http);
      for (const socket of early) socket.destroy();
    },
  };
}

const closeQuietly = (http: HttpServer) => http.close(() => {});

function bind(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  const listen = (host: string) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.removeListener('error', reject);
        server.on('error', () => {});
        resolve();
      });
    });
  // A computer without IPv6 has no `::`.
  return listen('::').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL') return listen('0.0.0.0');
    throw error;
  });
}

/** Connects, checks the other end's certificate, and only then speaks. */
export function dialTls({ identity, to, purpose, accepts }: DialOptions): Promise<SecureConnection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...secured(identity), host: to.host, port: to.port, ALPNProtocols: [protocolOf[purpose]] });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(handshakeMs, () => fail(new Error('The station does not answer')));
    socket.on('error', fail);
    socket.once('close', () => reject(new Error('The station closed the connection')));
    socket.once('secureConnect', () => {
      const peer = peerOf(socket);
      if (peer === null || socket.alpnProtocol !== protocolOf[purpose] || !accepts(peer)) {
        return fail(new Error('The station at this address is another one'));
      }
      const webSocket = new WebSocket('ws://loket/', {
        createConnection: () => socket,
        perMessageDeflate: false,
        maxPayload: maxLinkFrameBytes,
        handshakeTimeout: handshakeMs,
      });
      webSocket.once('error', fail);
      webSocket.once('open', () => {
        socket.setTimeout(0);
        resolve(connectionOn(webSocket, socket, peer));
      });
    });
  });
}

function peerOf(socket: TLSSocket): string | null {
  const raw = socket.getPeerCertificate().raw as Buffer | undefined;
  return raw === undefined ? null : fingerprintOfDer(raw);
}

function connectionOn(webSocket: WebSocket, socket: TLSSocket, peer: string): SecureConnection {
  socket.setNoDelay(true);
  // What breaks is told by the close that follows.
  webSocket.on('error', () => webSocket.terminate());
  return {
    transport: webSocketTransport(webSocket),
    peer,
    host: (socket.remoteAddress ?? '').replace(/^::ffff:/u, ''),
    backlog: () => webSocket.bufferedAmount,
    cut: () => webSocket.terminate(),
  };
}
