/**
 * Browser mode's server: the renderer and the contract over one loopback port. It starts before the host is ready, so
 * that a start shows its progress instead of a page that does not load, and the security call waits for nothing.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { contentSecurityPolicy } from '../../../shared/csp.ts';
import { type Surface, surfaces } from '../../../shared/rpc/roles.ts';
import type { Ports } from '../ports.ts';
import type { Host } from '../startHost.ts';
import { webSocketTransport } from '../rpc/transports.ts';
import { surfacePaths } from '../../../shared/rpc/surfacePaths.ts';
import type { PageSource } from './pages.ts';
import { end, isOwnRequest, listen, PortTakenError, protect, refuseUpgrade, requestUrl, serverLimits } from './parts.ts';
import { needsStartUrlPage, preparingPage } from './plainPages.ts';
import { cookieLifetimeSeconds, createWindowAccess, type WindowAccess } from './windowAccess.ts';

export interface HttpServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly pages: PageSource;
  /** Signs the window cookie. */
  readonly windowKey: Uint8Array;
  readonly ports: Ports;
  readonly log: Logger;
}

export interface HttpServer {
  readonly port: number;
  readonly server: Server;
  /** A URL with a one-time token that opens a window on the surface. */
  startUrl(surface: Surface): string;
  /** From now on windows are served by this; those of a former one are closed and come again. Before, a page asks to wait. */
  serve(host: WindowHost): void;
  close(): Promise<void>;
}

/** What of a running host the server works with. */
export type WindowHost = Pick<Host, 'serve'>;

export { PortTakenError };

/** No message of the contract comes near this; a larger frame closes the connection. */
const maxFrameBytes = 1024 * 1024;

/** Listens on 127.0.0.1. @throws PortTakenError */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { pages, ports, log } = options;
  const server = createServer(serverLimits);
  const port = await listen(server, '127.0.0.1', options.port);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const access = createWindowAccess(options.windowKey, port, ports);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  let host: WindowHost | null = null;

  server.on('request', (request, response) => {
    const nonce = Buffer.from(ports.random.bytes(16)).toString('base64');
    protect(response, pages.strict ? contentSecurityPolicy({ styleNonce: nonce }) : null);
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    if (!isOwnRequest(request, hosts, false)) return end(response, 403, 'text/plain', 'Forbidden');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'text/plain', 'Method not allowed');
    const url = requestUrl(request);
    if (url === null) return end(response, 400, 'text/plain', 'Bad request');
    const token = url.searchParams.get('token');
    if (token !== null) return openWindow(response, access, token, url, nonce);
    pages.asset(request, response, () => {
      if (isAssetPath(url.pathname)) return end(response, 404, 'text/plain', 'Not found');
      if (!access.hasCookie(request)) return end(response, 401, 'text/html', needsStartUrlPage(nonce));
      if (host === null) return end(response, 503, 'text/html', preparingPage(nonce));
      pages.index(nonce, url.pathname).then(
        (html) => end(response, 200, 'text/html', html),
        (error: unknown) => {
          log.error({ err: error }, 'page failed');
          end(response, 500, 'text/plain', 'Loket: the page could not be made. Reload it; nothing is lost.');
        },
      );
    });
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = requestUrl(request);
    if (url === null) return refuseUpgrade(socket, 400);
    if (url.pathname !== '/rpc') return pages.strict ? refuseUpgrade(socket, 404) : undefined;
    const surface = surfaces.find((name) => name === url.searchParams.get('surface'));
    if (!isOwnRequest(request, hosts, true) || !access.hasCookie(request) || surface === undefined) return refuseUpgrade(socket, 403);
    const serving = host;
    if (serving === null) return refuseUpgrade(socket, 503);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (error) => log.warn({ err: error, surface }, 'window connection failed'));
      serving.serve(webSocketTransport(webSocket), surface);
    });
  });

  return {
    port,
    server,
    startUrl: (surface) => `http://${hosts[0]}${surfacePaths[surface]}?token=${access.newToken()}`,
    serve(ready) {
      host = ready;
      for (const client of sockets.clients) client.close(1012);
    },
    async close() {
      for (const client of sockets.clients) client.close(1001);
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      ports.timers.after(1000, () => sockets.clients.forEach((client) => client.terminate()));
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** Redeems the token and sends the browser to the same address without it, so that it stays out of the history. */
function openWindow(response: ServerResponse, access: WindowAccess, token: string, url: URL, nonce: string): void {
  const cookie = access.redeem(token);
  if (cookie === null) return end(response, 401, 'text/html', needsStartUrlPage(nonce));
  url.searchParams.delete('token');
  response.setHeader('set-cookie', `${access.cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${cookieLifetimeSeconds}`);
  response.setHeader('location', `${url.pathname}${url.search}`);
  end(response, 303, 'text/plain', '');
}

/** A missing file must not answer with the program's page: the browser would run HTML as a script. */
const isAssetPath = (path: string) => /\.[a-z0-9]{2,5}$/iu.test(path);
