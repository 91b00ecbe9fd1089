import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultCards } from '../../../shared/domain/calm/defaultCards.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { openAlarmWindow, settle } from '../../fixtures/alarmWindow.ts';
import { filledForm, register } from '../../fixtures/complaints.ts';
import { startDemoHost, staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const dayMs = 24 * 60 * 60 * 1000;
let ports: TestPorts;
let office: TestHost;
let officer: TestWindow;
let supervisor: TestWindow;

beforeEach(async () => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  office = await startDemoHost({ ports });
  officer = await staffWindow(office, 'petugas');
  supervisor = await staffWindow(office, 'pengawas');
});
afterEach(() => office.end());

const open = async () => {
  const incidentId = v7();
  const [counter] = office.host.engine.states.office.counters;
  await officer.done('incident.open', { incidentId, counterId: counter?.id ?? null, ticketId: null, source: 'card', level: 'tense' });
  return incidentId;
};
const view = (incidentId: string) => officer.ask('incident.view', { incidentId });

describe('an incident from a card', () => {
  test('is opened once, remembers the worst level, and is finished in two taps', async () => {
    const incidentId = await open();
    await officer.done('incident.open', { incidentId, counterId: null, ticketId: null, source: 'manual', level: 'violent' });
    await officer.done('incident.setLevel', { incidentId, level: 'threatening' });
    await officer.done('incident.setLevel', { incidentId, level: 'angry' });
    await officer.done('incident.finish', {
      incidentId,
      forms: ['interpersonal'],
      strategies: ['empathy', 'clarifyFacts'],
      outcome: 'leftCalm',
    });
    expect((await view(incidentId)).incident).toMatchObject({
      source: 'card',
      highest: 'threatening',
      level: 'calmed',
      outcome: 'leftCalm',
      strategies: ['empathy', 'clarifyFacts'],
      reportOwed: false,
    });
  });

  test('help asked twice is one request; who comes is shown, and nobody else may take it', async () => {
    const incidentId = await open();
    const helpId = v7();
    await officer.done('incident.requestHelp', { incidentId, helpId, kind: 'supervisor' });
    await officer.done('incident.requestHelp', { incidentId, helpId: v7(), kind: 'supervisor' });
    expect(await supervisor.ask('incident.help', {})).toMatchObject([{ helpId, kind: 'supervisor', acknowledgedBy: null }]);
    await supervisor.done('incident.acknowledgeHelp', { incidentId, helpId });
    const name = office.host.engine.states.office.staff.find(({ id }) => id === staffIdOf(office, 'pengawas'))?.name;
    expect((await view(incidentId)).incident.helps).toMatchObject([{ acknowledgedBy: name }]);
    const guard = await staffWindow(office, 'keamanan');
    expect(await guard.client.command('incident.acknowledgeHelp', { incidentId, helpId })).toMatchObject({
      refusal: { type: 'helpTaken' },
    });
    await officer.done('incident.withdrawHelp', { incidentId, helpId });
    expect(await supervisor.ask('incident.help', {})).toEqual([]);
  });

  test('its report is kept as it is typed, over a restart, and is complete only with what it needs', async () => {
    const incidentId = await open();
    const typed = { ...emptyReport, occurredAt: 1, place: 'Loket 1', reporter: 'Sari', buildUp: 'ia membanting tas' };
    await officer.done('incident.saveReport', { incidentId, report: typed });
    expect(await officer.client.command('incident.completeReport', { incidentId })).toMatchObject({
      refusal: { type: 'reportIncomplete', fields: ['prevention'] },
    });
    office = await office.restart();
    officer = await staffWindow(office, 'petugas');
    expect((await view(incidentId)).report).toEqual(typed);
    await officer.done('incident.saveReport', { incidentId, report: { ...typed, prevention: 'meja lebih lebar' } });
    await officer.done('incident.completeReport', { incidentId });
    const { incident, report } = await view(incidentId);
    expect(incident.reportCompletedAt).toEqual(expect.any(Number));

    // Said to be unchangeable: neither another window nor the same one changes it or its moment.
    ports.advance(60_000);
    expect(await officer.client.command('incident.saveReport', { incidentId, report: typed })).toMatchObject({
      refusal: { type: 'reportComplete' },
    });
    await officer.done('incident.completeReport', { incidentId });
    expect(await view(incidentId)).toMatchObject({ incident: { reportCompletedAt: incident.reportCompletedAt }, report });
  });
});

describe('an incident from a security call', () => {
  test('opens by itself when the call is over or withdrawn, and its report stays owed; a drill leaves none', async () => {
    const presser = openAlarmWindow(office.host.alarm, { name: 'Sari' });
    await settle();
    const [one, other] = [presser.press('violence'), v7()];
    await settle();
    presser.act(one, 'ended', 'tenang');
    presser.press('help', other);
    await settle();
    presser.act(other, 'withdrawn', 'tersenggol');
    presser.send({ t: 'drill', alarmId: v7(), windowId: presser.windowId, on: true, by: { name: 'Sari', staffId: null } });
    await settle();
    const list = await officer.ask('incident.list', { limit: 10 });
    expect(new Map(list.incidents.map(({ incidentId, source }) => [incidentId, source]))).toEqual(
      new Map([
        [one, 'alarm'],
        [other, 'alarm'],
      ]),
    );
    expect(list.reportsOwed).toBe(2);
    expect((await view(other)).incident.call).toMatchObject({
      kind: 'help',
      over: { how: 'withdrawn', reason: 'tersenggol', name: 'Sari' },
    });
    expect((await view(await open())).incident.call).toBeNull();
  });

  test('is not lost when the host ends between the call and the record', async () => {
    const presser = openAlarmWindow(office.host.alarm, { name: 'Sari' });
    await settle();
    const alarmId = presser.press();
    await settle();
    // The database is gone before the call is over, as when the computer dies.
    office.host.services.db.close();
    presser.act(alarmId, 'ended', 'selesai');
    await settle();
    office = await office.restart();
    officer = await staffWindow(office, 'petugas');
    expect((await officer.ask('incident.list', { limit: 10 })).incidents.map(({ incidentId }) => incidentId)).toEqual([alarmId]);
  });
});

describe('the quiet suggestion', () => {
  const called = async () => {
    const { counters, services } = office.host.engine.states.office;
    const [counter] = counters;
    const service = services.find(({ id }) => id === counter?.serviceIds[0]);
    if (counter === undefined || service === undefined) throw new Error('the demo has a counter with a service');
    await officer.done('queue.openDay', {});
    await officer.done('queue.openCounter', { counterId: counter.id });
    const ticketId = v7();
    await officer.done('queue.issue', { ticketId, visitId: v7(), serviceId: service.id, ground: null });
    return { counterId: counter.id, serviceId: service.id, ticketId };
  };

  test('comes when the visitor waited more than twice the estimate', async () => {
    const { counterId } = await called();
    expect(await officer.ask('incident.suggestion', { counterId })).toEqual({ ticketId: null, reasons: [] });
    ports.advance(40 * 60_000);
    officer = await staffWindow(office, 'petugas');
    await officer.done('queue.callNext', { counterId });
    expect((await officer.ask('incident.suggestion', { counterId })).reasons).toMatchObject([{ kind: 'waitedLong', waitedMinutes: 40 }]);
  });

  test('comes when the service is disturbed, and goes when it works again', async () => {
    const { counterId, serviceId } = await called();
    await officer.done('queue.callNext', { counterId });
    await supervisor.done('queue.setDisturbance', { serviceId, disturbed: true, note: 'SIAK gangguan' });
    expect((await officer.ask('incident.suggestion', { counterId })).reasons).toEqual([
      { kind: 'serviceDisturbed', note: 'SIAK gangguan' },
    ]);
    expect(await officer.ask('queue.disturbances', {})).toEqual([{ serviceId, note: 'SIAK gangguan', promisedOn: null }]);
    await supervisor.done('queue.setDisturbance', { serviceId, disturbed: false, note: '' });
    expect((await officer.ask('incident.suggestion', { counterId })).reasons).toEqual([]);
  });

  test.each([
    { visit: 'second', earlier: 1, suggested: [] },
    { visit: 'third', earlier: 2, suggested: [{ kind: 'thirdVisit', visits: 3 }] },
  ])('at the $visit visit for the same matter within a month', async ({ earlier, suggested }) => {
    const serviceId = office.host.engine.states.office.counters[0]?.serviceIds[0] ?? null;
    const person = filledForm((form) => ({ ...form, classification: { ...form.classification, serviceId } }));
    for (let day = 0; day < earlier; day += 1) {
      await register(officer, person);
      ports.jumpWallClock(dayMs);
      officer = await staffWindow(office, 'petugas');
    }
    const { counterId, ticketId } = await called();
    await officer.done('queue.callNext', { counterId });
    const before = await officer.ask('incident.suggestion', { counterId });
    expect(before.reasons).toEqual([]);
    const twiceToday = { channel: 'counter', counterId, ticketId, form: person } as const;
    await officer.done('complaint.register', { complaintId: v7(), ...twiceToday });
    await officer.done('complaint.register', { complaintId: v7(), ...twiceToday });
    expect((await officer.ask('incident.suggestion', { counterId })).reasons).toEqual(suggested);
  });
});

describe('texts of cards and training', () => {
  test('an office words its own cards; a card of six lines is refused', async () => {
    const [first, ...others] = defaultCards;
    if (first === undefined) throw new Error('there are cards');
    const cards = [{ ...first, lines: [{ id: 'Tarik napas', en: 'Breathe' }] }, ...others] as never;
    await supervisor.done('calm.saveCards', { cards });
    expect((await officer.ask('calm.texts', {})).cards[0]?.lines).toEqual([{ id: 'Tarik napas', en: 'Breathe' }]);
    const tooLong = [{ ...first, lines: Array.from({ length: 6 }, () => ({ id: 'x', en: 'x' })) }, ...others] as never;
    expect(await supervisor.client.command('calm.saveCards', { cards: tooLong })).toMatchObject({ failure: { type: 'invalidInput' } });
    await supervisor.done('calm.saveCards', { cards: null });
    expect((await officer.ask('calm.texts', {})).cardsAreOwn).toBe(false);
  });

  test('results of role-play are the officer’s own, scored by the host, and no incident', async () => {
    const { points, possible } = await officer.done('training.record', { resultId: v7(), scenarioId: 'meja-dibanting', choices: [0, 0] });
    expect([points, possible]).toEqual([6, 6]);
    expect(await officer.ask('training.mine', {})).toMatchObject([{ points: 6 }]);
    expect(await supervisor.ask('training.mine', {})).toEqual([]);
    expect((await officer.ask('incident.list', { limit: 5 })).incidents).toEqual([]);
  });
});
