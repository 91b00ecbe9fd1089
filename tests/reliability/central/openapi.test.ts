/** The OpenAPI document against what the server really has and says. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../../electron/host/log.ts';
import { routesOf } from '../../../server/plugins/registeredRoutes.ts';
import { batchType, syncPath } from '../../../shared/sync/protocol.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { sendSigned } from '../../fixtures/signedRequest.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Parameters<typeof z.fromJSONSchema>[0] }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let central: Central;
let office: WrittenOffice;
let document: Document;
beforeAll(async () => {
  central = await startCentral({ log: createLog({ level: 'error' }) });
  office = await writtenOffice(central, await central.newOffice('contoh'));
  document = (await (await fetch(`${central.url}/openapi.json`)).json()) as Document;
});
afterAll(() => central.stop());

const described = () =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`),
  );

test('every route is described, or left out on purpose; nothing else is described', () => {
  expect(document.openapi).toMatch(/^3\.1/u);
  const routes = routesOf(central.server.app);
  const open = routes.filter(({ isHidden }) => !isHidden).map(({ method, path }) => `${method} ${path}`);
  expect(open.toSorted()).toEqual(described().toSorted());
  expect(open).toContain(`POST ${syncPath}/events`);
});

test('every description says in a line what the route does, and names the parameters of its path', () => {
  const silent = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { summary = '', parameters = [] }]) => {
        const inPath = new Set([...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name));
        const named = new Set(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
        return summary === '' || inPath.size !== named.size || [...inPath].some((name) => !named.has(name));
      })
      .map(([method]) => `${method} ${path}`),
  );
  expect(silent).toEqual([]);
});

/** Whether an answer is as the document says for its path, method and status. */
function fits(method: string, path: string, status: number, text: string): unknown {
  const schema = document.paths[path]?.[method.toLowerCase()]?.responses[status]?.content?.['application/json']?.schema;
  if (schema === undefined) return `${method} ${path} ${status} is not described`;
  const read = z.fromJSONSchema(schema).safeParse(JSON.parse(text));
  return read.success ? true : z.prettifyError(read.error);
}

test('answers are as they are described', async () => {
  const by = { officeId: office.officeId, keyId: office.identity.keyId, key: office.identity.signingKey };
  const batch = await encodeBatch([office.write('queue/2026-11-28', 'ticketCalled.v1', {})]);
  const posted = { method: 'POST', body: batch, headers: { 'content-type': batchType } };
  const asked: readonly [number, string, Omit<Parameters<typeof sendSigned>[1], keyof typeof by>, object?][] = [
    [200, `${syncPath}/heads`, {}],
    [401, `${syncPath}/heads`, {}, { authorization: 'none' }],
    [401, `${syncPath}/orders`, {}, { keyId: v7() }],
    [200, `${syncPath}/orders`, {}],
    [200, `${syncPath}/events`, posted],
    [400, `${syncPath}/events`, { ...posted, body: Buffer.from('no batch') }],
    [400, `${syncPath}/rotate`, { ...posted, body: Buffer.from('{}') }],
    [400, `${syncPath}/enrol`, { ...posted, body: Buffer.from('{}') }],
    [413, `${syncPath}/enrol`, { ...posted, body: Buffer.alloc(5000) }],
  ];
  for (const [status, path, options, more] of asked) {
    const answer = await sendSigned(central.url, { ...by, path, ...options, ...more });
    expect([path, answer.status, fits(options.method ?? 'GET', path, answer.status, answer.text)]).toEqual([path, status, true]);
  }
  for (const path of ['/health', '/ready']) {
    const response = await fetch(`${central.url}${path}`);
    expect(fits('GET', path, response.status, await response.text())).toBe(true);
  }
});
