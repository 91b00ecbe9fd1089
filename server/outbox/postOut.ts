import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Reachable, reachable } from './addresses.ts';

export interface OutgoingPost {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly privateHosts: readonly string[];
  /** Ends the request; combined with the time limit. */
  readonly signal: AbortSignal;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** Cut off after `maxAnswerBytes`. */
  readonly body: string;
}

/** Until the answer is there as a whole, ms. */
export const postLimitMs = 10_000;
const maxAnswerBytes = 16 * 1024;

/** Sends a POST to an address typed in by somebody else. Redirects are not followed. @throws PrivateAddressError, network errors. */
export async function postOut({ url, headers, body, privateHosts, signal }: OutgoingPost): Promise<OutgoingAnswer> {
  const addresses = await reachable(url.hostname, privateHosts);
  const limited = AbortSignal.any([signal, AbortSignal.timeout(postLimitMs)]);
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send(
      url,
      {
        method: 'POST',
        headers: { 'user-agent': 'loket', ...headers, 'content-length': bytes.length },
        signal: limited,
        lookup: pinned(addresses),
        // Never one that another agency's request left open.
        agent: false,
      },
      (answer) => {
        const parts: Buffer[] = [];
        let read = 0;
        const done = () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') });
        answer.on('data', (part: Buffer) => {
          parts.push(part);
          read += part.length;
          if (read < maxAnswerBytes) return;
          done();
          answer.destroy();
        });
        answer.on('end', done);
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
}

/** The resolver of a connection that knows the answer already. */
const pinned =
  (addresses: readonly Reachable[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
