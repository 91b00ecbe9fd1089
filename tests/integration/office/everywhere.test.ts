/** What is the lead's reaches every station, and every desk can do what its person may: issue 4, sections 2 and 3. */
import { describe, expect, it } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { registerInput } from '../../fixtures/complaints.ts';
import { staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import { differences, startOffice, type TestStation } from '../../fixtures/stations.ts';

async function threeStations() {
  const office = await startOffice(2);
  const [one, two] = office.followers;
  if (one === undefined || two === undefined) throw new Error('no followers');
  const cut = office.link(office.lead, one);
  office.link(office.lead, two);
  await office.pass(5000);
  return { office, lead: office.lead, one, two, cut };
}

const officeOf = ({ host }: TestStation) => host.engine.states.office;
const id = ({ ports }: TestStation) => ports.random.uuid();

describe('accounts', () => {
  it('a PIN that is changed at a follower is the only one everywhere, and other sessions of that person end', async () => {
    const { office, lead, one, two } = await threeStations();
    const atOne = await staffWindow(one, 'petugas');
    const atTwo = await staffWindow(two, 'petugas');
    const next = '971358';
    await atOne.done('access.changeSecret', { current: demoPin, next });
    await office.settle();
    expect(await atTwo.client.command('access.touch', {})).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
    const staffId = staffIdOf(one, 'petugas');
    for (const station of [lead, one, two]) {
      const window = station.window('staff');
      expect(await window.client.command('access.logIn', { staffId, secret: demoPin })).toMatchObject({ kind: 'refused' });
      await window.done('access.logIn', { staffId, secret: next });
    }
    await atOne.done('access.touch', {});
  });

  it('one that is switched off at one follower is logged out at the lead and at another, and gets in nowhere', async () => {
    const { office, lead, one, two } = await threeStations();
    const windows = [await staffWindow(lead, 'petugas'), await staffWindow(two, 'petugas')];
    const admin = await staffWindow(one, 'admin');
    const staffId = staffIdOf(one, 'petugas');
    const member = officeOf(one).staff.find((each) => each.id === staffId);
    if (member === undefined) throw new Error('no such account');
    await admin.done('staff.change', { ...member, active: false });
    await office.settle();
    for (const window of windows)
      expect(await window.client.command('access.touch', {})).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
    for (const station of [lead, one, two]) {
      const reply = await station.window('staff').client.command('access.logIn', { staffId, secret: demoPin });
      expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'wrongSecret' } });
    }
  });
});

describe('configuration', () => {
  it('that is changed at a follower is the same at all at once: language, texts, services, counters, hours', async () => {
    const { office, lead, one, two } = await threeStations();
    const admin = await staffWindow(one, 'admin');
    const { profile, texts, services, counters } = officeOf(one);
    const [service, counter] = [services[0], counters[0]];
    if (profile === null || service === undefined || counter === undefined) throw new Error('no office');
    await admin.done('office.saveProfile', { ...profile, language: 'en' });
    await admin.done('office.saveTexts', { ...texts, runningText: { id: 'Selamat datang', en: 'Welcome' } });
    await admin.done('office.saveService', { ...service, targetWaitMinutes: 7 });
    await admin.done('office.saveService', { ...service, id: id(one), prefix: 'Z', title: { id: 'Layanan baru', en: 'New service' } });
    await admin.done('office.saveCounter', { ...counter, name: 'Loket Satu' });
    await office.settle();
    for (const station of [lead, one, two]) {
      const now = officeOf(station);
      expect(now.profile?.language).toBe('en');
      expect(now.texts.runningText).toEqual({ id: 'Selamat datang', en: 'Welcome' });
      expect(now.services.find((each) => each.id === service.id)?.targetWaitMinutes).toBe(7);
      expect(now.services.some(({ prefix }) => prefix === 'Z')).toBe(true);
      expect(now.counters[0]?.name).toBe('Loket Satu');
      expect(differences(station, lead)).toEqual([]);
    }
  });
});

describe('acts of the floor from a follower’s desk', () => {
  it('are decided by the lead, seen at every station, and recorded with who', async () => {
    const { office, lead, one, two } = await threeStations();
    const boss = await staffWindow(one, 'pengawas');
    const dewi = staffIdOf(one, 'pengawas');
    const sari = staffIdOf(one, 'petugas');
    const [counter] = officeOf(one).counters;
    const serviceId = counter?.serviceIds[0] ?? '';
    const other = officeOf(one).counters.find(({ id: otherId, serviceIds }) => otherId !== counter?.id && serviceIds.includes(serviceId));
    if (counter === undefined || other === undefined) throw new Error('two counters of the demo take the same service');
    await boss.done('queue.openDay', {});
    await boss.done('queue.assignOfficer', { counterId: counter.id, staffId: sari });
    await boss.done('queue.issue', { ticketId: id(one), visitId: id(one), serviceId, ground: null });
    const officer = await staffWindow(two, 'petugas');
    const { ticketId } = await officer.done('queue.callNext', { counterId: counter.id });
    await boss.done('queue.openCounter', { counterId: other.id });
    await boss.done('queue.moveTicket', { ticketId, fromCounterId: counter.id, counterId: other.id });
    await boss.done('queue.startServing', { counterId: other.id, ticketId });
    await boss.done('queue.transfer', { counterId: other.id, ticketId, serviceId, placement: 'front' });
    await boss.done('office.saveCounter', { ...counter, serviceIds: [serviceId] });
    await boss.done('office.savePolicy', { kind: 'fifo' });
    await boss.done('queue.setDisturbance', { serviceId, disturbed: true, note: 'SIAK gangguan', promisedOn: '2026-11-25' });
    await boss.done('floor.broadcast', {
      broadcastId: id(one),
      text: { id: 'Rapat pukul 15', en: 'Meeting at 3' },
      surfaces: ['staff', 'board'],
      until: one.ports.clock.now() + 60_000,
    });
    await boss.done('floor.thank', { thanksId: id(one), staffId: sari, reason: 'calm' });
    const incidentId = id(two);
    const helpId = id(two);
    await officer.done('incident.open', { incidentId, counterId: counter.id, ticketId: null, source: 'manual', level: 'tense' });
    await officer.done('incident.requestHelp', { incidentId, helpId, kind: 'supervisor' });
    await office.pass(5000);
    const floor = await boss.ask('floor.view', {});
    expect(floor.helps).toMatchObject([{ helpId, acknowledgedBy: null }]);
    await boss.done('incident.acknowledgeHelp', { incidentId, helpId });
    await boss.done('queue.closeCounter', { counterId: other.id });
    await office.pass(5000);
    for (const station of [lead, one, two]) expect(differences(station, lead)).toEqual([]);
    // Seen where it is meant to be seen.
    expect(await two.window('board').ask('floor.notices', {})).toMatchObject({
      broadcasts: [{ text: { id: 'Rapat pukul 15' } }],
      disturbances: [{ serviceId, note: 'SIAK gangguan', promisedOn: '2026-11-25' }],
    });
    expect(await officer.ask('floor.thanks', {})).toMatchObject([{ reason: 'calm' }]);
    const atLead = await (await staffWindow(lead, 'pengawas')).ask('floor.view', {});
    expect(atLead).toMatchObject({ policy: { kind: 'fifo' }, helps: [{ helpId, acknowledgedBy: expect.any(String) as unknown }] });
    const by = two.host.services.db
      .prepare<[string], { type: string }>('SELECT DISTINCT type FROM event WHERE actor = ?')
      .all(`staff:${dewi}`);
    expect(by.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'officeDayOpened.v1',
        'counterOpened.v1',
        'ticketMoved.v1',
        'ticketTransferred.v1',
        'counterSaved.v1',
        'policyChanged.v1',
        'serviceDisturbanceSet.v1',
        'broadcastSent.v1',
        'officerThanked.v1',
        'helpAcknowledged.v1',
        'counterClosed.v1',
      ]),
    );
  });

  it('are refused to an officer and a guard there, and say so when the lead is not reached', async () => {
    const { office, one, cut } = await threeStations();
    const serviceId = officeOf(one).counters[0]?.serviceIds[0] ?? '';
    const input = { serviceId, disturbed: true, note: 'SIAK', promisedOn: null };
    for (const role of ['petugas', 'keamanan'] as const) {
      const { client } = await staffWindow(one, role);
      expect(await client.command('queue.setDisturbance', input)).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
      expect(await client.query('floor.view', {})).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
    }
    const boss = await staffWindow(one, 'pengawas');
    await boss.done('queue.openDay', {});
    cut();
    await office.pass(8000);
    expect(await boss.client.command('queue.setDisturbance', input)).toMatchObject({ refusal: { type: 'leadUnreachable' } });
    expect(await boss.client.command('office.savePolicy', { kind: 'fifo' })).toMatchObject({ failure: { type: 'leadUnreachable' } });
    const { stations } = await boss.ask('floor.view', {});
    expect(stations[0]).toMatchObject({ self: true });
  });
});

describe('a station that is cut off', () => {
  it('takes complaints, receipts of documents and incidents, and the office has all of it afterwards', async () => {
    const { office, lead, one, cut } = await threeStations();
    const window = await staffWindow(one, 'petugas');
    const [counter] = officeOf(one).counters;
    if (counter === undefined) throw new Error('no counter');
    await window.done('queue.openDay', {});
    await window.done('queue.openCounter', { counterId: counter.id });
    cut();
    await office.pass(8000);
    const serviceId = counter.serviceIds[0] ?? '';
    const ticketId = id(one);
    await window.done('queue.issue', { ticketId, visitId: id(one), serviceId, ground: null });
    await window.done('queue.callNext', { counterId: counter.id });
    await window.done('queue.startServing', { counterId: counter.id, ticketId });
    const complaint = { ...registerInput(), counterId: counter.id, ticketId };
    const { number: complaintNumber } = await window.done('complaint.register', complaint);
    const service = officeOf(one).services.find((each) => each.id === serviceId);
    const received = await window.done('documents.register', {
      documentId: id(one),
      personId: id(one),
      counterId: counter.id,
      ticketId,
      serviceId,
      applicant: { name: 'Budi Hartono', nik: '', phone: '' },
      receivedRequirementIds: service?.requirements.map((requirement) => requirement.id) ?? [],
    });
    const incidentId = id(one);
    await window.done('incident.open', { incidentId, counterId: counter.id, ticketId, source: 'manual', level: 'angry' });
    await window.done('incident.requestHelp', { incidentId, helpId: id(one), kind: 'secondOfficer' });
    office.link(lead, one);
    await office.pass(6000);
    expect(differences(one, lead)).toEqual([]);
    const has = (sql: string, value: string) => lead.host.services.db.prepare(sql).get(value) !== undefined;
    expect(has('SELECT 1 FROM complaint WHERE number = ?', complaintNumber)).toBe(true);
    expect(has('SELECT 1 FROM document WHERE number = ?', received.number)).toBe(true);
    expect(has('SELECT 1 FROM incident WHERE incident_id = ?', incidentId)).toBe(true);
    // Its words are there too, for who may read them.
    const boss = await staffWindow(lead, 'pengawas');
    const view = await boss.ask('complaint.view', { complaintId: complaint.complaintId });
    expect(JSON.stringify(view)).toContain(complaint.form.listen.chronology);
  });
});

describe('a command whose answer was lost', () => {
  it('has one effect and the lead’s first answer when it is asked again over a new link', async () => {
    const { office, lead, one, cut } = await threeStations();
    const window = await staffWindow(one, 'petugas');
    await window.done('queue.openDay', {});
    const serviceId = officeOf(one).counters[0]?.serviceIds[0] ?? '';
    const input = { ticketId: id(one), visitId: id(one), serviceId, ground: null };
    const commandId = id(one);
    // The link breaks when the lead has decided, and its answer never arrives.
    const stop = lead.host.engine.onCommit(({ events }) => {
      if (events.some(({ type }) => type === 'ticketIssued.v1')) cut();
    });
    const first = window.client.command('queue.issue', input, commandId);
    await office.settle();
    stop();
    expect(lead.host.engine.states.queue.tickets.size).toBe(1);
    const again = office.link(lead, one);
    await office.pass(3000);
    const answer = await first;
    expect(answer).toMatchObject({ kind: 'done' });
    again();
    office.link(lead, one);
    await office.pass(3000);
    expect(await window.client.command('queue.issue', input, commandId)).toEqual(answer);
    expect(lead.host.engine.states.queue.tickets.size).toBe(1);
  });
});
