/** Orders that the server gives again, and a lead that is gone before another disk has what it decided (records 16 and 23). */
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder } from '../../../server/orders.ts';
import type { CentralOrder } from '../../../shared/sync/orders.ts';
import { asOwner, type Central, type NewTestOffice, startCentral } from '../../fixtures/central.ts';
import { register, words } from '../../fixtures/complaints.ts';
import { staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import { enrolHost, whenever, whenSent } from '../../fixtures/enrolled.ts';
import { startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';

let central: Central;
let nth = 0;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.stop());

interface Enrolled {
  readonly office: TestOffice;
  readonly lead: TestStation;
  readonly other: TestStation;
  readonly made: NewTestOffice;
  /** From now on nothing comes from one to the other, and both take their cable for whole. */
  hang(): void;
}

/** An office of two stations, enrolled, everything of it on both disks. */
async function enrolledOffice(): Promise<Enrolled> {
  nth += 1;
  const made = await central.newOffice(`kantor-${nth}`);
  const office = await startOffice(1, new Date().toISOString());
  const { lead } = office;
  const [other] = office.followers;
  if (other === undefined) throw new Error('no follower');
  const hang = office.hangingLink(lead, other);
  await office.pass(5000);
  await enrolHost(lead, central, made);
  const enrolled = { office, lead, other, made, hang };
  await until(enrolled, () => lead.host.services.central.standing().lastSuccessAt !== null);
  await office.pass(2000);
  return enrolled;
}

/** The outcome of each order as the server knows it, oldest first; `null`: it has not heard of any. */
const outcomes = ({ made }: Enrolled) =>
  asOwner(central.database.url, async (client) => {
    const { rows } = await client.query<{ outcome: string | null }>(
      'SELECT outcome FROM central_order WHERE office_id = $1 ORDER BY order_id',
      [made.officeId],
    );
    return rows.map(({ outcome }) => outcome);
  });

/** Time goes by at every station until something holds; the server is asked in between, so that it has time of its own. */
async function until(enrolled: Enrolled, holds: () => boolean | Promise<boolean>, stepMs = 250) {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (await holds()) return;
    await outcomes(enrolled);
    await enrolled.office.pass(stepMs);
  }
  throw new Error('it never came');
}

async function place({ made }: Enrolled, order: CentralOrder): Promise<string> {
  const { db, changes, now } = central.server.services;
  const orderId = await db.inOffice(made.officeId, (tx) => placeOrder(tx, made.officeId, order, { actor: `agency:${v7()}`, now: now() }));
  changes.announce(made.officeId);
  return orderId;
}

const announcement = (): CentralOrder => {
  const text = { id: 'Pengumuman', en: 'Announcement' };
  return { kind: 'announce', announcementId: v7(), title: text, body: text, until: '2099-12-31' };
};

/** The server forgets what became of its orders, as one that was put back to a backup does, and gives all of them again. */
async function giveAgain(enrolled: Enrolled) {
  await asOwner(central.database.url, (client) =>
    client.query('UPDATE central_order SET outcome = NULL, decided_at = NULL WHERE office_id = $1', [enrolled.made.officeId]),
  );
  // It is behind all others, and they are carried out one after the other.
  const before = (await outcomes(enrolled)).length;
  await place(enrolled, announcement());
  await until(enrolled, async () => (await outcomes(enrolled))[before] === 'done');
}

const written = ({ host }: Pick<TestStation, 'host'>, type: string): readonly { readonly origin: string }[] =>
  host.services.db
    .prepare<[string], { origin: string }>(
      `SELECT origin FROM event WHERE type = ?
       AND NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.origin = event.origin AND left_out.origin_seq = event.origin_seq)`,
    )
    .all(type);

const restarted = async (station: TestStation): Promise<TestStation> => ({
  ...(await station.restart()),
  ...{ ports: station.ports, id: station.id },
});

/** One order that is carried out, one that is refused because it comes too early; then it would fit. */
async function decidedOffice() {
  const enrolled = await enrolledOffice();
  const officer = await staffWindow(enrolled.lead, 'petugas');
  const { complaintId } = await register(officer);
  await place(enrolled, { kind: 'complaint.note', complaintId, ...words('Catatan unit') });
  await place(enrolled, { kind: 'complaint.recordReply', complaintId, ...words('Belum puas'), satisfied: false });
  await until(enrolled, async () => (await outcomes(enrolled)).every((outcome) => outcome !== null));
  expect(await outcomes(enrolled)).toEqual(['done', 'complaintInOtherStage']);
  await officer.done('complaint.verify', { complaintId, ...words(''), tag: 'procedural' });
  await officer.done('complaint.answer', { complaintId, ...words('Sudah jadi.'), written: false });
  await enrolled.office.pass(2000);
  return { ...enrolled, complaintId };
}

const effectsAt = (station: TestStation) => ({
  notes: written(station, 'complaintNoted.v1').length,
  replies: written(station, 'replyRecorded.v1').length,
  stages: station.host.services.db.prepare<[], { stage: string }>('SELECT stage FROM complaint').all(),
});
const once = { notes: 1, replies: 0, stages: [{ stage: 'answered' }] };

describe('an order that comes again', () => {
  it('has the effect that it had, and a refusal is final', async () => {
    const enrolled = await decidedOffice();
    await giveAgain(enrolled);
    expect(effectsAt(enrolled.lead)).toEqual(once);
  });

  it('also when the lead has started again', async () => {
    const enrolled = await decidedOffice();
    const lead = await restarted(enrolled.lead);
    enrolled.office.link(lead, enrolled.other);
    await enrolled.office.pass(5000);
    await giveAgain(enrolled);
    expect(effectsAt(lead)).toEqual(once);
    lead.host.close();
  });

  it('also when another station leads by then', async () => {
    const enrolled = await decidedOffice();
    const { office, lead, other } = enrolled;
    const outcome = lead.host.services.office.handOver(other.id, { kind: 'staff', staffId: staffIdOf(lead, 'pengawas') });
    await office.pass(5000);
    expect(await outcome).toMatchObject({ type: 'done' });
    await giveAgain(enrolled);
    expect(written(other, 'announcementReceived.v1').map(({ origin }) => origin)).toEqual([other.id]);
    for (const station of [lead, other]) expect(effectsAt(station)).toEqual(once);
  });
});

describe('an order that no other disk has heard of yet', () => {
  const notes = (station: TestStation) => written(station, 'complaintNoted.v1');
  /** The lead has carried it out; its cable hangs, so that it cannot know whether another disk has it. */
  async function undecided() {
    const enrolled = await enrolledOffice();
    const { complaintId } = await register(await staffWindow(enrolled.lead, 'petugas'));
    await enrolled.office.pass(2000);
    enrolled.hang();
    await place(enrolled, { kind: 'complaint.note', complaintId, ...words('Catatan unit') });
    await whenever(enrolled.lead, () => notes(enrolled.lead).length === 1);
    await until(enrolled, () => enrolled.lead.host.services.central.standing().waiting.events === 0, 20);
    return enrolled;
  }

  it('is not told to be done, also when the others are given up', async () => {
    const enrolled = await undecided();
    const { office, lead } = enrolled;
    expect([await outcomes(enrolled), written(lead, 'orderDecided.v1')]).toEqual([[null], []]);
    await office.pass(3000);
    expect(lead.host.services.office.standing().mode).toBe('ownOnly');
    await whenSent(lead);
    expect([await outcomes(enrolled), written(lead, 'orderDecided.v1')]).toEqual([[null], []]);
  });

  it('is carried out by the station that takes over, which then tells', async () => {
    const enrolled = await undecided();
    const { office, lead, other } = enrolled;
    lead.host.close();
    await office.pass(20_000);
    const promoted = other.host.services.office.promote(other.id, {
      override: false,
      actor: { kind: 'staff', staffId: staffIdOf(other, 'pengawas') },
    });
    await office.pass(5000);
    expect(await promoted).toMatchObject({ type: 'done' });
    await until(enrolled, async () => (await outcomes(enrolled))[0] === 'done');
    expect(written(other, 'orderDecided.v1')).toEqual([{ origin: other.id }]);
    // Its own, or that of the lead before, which it may have from the server.
    expect(notes(other)).not.toEqual([]);
  });

  it('is not carried out again by a lead that lost power in between', async () => {
    const enrolled = await undecided();
    const { office, other } = enrolled;
    const lead = await restarted(enrolled.lead);
    office.link(lead, other);
    await until(enrolled, async () => (await outcomes(enrolled))[0] === 'done');
    await office.pass(2000);
    for (const station of [lead, other]) expect(notes(station)).toEqual([{ origin: lead.id }]);
    lead.host.close();
  });
});
