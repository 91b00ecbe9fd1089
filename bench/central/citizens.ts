/**
 * People who follow their complaints, as many a second as it is told, whether the ones before were answered or not: each types
 * number and PIN, and looks at the page. Reads what it needs from standard input; writes one line of JSON.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface Citizens {
  readonly url: string;
  /** Each makes two requests. */
  readonly peopleEachSecond: number;
  readonly warmUp: number;
  readonly receipts: readonly { readonly code: string; readonly number: string; readonly pin: string }[];
}

export interface Followed {
  /** Milliseconds from when a request was due until its answer was there whole, without those of the warming up. */
  readonly checked: readonly number[];
  readonly shown: readonly number[];
  readonly errors: readonly string[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function ask(url: string, method: string, headers: Record<string, string | number>, body = '') {
  return new Promise<{ readonly response: IncomingMessage; readonly body: string }>((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      text(response).then((read) => resolve({ response, body: read }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const { url, peopleEachSecond, warmUp, receipts } = JSON.parse(await text(process.stdin)) as Citizens;
const [checked, shown, errors]: [number[], number[], string[]] = [[], [], []];

async function follow({ code, number, pin }: Citizens['receipts'][number], due: number, counts: boolean): Promise<void> {
  const form = new URLSearchParams({ number, pin }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length };
  const { response } = await ask(`${url}/k/${code}/status`, 'POST', type, form);
  if (counts) checked.push(performance.now() - due);
  const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
  if (response.statusCode !== 303 || cookie === undefined) throw new Error(`number and PIN: HTTP ${response.statusCode}`);
  const began = performance.now();
  const page = await ask(`${url}/k/${code}/status`, 'GET', { cookie });
  if (counts) shown.push(performance.now() - began);
  if (page.response.statusCode !== 200 || !page.body.includes(number)) throw new Error(`page: HTTP ${page.response.statusCode}`);
}

const began = performance.now();
const all = receipts.map(async (receipt, n) => {
  const due = began + (n * 1000) / peopleEachSecond;
  await delay(Math.max(0, due - performance.now()));
  await follow(receipt, due, n >= warmUp).catch((error: unknown) => void errors.push(String(error)));
});
await Promise.all(all);
const followed: Followed = { checked, shown, errors };
console.log(JSON.stringify(followed));
process.exit(0);
