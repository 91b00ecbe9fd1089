import { beforeEach, expect, test } from 'vitest';
import { createLeadSide, type LeadSide } from '../../../electron/host/lan/joining/leadSide.ts';
import { proofOfNewStation } from '../../../electron/host/lan/joining/protocol.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';
import { ok } from '../../../shared/result.ts';

const minute = 60_000;
const lead = 'a'.repeat(64);
const details = { name: 'Loket 2', place: '', roles: ['counter' as const] };
const admin = { kind: 'staff', staffId: 'x', name: 'Ratna Admin' } as never;
const stationId = '01a221ae-a1f6-745a-a653-4378c852c5d5';

let ports: TestPorts;
let isLead: boolean;
let enter: () => unknown;
let side: LeadSide;
beforeEach(() => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  isLead = true;
  enter = () => ok({ letter: 'A' });
  side = createLeadSide({
    ports,
    ownFingerprint: () => lead,
    isLead: () => isLead,
    enter: async () => enter() as never,
    onError: () => {},
    onChange: () => {},
  });
  side.open(details, admin);
});

/** Somebody at an address knocks. `say` a message, `heard` what the lead answered. */
function knock(host: string) {
  const heard: { readonly t: string; readonly nonce?: string; readonly reason?: string }[] = [];
  let listener = (_message: unknown) => {};
  const knocking = { heard, isCut: false, say: (message: unknown) => listener(message) };
  side.serve({
    peer: 'b'.repeat(64),
    host,
    backlog: () => 0,
    cut: () => void (knocking.isCut = true),
    transport: {
      send: (message) => void heard.push(message as (typeof heard)[number]),
      onMessage: (next) => void (listener = next),
      onClose: () => {},
      close: () => {},
    },
  });
  return knocking;
}

/** @returns how the lead answers a proof by a code. */
async function answerTo(host: string, code: string): Promise<string | undefined> {
  const { say, heard } = knock(host);
  const newNonce = 'c'.repeat(64);
  say({ t: 'hello', stationId, nonce: newNonce });
  const leadNonce = heard[0]?.nonce ?? '';
  say({ t: 'proof', proof: proofOfNewStation(code, { stationId, newStation: 'b'.repeat(64), lead, newNonce, leadNonce }) });
  await new Promise((resolve) => void setImmediate(resolve));
  const last = heard.at(-1);
  return last?.reason ?? last?.t;
}
const shownCode = () => side.view()?.code ?? '';

test('given somebody guesses from one address, then only that address has to wait', async () => {
  const guesses = await Promise.all(Array.from({ length: 7 }, () => answerTo('10.0.0.66', 'WRONG')));
  expect(guesses).toEqual([...Array.from({ length: 5 }, () => 'codeRefused'), 'tooManyTries', 'tooManyTries']);
  expect(await answerTo('10.0.0.66', shownCode())).toBe('tooManyTries');
  expect(await answerTo('10.0.0.7', shownCode())).toBe('welcome');
});

test('given many addresses guess, then all together get sixty tries a minute', async () => {
  const guesses = await Promise.all(Array.from({ length: 70 }, (_, n) => answerTo(`10.0.1.${n}`, 'WRONG')));
  expect(guesses.filter((answer) => answer === 'codeRefused')).toHaveLength(60);
  expect(await answerTo('10.0.0.7', shownCode())).toBe('tooManyTries');
});

test('given the computer slept or its clock was set on, then the code is over; set back, it lives no longer', async () => {
  const code = shownCode();
  ports.jumpWallClock(11 * minute);
  expect(side.view()).toBeNull();
  expect(await answerTo('10.0.0.7', code)).toBe('codeRefused');

  side.open(details, admin);
  const next = shownCode();
  ports.jumpWallClock(-24 * 60 * minute);
  ports.advance(9 * minute);
  expect(side.view()?.remainingMs).toBe(minute);
  ports.advance(2 * minute);
  expect(await answerTo('10.0.0.7', next)).toBe('codeRefused');
});

test('given one address holds eight conversations open, then a ninth is cut, and others are served', async () => {
  const held = Array.from({ length: 9 }, () => knock('10.0.0.66'));
  expect(held.map(({ isCut }) => isCut)).toEqual([...Array.from({ length: 8 }, () => false), true]);
  expect(await answerTo('10.0.0.7', shownCode())).toBe('welcome');
});

test('given it is not the lead, then it says so at the first word and proves nothing', () => {
  isLead = false;
  const { say, heard } = knock('10.0.0.7');
  say({ t: 'hello', stationId, nonce: 'c'.repeat(64) });
  expect(heard).toEqual([{ t: 'refused', reason: 'notLead' }]);
});

test('given the registry cannot be written, then that is the answer, and nothing is thrown', async () => {
  enter = () => {
    throw new Error('database or disk is full');
  };
  expect(await answerTo('10.0.0.7', shownCode())).toBe('leadCannotRecord');
});

test('the first right proof uses the code up', async () => {
  const code = shownCode();
  expect(await Promise.all([answerTo('10.0.0.7', code), answerTo('10.0.0.8', code)])).toEqual(['welcome', 'codeRefused']);
});
