import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyForm } from '../../../shared/domain/complaints/form.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import { filledForm, marked, register, registerInput, words } from '../../fixtures/complaints.ts';
import { staffIdOf, startDemoHost, staffWindow } from '../../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const dayMs = 24 * 60 * 60 * 1000;
const [unit] = defaultComplaintRules.units;
const unitId = unit?.id ?? '';

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

/** Days pass without power: the wall clock is later, and the program looks around once. */
function daysLater(days: number): void {
  ports.jumpWallClock(days * dayMs);
  ports.advance(61_000);
}

const view = (window: TestWindow, complaintId: string) => window.ask('complaint.view', { complaintId });
const list = (window: TestWindow, filters = {}) =>
  window.ask('complaint.list', { filters: { ...noFilters, ...filters }, sort: 'due', offset: 0, limit: 50 });

describe('registering', () => {
  test('given a complete form, then it has a number, a PIN, its words and its deadlines', async () => {
    const { complaintId, number } = await register(officer);
    expect(number).toBe('P-2026-000001');
    const { pin } = await officer.ask('complaint.pin', { complaintId });
    expect(pin).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
    const seen = await view(officer, complaintId);
    expect(seen).toMatchObject({
      stage: 'received',
      mine: true,
      priority: 'medium',
      complainant: { name: marked.name, nik: marked.nik },
      content: { title: marked.title, chronology: marked.chronology },
    });
    expect(seen.deadlines.find(({ kind }) => kind === 'answer')?.dueOn).toBe('2026-12-11');
    expect(seen.actions[0]).toBe('verify');
  });

  test('given a repeated command, then it is registered once', async () => {
    const input = registerInput();
    const commandId = v7();
    const first = await officer.done('complaint.register', input, commandId);
    expect(await officer.done('complaint.register', input, commandId)).toEqual(first);
    expect(await officer.client.command('complaint.register', input)).toMatchObject({
      kind: 'refused',
      refusal: { type: 'complaintAlreadyRegistered' },
    });
    expect((await list(officer)).matches).toBe(1);
  });

  test('given an incomplete form, then it says what is missing and leaves nothing personal behind', async () => {
    const input = registerInput(filledForm((form) => ({ ...form, description: { ...form.description, title: '' } })));
    expect(await officer.client.command('complaint.register', input)).toMatchObject({
      refusal: { type: 'complaintIncomplete', fields: ['description.title'] },
    });
    expect(office.host.services.vault.holds('person', input.form.identity.personId)).toBe(false);
    expect(office.host.services.vault.holds('note', input.complaintId)).toBe(false);
  });

  test('given an oral complaint answered on the spot, then three fields are enough and it is closed', async () => {
    const empty = filledForm();
    const { complaintId } = await register(officer, {
      ...empty,
      kind: 'short',
      identity: { ...empty.identity, name: '', nik: '', phone: '', address: '', email: '', consent: false },
      classification: { ...empty.classification, type: null, class: null, urgency: null, impact: null },
      confirmation: { ...empty.confirmation, readBack: false },
    });
    expect(await view(officer, complaintId)).toMatchObject({ stage: 'closed', outcome: 'resolvedOnSpot', complainant: null });
  });

  test('given a matter of another office, then it is taken in and referred, never refused', async () => {
    const { complaintId } = await register(
      officer,
      filledForm((form) => ({ ...form, solution: { ...form.solution, referral: { office: 'Kantor Pajak', reason: 'bukan kewenangan' } } })),
    );
    expect(await view(officer, complaintId)).toMatchObject({ stage: 'referred', content: { referral: { office: 'Kantor Pajak' } } });
  });
});

describe('a life from receipt to closing and back', () => {
  test('verified, assigned, worked on, answered, closed without a reply after ten working days, reopened', async () => {
    const { complaintId } = await register(officer);
    await officer.done('complaint.verify', { complaintId, tag: 'procedural', ...words('') });
    await officer.done('complaint.assign', { complaintId, unitId, staffId: staffIdOf(office, 'petugas'), ...words('tolong dicek') });
    await officer.done('complaint.recordMeasure', { complaintId, ...words('sudah dicetak ulang') });
    const answer = await officer.done('complaint.answer', { complaintId, written: true, ...words('KTP siap diambil') });
    expect(answer).toEqual({ letterOwed: true, closesOn: '2026-12-07' });
    daysLater(13);
    supervisor = await staffWindow(office, 'pengawas');
    expect((await view(supervisor, complaintId)).stage).toBe('answered');
    daysLater(2);
    supervisor = await staffWindow(office, 'pengawas');
    await expect.poll(async () => (await view(supervisor, complaintId)).outcome).toBe('noReply');
    await supervisor.done('complaint.reopen', { complaintId, ...words('pengadu datang lagi') });
    const seen = await view(supervisor, complaintId);
    expect(seen.stage).toBe('reopened');
    expect(seen.timeline.map(({ kind }) => kind).filter((kind) => kind !== 'warned')).toEqual([
      'received',
      'verified',
      'assigned',
      'measure',
      'answered',
      'closed',
      'reopened',
    ]);
    expect(seen.timeline.find(({ kind }) => kind === 'measure')?.text).toBe('sudah dicetak ulang');
  });

  test('given a request for completion, then the answer is not due until it came, and later by the days it took', async () => {
    const { complaintId } = await register(officer);
    const dueOn = async () => (await view(supervisor, complaintId)).deadlines.find(({ kind }) => kind === 'answer');
    const before = await dueOn();
    await officer.done('complaint.requestCompletion', { complaintId, ...words('lampirkan surat') });
    expect((await dueOn())?.state).toBe('paused');
    expect(await view(supervisor, complaintId)).toMatchObject({ stage: 'waiting', waitingFor: 'completion' });
    daysLater(7);
    officer = await staffWindow(office, 'petugas');
    supervisor = await staffWindow(office, 'pengawas');
    await officer.done('complaint.recordCompletion', { complaintId, ...words('surat diterima') });
    const after = await dueOn();
    // Five working days lay in the week of waiting.
    expect([before?.dueOn, after?.dueOn]).toEqual(['2026-12-11', '2026-12-18']);
  });

  test('given nobody does anything, then the officer is warned, the supervisor told, then the head, each once', async () => {
    const { complaintId } = await register(
      officer,
      filledForm((form) => ({ ...form, solution: { ...form.solution, temporary: '' } })),
    );
    daysLater(12);
    supervisor = await staffWindow(office, 'pengawas');
    await expect.poll(async () => (await view(supervisor, complaintId)).escalation).toBe('head');
    const told = (await view(supervisor, complaintId)).timeline.filter(({ kind }) => kind === 'warned' || kind === 'escalated');
    expect(new Set(told.map(({ deadline, kind, eventId }) => `${deadline} ${kind} ${eventId}`)).size).toBe(told.length);
    expect(told.filter(({ kind }) => kind === 'escalated').every(({ level }) => level !== null)).toBe(true);
    // Nobody is named as head: administrators are told. Once somebody is, she is.
    const admin = await staffWindow(office, 'admin');
    const toMe = async (window: TestWindow) => (await window.ask('complaint.attention', {})).escalatedToMe;
    expect([await toMe(admin), await toMe(supervisor)]).toEqual([1, 0]);
    await admin.done('office.saveComplaintRules', { ...defaultComplaintRules, headStaffId: staffIdOf(office, 'pengawas') });
    expect([await toMe(admin), await toMe(supervisor)]).toEqual([0, 1]);
    await supervisor.done('complaint.acknowledgeEscalation', { complaintId });
    expect(await toMe(supervisor)).toBe(0);
    expect((await view(supervisor, complaintId)).escalation).toBe('warned');
  });
});

describe('who sees what', () => {
  test('given rahasia, then another officer sees neither who nor what, a supervisor everything', async () => {
    const { complaintId } = await register(
      supervisor,
      filledForm((form) => ({ ...form, identity: { ...form.identity, confidential: true } })),
    );
    expect(await view(officer, complaintId)).toMatchObject({ mine: false, complainant: null, content: null });
    expect((await list(officer)).rows).toMatchObject([{ title: null, complainant: null, mine: false }]);
    expect(await view(supervisor, complaintId)).toMatchObject({ complainant: { name: marked.name }, content: { title: marked.title } });
    expect(await officer.client.query('complaint.pin', { complaintId })).toMatchObject({ refusal: { type: 'complaintNotYours' } });
    expect((await list(officer, { text: 'zebrawarna' })).matches).toBe(0);
    expect((await list(supervisor, { text: 'zebrawarna' })).matches).toBe(1);
  });

  test('given an open complaint of somebody else, then the name is masked and most steps are not hers', async () => {
    const { complaintId, number } = await register(supervisor);
    const seen = await view(officer, complaintId);
    expect(seen.complainant?.name).toMatch(/^W•+ K•+$/u);
    expect(seen.actions).toEqual(['recordStatusReport', 'note']);
    expect(await officer.client.command('complaint.verify', { complaintId, tag: 'technical', ...words('x') })).toMatchObject({
      refusal: { type: 'complaintNotYours', number },
    });
  });

  test('given rahasia or anonim, then it is in nobody’s answer about the person but its owner’s and supervisors’', async () => {
    for (const hidden of [{ confidential: true }, { anonymous: true }])
      await register(
        supervisor,
        filledForm((form) => ({ ...form, identity: { ...form.identity, ...hidden } })),
      );
    const lookup = { by: 'nik', value: marked.nik } as const;
    const told = (found: readonly { readonly complaints: readonly unknown[] }[]) => found.flatMap(({ complaints }) => complaints);
    expect(told(await officer.ask('person.lookup', lookup))).toEqual([]);
    expect(told(await supervisor.ask('person.lookup', lookup))).toHaveLength(2);
  });

  test('given a complaint of somebody else that is over, then it is in the list no more, and found by its whole number alone', async () => {
    const { complaintId, number } = await register(supervisor);
    expect((await list(officer)).matches).toBe(1);
    await supervisor.done('complaint.close', { complaintId, outcome: 'withdrawn', ...words('dicabut') });
    for (const filters of [{}, { stages: ['closed' as const] }, { text: 'zebrawarna' }, { text: '000001' }, { from: '2026-11-01' }])
      expect({ filters, seen: (await list(officer, filters)).matches }).toEqual({ filters, seen: 0 });
    expect((await list(officer)).stageCounts.find(({ stage }) => stage === 'closed')?.count).toBe(0);
    expect((await list(officer, { text: number.toLowerCase() })).rows).toMatchObject([{ number, stage: 'closed' }]);
    expect((await list(supervisor, { stages: ['closed'] })).matches).toBe(1);
    const own = await register(officer);
    await officer.done('complaint.close', { complaintId: own.complaintId, outcome: 'withdrawn', ...words('dicabut') });
    expect((await list(officer, { stages: ['closed'] })).rows).toMatchObject([{ number: own.number }]);
  });

  test('given her NIK or phone, then a person seen before is found with her complaints', async () => {
    const { number } = await register(officer);
    expect(await officer.ask('person.lookup', { by: 'nik', value: marked.nik })).toMatchObject([
      { name: marked.name, complaints: [{ number }] },
    ]);
    expect(await officer.ask('person.lookup', { by: 'phone', value: '+62 812-7766-5544' })).toMatchObject([{ name: marked.name }]);
    expect(await officer.ask('person.lookup', { by: 'nik', value: '3273015708640098' })).toEqual([]);
  });

  test('given somebody seen before who gives her number alone, then her NIK and address stay known', async () => {
    const first = await register(officer);
    const { personId } = first.form.identity;
    const again = filledForm((form) => ({
      ...form,
      identity: { ...emptyForm(personId).identity, name: marked.name, phone: marked.phone, consent: true },
    }));
    await register(officer, again);
    expect(await officer.ask('person.lookup', { by: 'nik', value: marked.nik })).toMatchObject([
      { personId, nik: marked.nik, address: marked.address, email: marked.email, complaints: [{}, {}] },
    ]);
  });
});

describe('the list', () => {
  test('finds words of the form and of later texts, a number, and forgets nothing over a restart', async () => {
    const { complaintId, number } = await register(officer);
    await officer.done('complaint.note', { complaintId, ...words('ternyata quokkasaurus di arsip') });
    for (const text of ['zebrawarna', 'ZEBRAw', 'quokkasaurus', number, '000001', 'wulansari']) {
      expect({ text, found: (await list(officer, { text })).matches }).toEqual({ text, found: text === 'wulansari' ? 0 : 1 });
    }
    office = await office.restart();
    officer = await staffWindow(office, 'petugas');
    expect((await list(officer, { text: 'quokkasaurus' })).rows.map((row) => row.number)).toEqual([number]);
    expect((await view(officer, complaintId)).timeline.at(-1)?.text).toBe('ternyata quokkasaurus di arsip');
  });

  test('finds a word of every field of the form', async () => {
    const all = filledForm((form) => ({
      ...form,
      listen: { chronology: 'katasatu', notes: [{ at: 1, text: 'katadua' }], gist: 'katatiga' },
      description: {
        ...form.description,
        title: 'kataempat',
        what: 'katalima',
        place: 'kataenam',
        who: 'katatujuh',
        loss: 'katadelapan',
        settlement: 'katasembilan',
      },
      solution: {
        ...form.solution,
        temporary: 'katasepuluh',
        compensation: 'katasebelas',
        referral: { office: 'kataduabelas', reason: 'katatigabelas' },
        legalMeeting: { on: null, note: 'kataempatbelas' },
      },
    }));
    await register(officer, all);
    const texts = JSON.stringify(all).match(/kata[a-z]+/gu) ?? [];
    expect(texts).toHaveLength(14);
    for (const text of texts) expect({ text, found: (await list(officer, { text })).matches }).toEqual({ text, found: 1 });
  });

  test('finds similar complaints and groups recurring ones', async () => {
    for (const place of ['Loket 2', 'Ruang tunggu', 'loket  2 '])
      await register(
        officer,
        filledForm((form) => ({ ...form, description: { ...form.description, place } })),
      );
    const similar = await officer.ask('complaint.similar', { text: 'belum jadi zebrawarna', serviceId: null, unitId: null });
    expect(similar).toHaveLength(3);
    const [group] = await supervisor.ask('complaint.groups', { days: 90 });
    expect(group).toMatchObject({ count: 3, before: 0, proposal: null, places: [{ place: 'loket 2', count: 2 }] });
    const proposalId = v7();
    const complaintIds = group?.complaints.map((complaint) => complaint.complaintId) ?? [];
    await supervisor.done('complaint.proposeStructural', {
      proposalId,
      groupKey: group?.groupKey ?? '',
      complaintIds,
      text: 'ubah SOP cetak',
    });
    expect((await supervisor.ask('complaint.groups', { days: 90 }))[0]?.proposal).toMatchObject({ text: 'ubah SOP cetak' });
  });

  test('a supervisor merges one into the other', async () => {
    const [one, other] = [await register(officer), await register(officer)];
    await supervisor.done('complaint.merge', { complaintId: one.complaintId, intoId: other.complaintId });
    expect(await view(supervisor, one.complaintId)).toMatchObject({ stage: 'merged', mergedInto: { number: other.number } });
    expect((await view(supervisor, other.complaintId)).related).toMatchObject([{ number: one.number, relation: 'merged' }]);
    expect(await officer.client.command('complaint.merge', { complaintId: other.complaintId, intoId: one.complaintId })).toMatchObject({
      failure: { type: 'forbidden' },
    });
  });

  test('saved views are the officer’s own', async () => {
    const saved = { viewId: v7(), name: 'Mendesak', filters: { ...noFilters, priorities: ['urgent' as const] }, sort: 'due' as const };
    await officer.done('complaint.saveView', saved);
    office = await office.restart();
    officer = await staffWindow(office, 'petugas');
    supervisor = await staffWindow(office, 'pengawas');
    expect(await officer.ask('complaint.savedViews', {})).toEqual([saved]);
    expect(await supervisor.ask('complaint.savedViews', {})).toEqual([]);
  });

  test('status reports come due and are moved on when one was sent', async () => {
    const { complaintId, number } = await register(officer);
    expect(await officer.ask('complaint.statusDue', { limit: 10 })).toEqual([]);
    daysLater(8);
    officer = await staffWindow(office, 'petugas');
    expect(await officer.ask('complaint.statusDue', { limit: 10 })).toMatchObject([
      { number, complainant: { phone: marked.phone }, prospect: 'promised', answerDueOn: '2026-12-11' },
    ]);
    await officer.done('complaint.recordStatusReport', { complaintId, channel: 'whatsapp', ...words('masih dikerjakan') });
    expect(await officer.ask('complaint.statusDue', { limit: 10 })).toEqual([]);
  });

  test('a status report promises no date that has passed or stands still, and none is owed to nobody', async () => {
    const { complaintId } = await register(officer);
    const { complaintId: nobody } = await register(
      officer,
      filledForm((form) => ({
        ...form,
        identity: { ...form.identity, anonymous: true, name: '', nik: '', phone: '', address: '', email: '' },
      })),
    );
    daysLater(30);
    officer = await staffWindow(office, 'petugas');
    const due = () => officer.ask('complaint.statusDue', { limit: 10 });
    expect(await due()).toMatchObject([{ complaintId, prospect: 'late', answerDueOn: null }]);
    expect((await officer.ask('complaint.attention', {})).reportsDue).toBe(1);
    expect((await view(officer, nobody)).deadlines.map(({ kind }) => kind)).not.toContain('report');
    await officer.done('complaint.askComplainant', { complaintId, ...words('nomor KK?') });
    expect(await due()).toMatchObject([{ prospect: 'waiting', answerDueOn: null }]);
    await officer.done('complaint.recordReply', { complaintId, satisfied: true, ...words('sudah') });
    await officer.done('complaint.answer', { complaintId, written: false, ...words('sudah dicetak') });
    expect(await due()).toMatchObject([{ prospect: 'answered', answerDueOn: null }]);
  });
});
