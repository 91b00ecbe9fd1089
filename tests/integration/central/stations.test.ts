/** Several stations of one office and its central server: one sends, another takes over, copies put back, a cable pulled. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../server/orders.ts';
import { asOwner, type Central, type NewTestOffice, startCentral } from '../../fixtures/central.ts';
import { register, words } from '../../fixtures/complaints.ts';
import { staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import { enrolHost, whenever } from '../../fixtures/enrolled.ts';
import { differences, startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';

let central: Central;
let nth = 0;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.stop());

interface Enrolled {
  readonly office: TestOffice;
  readonly lead: TestStation;
  readonly one: TestStation;
  readonly two: TestStation;
  readonly made: NewTestOffice;
  /** Pulls the cables of the lead. */
  cutLead(): void;
  /** Puts them back. */
  linkLead(): void;
}

/** A lead and two others, all connected, enrolled. */
async function enrolledOffice(): Promise<Enrolled> {
  nth += 1;
  const made = await central.newOffice(`kantor-${nth}`);
  const office = await startOffice(2);
  const { lead } = office;
  const [one, two] = office.followers;
  if (one === undefined || two === undefined) throw new Error('no followers');
  let cables = [office.link(lead, one), office.link(lead, two)];
  office.link(one, two);
  await office.pass(5000);
  await enrolHost(lead, central, made);
  await whenSent(lead);
  await office.pass(2000);
  return {
    ...{ office, lead, one, two, made },
    cutLead: () => cables.forEach((cut) => cut()),
    linkLead() {
      cables = [office.link(lead, one), office.link(lead, two)];
    },
  };
}

const rows = ({ made }: Enrolled, sql: string) =>
  asOwner(central.database.url, async (client) => (await client.query<Record<string, unknown>>(sql, [made.officeId])).rows);
const standing = ({ host }: TestStation) => host.services.central.standing();

/** Time goes by for these stations alone, in steps of their looking whose duty it is. */
async function idle({ office }: Enrolled, stations: readonly TestStation[], ms: number) {
  for (let passed = 0; passed < ms; passed += 15_000) {
    for (const { ports } of stations) ports.advance(15_000);
    await office.settle();
  }
}

/** Waits until a station has sent all that it has; its clock goes on over the pauses that it makes beside people’s work. */
async function whenSent(station: TestStation) {
  for (let turn = 0; turn < 400; turn += 1) {
    const { waiting, lastSuccessAt } = standing(station);
    if (waiting.events === 0 && lastSuccessAt !== null) return;
    station.ports.advance(200);
    await new Promise((resolve) => void setTimeout(resolve, 10));
  }
  throw new Error(`it was never sent: ${JSON.stringify(standing(station))}`);
}

/** Lets time go by for these stations until something holds that the server must say. */
async function until(enrolled: Enrolled, stations: readonly TestStation[], holds: () => Promise<boolean>) {
  for (let turn = 0; turn < 50; turn += 1) {
    if (await holds()) return;
    await idle(enrolled, stations, 15_000);
  }
  throw new Error('it never came');
}

/** The server has each event of a station's copy once, and nothing else. */
async function expectEqual(enrolled: Enrolled, { host }: TestStation) {
  expect(
    await rows(
      enrolled,
      'SELECT origin, origin_seq::int AS "originSeq", encode(hash, \'hex\') AS hash FROM chain_head WHERE office_id = $1 ORDER BY origin',
    ),
  ).toEqual(host.services.events.heads().toSorted((a, b) => (a.origin < b.origin ? -1 : 1)));
  const n = host.services.events.count();
  expect(
    await rows(enrolled, 'SELECT count(*)::int AS n, count(DISTINCT (origin, origin_seq))::int AS places FROM event WHERE office_id = $1'),
  ).toEqual([{ n, places: n }]);
}

describe('who sends', () => {
  it('is the lead; when it has been away for five minutes one other does, with words and PINs; then the lead again', async () => {
    const enrolled = await enrolledOffice();
    const { office, lead, one, two } = enrolled;
    expect([lead, one, two].map((station) => standing(station).isPusher)).toEqual([true, false, false]);
    // What another one has sent does not wait here.
    expect(standing(one).waiting).toEqual({ events: 0, since: null, files: 0 });
    // Decided by the lead and nowhere sent, because its own way to the server is cut first.
    const officer = await staffWindow(lead, 'petugas');
    const { complaintId } = await register(officer);
    await officer.done('complaint.verify', { complaintId, ...words(''), tag: 'procedural' });
    await officer.done('complaint.answer', { complaintId, ...words('Sudah jadi.'), written: false });
    await whenSent(lead);
    await office.pass(2000);
    enrolled.cutLead();
    lead.host.close();
    // The server forgets it, and so does not have it when the other takes over.
    await asOwner(central.database.url, async (client) => {
      for (const table of ['event', 'chain_head', 'complaint', 'sealed_text', 'office_position'])
        await client.query(`DELETE FROM ${table} WHERE office_id = $1`, [enrolled.made.officeId]);
    });
    await idle(enrolled, [one, two], 4 * 60_000);
    expect([one, two].map((station) => standing(station).isPusher)).toEqual([false, false]);
    await idle(enrolled, [one, two], 90_000);
    const senders = [one, two].filter((station) => standing(station).isPusher);
    expect(senders).toHaveLength(1);
    const [sender] = senders as [TestStation];
    await whenSent(sender);
    await expectEqual(enrolled, sender);
    expect(await rows(enrolled, 'SELECT count(*)::int AS n, count(pin_tag)::int AS pins FROM complaint WHERE office_id = $1')).toEqual([
      { n: 1, pins: 1 },
    ]);
    expect((await rows(enrolled, 'SELECT kind FROM sealed_text WHERE office_id = $1 ORDER BY kind')).map(({ kind }) => kind)).toEqual([
      'answer',
      'contact',
    ]);
  });

  it('is the lead again when it comes back, and the one that it was handed to', async () => {
    const enrolled = await enrolledOffice();
    const { office, lead, one, two } = enrolled;
    enrolled.cutLead();
    await idle(enrolled, [one, two], 6 * 60_000);
    expect([one, two].filter((station) => standing(station).isPusher)).toHaveLength(1);
    enrolled.linkLead();
    await office.pass(5000);
    expect([lead, one, two].map((station) => standing(station).isPusher)).toEqual([true, false, false]);
    await register(await staffWindow(lead, 'petugas'));
    await whenSent(lead);
    await office.pass(3000);
    await expectEqual(enrolled, lead);
    const outcome = lead.host.services.office.handOver(two.id, { kind: 'staff', staffId: staffIdOf(lead, 'pengawas') });
    await office.pass(5000);
    expect(await outcome).toMatchObject({ type: 'done' });
    expect([lead, one, two].map((station) => standing(station).isPusher)).toEqual([false, false, true]);
    const { complaintId } = await register(await staffWindow(two, 'petugas'));
    await whenSent(two);
    await office.pass(2000);
    await expectEqual(enrolled, two);
    expect(await rows(enrolled, 'SELECT complaint_id FROM complaint WHERE office_id = $1')).toContainEqual({ complaint_id: complaintId });
  });

  it('is nobody who was revoked', async () => {
    const enrolled = await enrolledOffice();
    const { office, lead, one, two } = enrolled;
    const administrator = await staffWindow(lead, 'admin');
    for (const [method, { id }] of [
      ['stations.enterFoundingLead', lead],
      ['stations.enterStation', one],
    ] as const)
      lead.host.engine.execute({
        method,
        input: { id, fingerprint: id.replaceAll('-', '').padEnd(64, '0'), name: id.slice(-8), place: '', roles: ['counter'] },
        commandId: v7(),
        actor: { kind: 'system' },
        roles: ['system'],
      });
    await administrator.done('stations.revoke', { stationId: one.id });
    await office.pass(3000);
    enrolled.cutLead();
    await idle(enrolled, [one, two], 6 * 60_000);
    expect(standing(one).isPusher).toBe(false);
    expect(standing(two).isPusher).toBe(true);
  });
});

describe('words that are late', () => {
  it('are sent by the other station as soon as they reach its vault', async () => {
    const enrolled = await enrolledOffice();
    const { lead, one, two } = enrolled;
    // What the vault of the lead holds does not reach the others: they have the event alone.
    enrolled.cutLead();
    const officer = await staffWindow(lead, 'petugas');
    lead.host.services.office.keepLeading({ kind: 'staff', staffId: staffIdOf(lead, 'pengawas') });
    const { complaintId } = await register(officer);
    const rowsBefore = one.host.services.vault.shared.seen(lead.id);
    const { events, vault } = lead.host.services;
    const late = { rows: vault.shared.after(rowsBefore, 10_000).map(({ row }) => row), upTo: vault.shared.last() };
    const fresh = events
      .sharedAfter(0, 10_000)
      .filter(
        ({ origin, originSeq }) => originSeq > (one.host.services.events.heads().find((head) => head.origin === origin)?.originSeq ?? 0),
      );
    for (const station of [one, two])
      station.host.engine.adopt(
        fresh.map(({ seq: _seq, ...event }) => event),
        [],
      );
    lead.host.close();
    // The server does not have it either.
    await asOwner(central.database.url, async (client) => {
      for (const table of ['event', 'chain_head', 'complaint', 'sealed_text', 'office_position'])
        await client.query(`DELETE FROM ${table} WHERE office_id = $1`, [enrolled.made.officeId]);
    });
    await idle(enrolled, [one, two], 6 * 60_000);
    const [sender] = [one, two].filter((station) => standing(station).isPusher);
    if (sender === undefined) throw new Error('nobody sends');
    await whenSent(sender);
    // Whoever has the number and the PIN can follow it already: that takes nothing of the vault.
    expect(await rows(enrolled, 'SELECT complaint_id, pin_tag IS NOT NULL AS followed FROM complaint WHERE office_id = $1')).toEqual([
      { complaint_id: complaintId, followed: true },
    ]);
    expect(await rows(enrolled, 'SELECT kind FROM sealed_text WHERE office_id = $1')).toEqual([]);
    for (const station of [one, two]) {
      station.host.services.vault.shared.adopt(late.rows, { station: lead.id, upTo: late.upTo });
      station.host.engine.announce([]);
    }
    await whenever(sender, async () => (await rows(enrolled, 'SELECT 1 FROM sealed_text WHERE office_id = $1')).length === 1);
    expect(await rows(enrolled, 'SELECT kind FROM sealed_text WHERE office_id = $1')).toEqual([{ kind: 'contact' }]);
  });
});

describe('a station that is cut off', () => {
  it('takes what the others write from the server, keeps its own, sends it, and is like them when the cable is whole', async () => {
    const enrolled = await enrolledOffice();
    const { office, lead, one, two } = enrolled;
    const officer = await staffWindow(lead, 'petugas');
    await officer.done('queue.openDay', {});
    await office.pass(2000);
    enrolled.cutLead();
    await office.pass(8000);
    expect(standing(one).isPusher).toBe(false);
    expect(one.host.services.office.standing().mode).toBe('ownOnly');
    lead.host.services.office.keepLeading({ kind: 'staff', staffId: staffIdOf(lead, 'pengawas') });
    const { complaintId } = await register(officer);
    await whenSent(lead);
    one.ports.advance(31_000);
    await whenever(one, () => [...one.host.services.events.ofStream(`complaint/${complaintId}`)].length > 0);
    const { counters } = one.host.engine.states.office;
    const window = await staffWindow(one, 'pengawas');
    const own = await window.done('queue.issue', {
      ...{ ticketId: one.ports.random.uuid(), visitId: one.ports.random.uuid(), ground: null },
      serviceId: counters[0]?.serviceIds[0] ?? '',
    });
    await idle(enrolled, [one, two], 6 * 60_000);
    const ofOne = `SELECT 1 FROM event WHERE office_id = $1 AND type = 'ticketIssued.v1' AND origin = '${one.id}'`;
    await until(enrolled, [one, two], async () => (await rows(enrolled, ofOne)).length > 0);
    lead.ports.advance(6 * 60_000);
    enrolled.linkLead();
    await office.pass(8000);
    for (const station of [one, two]) expect(differences(station, lead)).toEqual([]);
    await whenSent(lead);
    await expectEqual(enrolled, lead);
    expect((await (await staffWindow(one, 'pengawas')).ask('queue.ticket', { ticketId: own.ticketId })).ticket.status).toBe('waiting');
  });
});

describe('orders', () => {
  it('are carried out by the lead alone', async () => {
    const enrolled = await enrolledOffice();
    const { office, lead, one, two, made } = enrolled;
    const { complaintId } = await register(await staffWindow(lead, 'petugas'));
    await whenSent(lead);
    enrolled.cutLead();
    await idle(enrolled, [one, two], 6 * 60_000);
    const { db, changes, now } = central.server.services;
    await db.inOffice(made.officeId, (tx) =>
      placeOrder(
        tx,
        made.officeId,
        { kind: 'complaint.note', complaintId, textId: v7(), text: 'Catatan unit' },
        { actor: `agency:${v7()}`, now: now() },
      ),
    );
    changes.announce(made.officeId);
    await idle(enrolled, [one, two], 30_000);
    const noted = ({ host }: TestStation) =>
      [...host.services.events.ofStream(`complaint/${complaintId}`)].filter(({ type }) => type === 'complaintNoted.v1');
    expect([one, two].flatMap(noted)).toEqual([]);
    enrolled.linkLead();
    await office.pass(4000);
    await whenever(lead, () => noted(lead).length === 1);
    await office.pass(3000);
    expect(new Set([lead, one, two].map((station) => noted(station)[0]?.origin))).toEqual(new Set([lead.id]));
  });
});
