/**
 * Answers what comes to the listener. In this order: is the caller in the building, is the Host one of this computer's (against
 * DNS rebinding), is it a plain read, has it a link. Only then the link's own screen and its files; nothing else exists here.
 */
import { readFile } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { contentSecurityPolicy } from '../../../shared/csp.ts';
import { surfacePaths } from '../../../shared/rpc/surfacePaths.ts';
import { mediaType } from '../../appFiles.ts';
import { cookieOf, end, isOwnRequest, protect, refuseUpgrade, requestUrl } from '../http/parts.ts';
import { needsLinkPage } from '../http/plainPages.ts';
import type { Ports } from '../ports.ts';
import type { Budget } from './budget.ts';
import { isLanCaller } from './lan.ts';
import { type Link, type Links, mostConnections } from './links.ts';
import type { ScreenPages } from './pages.ts';

export interface RequestParts {
  readonly links: Links;
  readonly pages: ScreenPages;
  readonly ports: Ports;
  readonly log: Logger;
  /** Requests that this address may still make. */
  budgetOf(address: string): Budget;
  /** Serves a browser that came over a link, until it leaves or is cut off. */
  serve(link: Link, socket: WebSocket, address: string): void;
}

/** What of a listener decides by which names it is reached. */
export interface Reached {
  /** `192.168.1.20:4719`, in lower case. */
  readonly hosts: readonly string[];
  readonly port: number;
}

/** Where a link's address leads: `/s/<token>`. */
export const linkPath = '/s/';
/** As long as browsers keep one; renewed whenever the screen is loaded. */
const cookieSeconds = 400 * 24 * 3600;
/** Calls of two small screens. */
const maxFrameBytes = 16 * 1024;

export function createRequests(parts: RequestParts) {
  const { links, pages, ports, log } = parts;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const cookieName = (port: number) => `loket_layar_${port}`;
  const linkOf = (request: IncomingMessage, port: number) => links.byToken(cookieOf(request, cookieName(port)));
  const addressOf = ({ socket }: IncomingMessage) => socket.remoteAddress ?? '';

  /** Why a request is not looked at any further; `null`: it is. */
  const refusal = (request: IncomingMessage, { hosts }: Reached, originRequired: boolean): number | null => {
    if (!isLanCaller(request.socket.remoteAddress, ports.network.interfaces())) return 403;
    if (!parts.budgetOf(addressOf(request)).spend()) return 429;
    request.headers.host = request.headers.host?.toLowerCase();
    return isOwnRequest(request, hosts, originRequired) ? null : 403;
  };

  const remember = (response: ServerResponse, token: string, port: number) =>
    // Lax and not Strict: an address that was sent by chat must open as well. Scripts and foreign pages get nothing of it.
    response.setHeader('set-cookie', `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${cookieSeconds}`);

  const redirect = (response: ServerResponse, to: string) => {
    response.setHeader('location', to);
    end(response, 303, 'text/plain', '');
  };

  const page = (request: IncomingMessage, response: ServerResponse, link: Link, { port }: Reached, nonce: string) => {
    links.seen(link, addressOf(request));
    remember(response, cookieOf(request, cookieName(port)) ?? '', port);
    end(response, 200, 'text/html', pages.index(nonce));
  };

  const file = (response: ServerResponse, path: string) =>
    readFile(path, (error, body) => {
      if (error !== null) {
        log.error({ err: error }, 'a file of a screen could not be read');
        return end(response, 500, 'text/plain', 'Loket: the file could not be read. Reload; nothing is lost.');
      }
      response.writeHead(200, { 'content-type': mediaType(path), 'cache-control': 'public, max-age=31536000, immutable' }).end(body);
    });

  return {
    request(request: IncomingMessage, response: ServerResponse, reached: Reached): void {
      const nonce = Buffer.from(ports.random.bytes(16)).toString('base64');
      protect(response, contentSecurityPolicy({ styleNonce: nonce }));
      const refused = refusal(request, reached, false);
      if (refused !== null) return end(response, refused, 'text/plain', refused === 429 ? 'Too many requests' : 'Forbidden');
      if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'text/plain', 'Method not allowed');
      const url = requestUrl(request);
      if (url === null) return end(response, 400, 'text/plain', 'Bad request');
      if (url.pathname.startsWith(linkPath)) {
        const token = url.pathname.slice(linkPath.length);
        const opened = links.byToken(token);
        if (opened === null) return end(response, 401, 'text/html', needsLinkPage(nonce));
        remember(response, token, reached.port);
        return redirect(response, surfacePaths[opened.surface]);
      }
      const link = linkOf(request, reached.port);
      if (link === null) return end(response, 401, 'text/html', needsLinkPage(nonce));
      if (url.pathname === '/') return redirect(response, surfacePaths[link.surface]);
      if (url.pathname === surfacePaths[link.surface]) return page(request, response, link, reached, nonce);
      const asset = pages.file(link.surface, url.pathname);
      if (asset === null) return end(response, 404, 'text/plain', 'Not found');
      file(response, asset);
    },

    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, reached: Reached): void {
      const refused = refusal(request, reached, true);
      if (refused !== null) return refuseUpgrade(socket, refused);
      const url = requestUrl(request);
      if (url?.pathname !== '/rpc') return refuseUpgrade(socket, 404);
      const link = linkOf(request, reached.port);
      if (link === null) return refuseUpgrade(socket, 401);
      if (url.searchParams.get('surface') !== link.surface) return refuseUpgrade(socket, 403);
      if (link.connections.size >= mostConnections) return refuseUpgrade(socket, 429);
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', (error) => log.warn({ err: error, surface: link.surface }, 'a connection over a link failed'));
        // Revoked while the handshake ran.
        if (links.of(link.linkId) !== link) return webSocket.terminate();
        parts.serve(link, webSocket, addressOf(request));
      });
    },
  };
}
export type Requests = ReturnType<typeof createRequests>;
