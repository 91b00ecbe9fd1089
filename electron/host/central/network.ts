/** HTTP to the central server, as a port: in simulations it is a network that loses things. */
export interface CentralRequest {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Until the whole answer must be there, ms. */
  readonly limitMs: number;
  /** Gives the request up: the station ends, and an answer that is waited for would keep it. */
  readonly signal?: AbortSignal;
}

export interface CentralResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface CentralNetwork {
  /** Redirects are not followed: a captive portal answers with one. @throws when no whole answer came in time. */
  request(request: CentralRequest): Promise<CentralResponse>;
}

/** An answer is never longer than this: a portal may send anything. */
const maxAnswerBytes = 64 * 1024 * 1024;

export const createCentralNetwork = (): CentralNetwork => ({
  async request({ method, url, headers, body, limitMs, signal }) {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]),
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      bytes += (part as Uint8Array).length;
      if (bytes > maxAnswerBytes) throw new Error('the answer is too long');
      parts.push(part as Uint8Array);
    }
    return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.concat(parts) };
  },
});
