import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../electron/host/rpc/connection.ts';
import { memoryTransportPair } from '../../electron/host/rpc/transports.ts';
import { demoPin } from '../../electron/host/demo.ts';
import { methodNames, methods, type Method } from '../../shared/rpc/contract.ts';
import { answer as answerShape, type Answer } from '../../shared/rpc/protocol.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import { v7 } from 'uuid';
import { startDemoHost, staffIdOf } from '../fixtures/demoOffice.ts';
import { nasties, spoiledInputs, wellFormedInputs } from '../fixtures/inputs.ts';
import type { TestHost } from '../fixtures/testHost.ts';
import { createTestPorts } from '../fixtures/testPorts.ts';

const seed = 20261122;
/** Payloads per method; over 60 methods this makes several thousand. */
const runs = { spoiled: 12, wellFormed: 8 };

const ports = createTestPorts('2026-11-23T01:00:00Z');
let office: TestHost;
let calls = 0;

const connectionOf = (surface: Surface): Connection => ({ id: v7(), surface, push: () => {} });

beforeAll(async () => {
  office = await startDemoHost({ ports });
});
afterAll(() => office.end());

const send = (connection: Connection, method: string, input: unknown): Promise<Answer> => {
  calls += 1;
  return office.host.router.answer(connection, { t: 'call', n: calls, method, input, commandId: v7() });
};

const administrator = connectionOf('staff');

/** A connection that may call the method. Some inputs are right and lock or end the session, so it may need a new one. */
async function callerOf(method: Method): Promise<Connection> {
  const { roles } = methods[method];
  if (!roles.includes('admin')) return connectionOf(roles.includes('kiosk') ? 'kiosk' : 'staff');
  if (!office.host.services.access.callers.rolesOf(administrator).includes('admin')) {
    // Random secrets were tried on this account too; whatever delay they cost is over by now.
    ports.advance(15 * 60_000);
    const given = await send(administrator, 'access.logIn', { staffId: staffIdOf(office, 'admin'), secret: demoPin });
    if (given.kind !== 'done') throw new Error(`the administrator cannot log in: ${JSON.stringify(given)}`);
  }
  return administrator;
}

/** What is wrong with an answer, if anything: a bug or an I/O error in the host, or an answer outside the contract. */
function wrongWith(method: Method, input: unknown, given: Answer): readonly string[] {
  const about = `${method} on ${inspect(input, { depth: 3, maxArrayLength: 5, maxStringLength: 60 })}`;
  if (!answerShape.safeParse(given).success) return [`${about}: answer outside the protocol`];
  if (given.kind === 'refused') {
    return given.refusal.type in methods[method].refusals ? [] : [`${about}: refusal ${given.refusal.type} outside the contract`];
  }
  if (given.kind === 'failed' && ['internal', 'storageFailed', 'storageFull'].includes(given.failure.type)) {
    return [`${about}: ${given.failure.type}`];
  }
  const isRefusedAsInput = given.kind === 'failed' && ['invalidInput', 'forbidden'].includes(given.failure.type);
  const isValid = methods[method].input.safeParse(input).success;
  return isValid || isRefusedAsInput ? [] : [`${about}: let through as ${JSON.stringify(given)}`];
}

async function problemsOf(method: Method, inputs: readonly unknown[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const input of inputs) problems.push(...wrongWith(method, input, await send(await callerOf(method), method, input)));
  return problems;
}

describe.each(methodNames)('%s', (method) => {
  test('answers every nasty input with a typed error', async () => {
    expect(await problemsOf(method, nasties)).toEqual([]);
  });

  test('answers right inputs with one part spoiled', async () => {
    expect(await problemsOf(method, fc.sample(spoiledInputs(method), { seed, numRuns: runs.spoiled }))).toEqual([]);
  });

  test('answers inputs of the right shape and random content', async () => {
    expect(await problemsOf(method, fc.sample(wellFormedInputs(method), { seed, numRuns: runs.wellFormed }))).toEqual([]);
  });
});

describe('after all of it', () => {
  test('more than a thousand payloads were sent', () => {
    expect(calls).toBeGreaterThan(1000);
  });

  test('nothing polluted the prototypes', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('the host still answers, and its chain of events is whole', async () => {
    const window = office.window('staff');
    const { profile } = await window.ask('office.profile', {});
    expect(profile).not.toBeNull();
    const { events } = office.host.services;
    expect(events.count()).toBe(events.lastSeq());
  });
});

describe('messages outside the protocol', () => {
  const frames: readonly unknown[] = [
    undefined,
    null,
    'hello',
    42,
    [],
    {},
    { t: 'call' },
    { t: 'call', n: -1, method: 'office.profile', input: {} },
    { t: 'call', n: 0.5, method: 'office.profile', input: {} },
    { t: 'call', n: 1, method: 'x'.repeat(100), input: {} },
    { t: 'call', n: 1, method: 'office.profile', input: {}, commandId: 'not-an-id' },
    { t: 'call', n: 1, method: 'office.profile', input: {}, extra: 1 },
    { t: 'answer', n: 1, answer: { kind: 'done' } },
    JSON.parse('{"t":"call","n":1,"method":"office.profile","__proto__":{"x":1}}'),
  ];

  test.each(frames.map((frame, index) => [index, frame] as const))(
    'frame %i ends the connection and nothing else',
    async (_index, frame) => {
      const [near, far] = memoryTransportPair();
      office.host.router.serve(far, 'staff');
      const closed = new Promise<void>((resolve) => {
        near.onClose(resolve);
      });
      near.send(frame);
      await closed;
      await expect(office.window('staff').ask('office.profile', {})).resolves.toBeDefined();
    },
  );
});
