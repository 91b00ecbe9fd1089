/**
 * What a link can learn: a day with known personal data in every area passes, and every method of the contract is asked for over
 * both links, rightly and wrongly. Whatever was said to them is kept and searched.
 */
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { linkMethods, linkSurfaces, type LinkSurface } from '../../../shared/rpc/linkMethods.ts';
import {
  type CommandMethod,
  type Input,
  isMethod,
  type Method,
  methodNames,
  methods,
  type QueryMethod,
} from '../../../shared/rpc/contract.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { marked, register } from '../../fixtures/complaints.ts';
import { spoiledInputs, wellFormedInputs } from '../../fixtures/inputs.ts';
import { openAlarmWindow } from '../../fixtures/alarmWindow.ts';
import {
  cardAt,
  fakeRenderer,
  linkWindow,
  listening,
  type LinkWindow,
  makeLink,
  openSocket,
  portsWithCards,
} from '../../fixtures/screens.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { openDesk, serveVisitor } from '../../fixtures/visits.ts';

/** However somebody writes them down, and names of the staff: who works here is nobody's business on the LAN. */
const needles = [
  ...marked.name.split(' '),
  marked.nik,
  marked.phone,
  marked.phone.slice(1),
  '0812-7766-5544',
  marked.address,
  marked.email,
  'zebrawarna',
  'quokkasaurus',
  'Sari Wulandari',
  'Ratna Admin',
  'Agus',
];

let rendererDirectory: string;
let office: TestHost;
let admin: TestWindow;
let skip: (ms: number) => void;
let screens: Record<LinkSurface, LinkWindow>;
/** Things that exist, so that a method that were let through would find them. */
let ids: readonly string[];

beforeAll(async () => {
  rendererDirectory = fakeRenderer();
  const { ports, skip: skipMs } = portsWithCards(cardAt('127.0.0.5'));
  skip = skipMs;
  office = await startDemoHost({ ports, rendererDirectory });
  admin = await staffWindow(office, 'admin');
  await listening(office);
  const [board, kiosk] = [await makeLink(admin, 'board'), await makeLink(admin, 'kiosk', 500)];
  screens = { board: await linkWindow(board, 'board'), kiosk: await linkWindow(kiosk, 'kiosk') };
  const desk = await openDesk(office);
  const applicant = { name: marked.name, nik: marked.nik, phone: '+62 812-7766-5544' };
  const visit = await serveVisitor(office, desk, { applicant, note: 'datang quokkasaurus' });
  const { complaintId } = await register(desk.window);
  const incidentId = v7();
  await desk.window.done('incident.open', { incidentId, counterId: null, ticketId: visit.ticketId, source: 'manual', level: 'tense' });
  await desk.window.done('incident.saveReport', { incidentId, report: { ...emptyReport, person: marked.name } });
  openAlarmWindow(office.host.alarm, { name: 'Sari Wulandari' }).press();
  ids = [...Object.values(visit), complaintId, incidentId, ...office.host.engine.states.office.staff.map(({ id }) => id), desk.counterId];
});
// Time was let pass, and locks a session.
beforeEach(async () => {
  admin = await staffWindow(office, 'admin');
});
afterAll(async () => {
  await office.end();
  rmSync(rendererDirectory, { recursive: true });
});

const call = ({ client }: LinkWindow, method: string, input: unknown) => {
  // Its budget of calls is another matter.
  skip(1000);
  const isQuery = isMethod(method) && methods[method].kind === 'query';
  return isQuery ? client.query(method as QueryMethod, input as never) : client.command(method as CommandMethod, input as never);
};

/** What was said to a link that should never have been. */
const leaks = () =>
  linkSurfaces.flatMap((surface) =>
    screens[surface].heard.flatMap((text) => needles.filter((needle) => text.includes(needle)).map((needle) => `${surface}: ${needle}`)),
  );

const valid: { readonly [M in keyof typeof methods]?: () => Input<M> } = {
  'office.profile': () => ({}),
  'queue.board': () => ({}),
  'queue.kiosk': () => ({}),
  'printing.ticketPrinter': () => ({}),
  'queue.issue': () => ({
    ticketId: v7(),
    visitId: v7(),
    serviceId: office.host.engine.states.office.services[0]?.id ?? '',
    ground: 'disabilitas',
  }),
  'printing.print': () => ({ jobId: v7(), kind: 'ticket', subjectId: ids[1] ?? '', printerId: null }),
};

describe.each(linkSurfaces)('over the link of a %s', (surface) => {
  test.each(linkMethods[surface])('%s may be called, and names nobody', async (method) => {
    const input = valid[method]?.();
    if (input === undefined) throw new Error(`no input for ${method}: a method was opened to the network without this test knowing`);
    const reply = await call(screens[surface], method, input);
    // A ticket that this link did not give is not printed here.
    expect(reply.kind).toBe(method === 'printing.print' ? 'refused' : 'done');
    expect(leaks()).toEqual([]);
  });

  const others = methodNames.filter((method) => !linkMethods[surface].includes(method));
  test.each(others)('%s is refused, whatever it is asked', async (method) => {
    const [random] = fc.sample(wellFormedInputs(method), { numRuns: 1, seed: 20261128 });
    for (const input of [random, {}, { ...Object(random), ticketId: ids[1], complaintId: ids[4], personId: ids[3] }]) {
      expect(await call(screens[surface], method, input)).toEqual({ kind: 'failed', failure: { type: 'forbidden', method } });
    }
    expect(leaks()).toEqual([]);
  });

  test('only these: nothing that staff uses, and no command but the kiosk’s two', () => {
    expect(linkMethods.board).toEqual(['office.profile', 'queue.board']);
    expect(linkMethods.kiosk.filter((method) => methods[method].kind === 'command')).toEqual(['queue.issue', 'printing.print']);
    for (const method of linkMethods[surface]) expect(methods[method].roles).toContain(surface);
  });

  test('2,000 fuzzed calls are answered without a deviation', async () => {
    const known = fc.constantFrom(...ids);
    const spoiled = (method: Method) =>
      fc.oneof(
        spoiledInputs(method),
        wellFormedInputs(method),
        fc.tuple(wellFormedInputs(method), known).map(([input, id]) => ({ ...Object(input), subjectId: id, ticketId: id })),
      );
    const wild = fc
      .constantFrom<string>(...methodNames, '', '__proto__', 'constructor', 'queue', 'queue.Issue', 'access.record', 'printing.end')
      .chain((method) => fc.tuple(fc.constant(method), isMethod(method) ? spoiled(method) : fc.anything()));
    const deviations: string[] = [];
    const before = screens[surface].heard.length;
    await fc.assert(
      fc.asyncProperty(wild, async ([method, input]) => {
        if (!isSmallJson(input)) return;
        const reply = await call(screens[surface], method, input);
        const isAllowed = (linkMethods[surface] as readonly string[]).includes(method);
        const isFine = isAllowed
          ? reply.kind !== 'failed' || reply.failure.type === 'invalidInput'
          : reply.kind === 'failed' && reply.failure.type === 'forbidden';
        if (!isFine) deviations.push(`${method}: ${JSON.stringify(reply).slice(0, 200)}`);
      }),
      { seed: 20261128, numRuns: 2000 },
    );
    expect(deviations).toEqual([]);
    expect(screens[surface].heard.length - before).toBeGreaterThan(1000);
    expect(leaks()).toEqual([]);
  });

  test('what is no call ends the connection and does nothing: the security call among it', async () => {
    const before = office.host.alarm.history(100).length;
    const place = { counterId: null, name: 'LAN' };
    const press = { t: 'press', alarmId: v7(), windowId: v7(), kind: 'help', place, by: { name: 'x', staffId: null } };
    const hello = { t: 'hello', windowId: v7(), name: 'x', roles: ['keamanan'], place: 'x', counterId: null, guardPost: true };
    const frames = [
      { t: 'alarm', m: hello },
      { t: 'alarm', m: press },
      press,
      { t: 'session', state: 'ended' },
      { t: 'call' },
      { t: 'call', n: -1, method: 'queue.board', input: {} },
      [],
      'x',
      7,
      null,
    ];
    for (const frame of [...frames.map((each) => JSON.stringify(each)), '{', '\u0000', 'x'.repeat(17 * 1024), Buffer.from([0, 1, 2])]) {
      const link = await makeLink(admin, surface);
      const window = await linkWindow(link, surface);
      window.socket.send(frame);
      await window.closed;
      expect(window.heard).toEqual([]);
      await admin.done('screens.revokeLink', { linkId: link.linkId });
    }
    expect(office.host.alarm.history(100)).toHaveLength(before);
  });

  test('that something happened elsewhere in the office is not told', async () => {
    const link = await makeLink(admin, surface);
    const window = await linkWindow(link, surface);
    openAlarmWindow(office.host.alarm, { name: 'Sari Wulandari' }).press();
    const officer = await staffWindow(office, 'petugas');
    await register(officer);
    // Told last, so everything before it would have been told too.
    const told = new Promise<void>((resolve) => void window.client.onChanged((topics) => topics.includes('office') && resolve()));
    await admin.done('office.saveProfile', { name: `Dinas ${surface}`, address: '', zone: 'Asia/Jakarta', language: 'id' });
    await told;
    const topics = window.heard.flatMap((text) => (JSON.parse(text) as { topics?: string[] }).topics ?? []);
    expect(topics.filter((topic) => topic !== 'office' && topic !== 'queue')).toEqual([]);
    await admin.done('screens.revokeLink', { linkId: link.linkId });
  });
});

test('the other screen, and a flood, are refused', async () => {
  const link = await makeLink(admin, 'board');
  expect(await openSocket(link, 'kiosk')).toBe(403);
  const window = await linkWindow(link, 'board');
  // More calls in a moment than a link has in its budget.
  for (let n = 0; n < 400; n += 1) window.socket.send(JSON.stringify({ t: 'call', n, method: 'queue.board', input: {} }));
  await window.closed;
  expect(window.heard.length).toBeLessThanOrEqual(320);
});

/** Frames of a link are small; larger ones end the connection, which another test shows. */
function isSmallJson(input: unknown): boolean {
  try {
    return (JSON.stringify(input)?.length ?? Infinity) < 8000;
  } catch {
    return false;
  }
}
