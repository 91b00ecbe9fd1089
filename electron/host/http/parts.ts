/** What the servers of the host have in common: browser mode's on loopback, and that of the screens on the LAN. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Somebody else listens on the port. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

/** Time limits of every server; one that holds a connection open without speaking must not keep it. */
export const serverLimits = { requestTimeout: 30_000, headersTimeout: 10_000 } as const;

/** @returns the port. @throws PortTakenError */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new PortTakenError(`Port ${port} cannot be used`, { cause: error })
          : error,
      ),
    );
    server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What a request asks for; `null` for a target that is no path, such as `//`, which must not end the program. */
export function requestUrl({ url = '/' }: IncomingMessage): URL | null {
  return url.startsWith('/') && !url.startsWith('//') && URL.canParse(url, 'http://loket') ? new URL(url, 'http://loket') : null;
}

/** Headers of every answer. */
export function protect(response: ServerResponse, policy: string | null): void {
  if (policy !== null) response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}

export function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
}

export function refuseUpgrade(socket: Duplex, status: number): void {
  // Without a listener, a caller who hangs up at this moment would end the program.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Host and Origin of a request, against a list of this server's own. A missing Origin is allowed for plain GETs only. */
export function isOwnRequest(request: IncomingMessage, hosts: readonly string[], originRequired: boolean): boolean {
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  if (origin === undefined) return !originRequired;
  return hosts.some((own) => origin === `http://${own}`);
}

export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const prefix = `${name}=`;
  return request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}
