/** Two stations that are connected and do not get on: a disk that takes nothing, a station that hangs, a history that does not fit. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import { registerInput } from '../../fixtures/complaints.ts';
import { staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import { differences, startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';

async function openOffice(followers: number) {
  const office = await startOffice(followers);
  const cables = office.followers.map((one) => office.link(office.lead, one));
  await office.pass(5000);
  const window = await staffWindow(office.lead, 'petugas');
  await window.done('queue.openDay', {});
  await office.pass(2000);
  const serviceId = office.lead.host.engine.states.office.counters[0]?.serviceIds[0] ?? '';
  const issue = () => {
    const id = () => office.lead.ports.random.uuid();
    return window.done('queue.issue', { ticketId: id(), visitId: id(), serviceId, ground: null });
  };
  return { office, cables, lead: office.lead, window, issue };
}

const first = (office: TestOffice): TestStation => {
  const [one] = office.followers;
  if (one === undefined) throw new Error('no follower');
  return one;
};

const problemsAt = async (station: TestStation) => {
  const { copyProblems } = await station.window('staff').ask('lead.standing', {});
  return copyProblems.map(({ kind, between, culprit }) => ({ kind, between: between.stationId, culprit: culprit.stationId }));
};

describe('a follower whose disk takes nothing', () => {
  it('holds nobody up, is shown at both, keeps its links, and catches up by itself', async () => {
    const { office, lead, issue } = await openOffice(1);
    const one = first(office);
    one.host.services.db.pragma('query_only = 1');
    // No clock goes on meanwhile: the lead does not wait for it.
    await issue();
    await issue();
    const shown = { kind: 'storage', culprit: one.id };
    expect(await problemsAt(lead)).toEqual([{ ...shown, between: one.id }]);
    expect(await problemsAt(one)).toEqual([{ ...shown, between: lead.id }]);
    await office.pass(10_000);
    expect(one.host.services.office.standing()).toMatchObject({ mode: 'follower', peers: [{ stationId: lead.id }] });
    await issue();
    one.host.services.db.pragma('query_only = 0');
    await office.pass(5000);
    expect([await problemsAt(lead), await problemsAt(one)]).toEqual([[], []]);
    expect(differences(one, lead)).toEqual([]);
  });

  it('does not keep another from holding what was acknowledged', async () => {
    const { office, issue } = await openOffice(2);
    const [one, two] = office.followers;
    one?.host.services.db.pragma('query_only = 1');
    const { ticketId } = await issue();
    expect(two?.host.engine.states.queue.tickets.size).toBe(1);
    expect(two?.host.services.db.prepare('SELECT 1 FROM ticket WHERE id = ?').get(ticketId)).toBeDefined();
    one?.host.services.db.pragma('query_only = 0');
  });
});

describe('a follower that hangs with its link open', () => {
  it('holds a ticket up for two seconds, once', async () => {
    const { office, cables, lead, issue } = await openOffice(1);
    const one = first(office);
    cables[0]?.();
    // It greets, and then nothing that is sent to it is ever read.
    const [near, far] = memoryTransportPair();
    lead.host.services.office.connect({ stationId: one.id, transport: near });
    const heads = Object.fromEntries(one.host.services.events.heads().map(({ origin, originSeq }) => [origin, originSeq]));
    far.send({ t: 'hello', n: 1, heads, rowsSeen: 0 });
    await office.settle();
    let answered = false;
    const waiting = issue().then((ticket) => {
      answered = true;
      return ticket;
    });
    await office.pass(1500);
    expect(answered).toBe(false);
    await office.pass(1000);
    expect((await waiting).number).toMatch(/-001$/u);
    expect(lead.host.services.office.standing().peers).toEqual([]);
    expect((await issue()).number).toMatch(/-002$/u);
  });
});

describe('two followers without the lead', () => {
  it('have on both disks at once what one of them decides: nobody waits for a clock', async () => {
    const { office, cables } = await openOffice(2);
    const [one, two] = office.followers;
    if (one === undefined || two === undefined) throw new Error('no followers');
    office.link(one, two);
    for (const cut of cables) cut();
    await office.pass(8000);
    expect(one.host.services.office.standing().mode).toBe('ownOnly');
    // Logging in and a complaint, while the clocks stand still.
    const window = await staffWindow(one, 'petugas');
    const input = registerInput();
    await window.done('complaint.register', input);
    expect(two.host.services.db.prepare('SELECT 1 FROM complaint WHERE complaint_id = ?').get(input.complaintId)).toBeDefined();
  });
});

/** Its database goes back to what it was before it registered a complaint that the others have; then it registers another one. */
async function putBack(office: TestOffice, one: TestStation, rejoin: (station: TestStation) => () => void) {
  const older = join(one.dataDir, 'older');
  one.host.services.db.exec(`VACUUM INTO '${older}'`);
  const window = await staffWindow(one, 'petugas');
  await window.done('complaint.register', registerInput());
  const cut = rejoin(one);
  await office.pass(5000);
  cut();
  const path = one.host.services.db.name;
  one.host.close();
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  copyFileSync(older, path);
  const again = await one.restart();
  const back: TestStation = { ...again, ports: one.ports, id: one.id };
  const supervisor = await staffWindow(back, 'pengawas');
  await supervisor.done('complaint.register', registerInput());
  rejoin(back);
  await office.pass(4000);
  return { back, supervisor };
}

describe('a station that was put back to an older copy and wrote on', () => {
  it('is named at both ends, holds nobody up, and decides nothing for the office', async () => {
    const { office, cables, lead, issue } = await openOffice(1);
    const one = first(office);
    cables[0]?.();
    await office.pass(8000);
    const { back, supervisor } = await putBack(office, one, (station) => office.link(lead, station));
    expect(await problemsAt(lead)).toEqual([{ kind: 'forked', between: one.id, culprit: one.id }]);
    expect(await problemsAt(back)).toEqual([{ kind: 'forked', between: lead.id, culprit: one.id }]);
    // No clock goes on meanwhile.
    await issue();
    const counterId = lead.host.engine.states.office.counters[0]?.id ?? '';
    const refused = await supervisor.client.command('queue.openCounter', { counterId });
    expect(refused).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
    await back.end();
  });

  it('does not keep another from becoming the lead', async () => {
    const { office, cables, lead } = await openOffice(2);
    const [one, two] = office.followers;
    if (one === undefined || two === undefined) throw new Error('no followers');
    const between = (station: TestStation) => office.link(two, station);
    cables[0]?.();
    await office.pass(8000);
    const { back } = await putBack(office, one, between);
    cables[1]?.();
    await office.pass(20_000);
    const actor = { kind: 'staff', staffId: staffIdOf(two, 'pengawas') } as const;
    const outcome = two.host.services.office.promote(two.id, { override: false, actor });
    await office.pass(4000);
    expect(await outcome).toMatchObject({ type: 'done' });
    expect(lead.id).not.toBe(two.id);
    await back.end();
  });
});
