import { describe, expect, it } from 'vitest';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { differences, startOffice, type TestStation } from '../../fixtures/stations.ts';

/** An officer at a counter of her own, and a kiosk beside her. */
async function counterAt(station: TestStation, index: number, opened: boolean) {
  const window = await staffWindow(station, index === 0 ? 'petugas' : 'pengawas');
  const { counters } = station.host.engine.states.office;
  const counter = counters[index];
  if (counter === undefined) throw new Error('no such counter');
  if (!opened) await window.done('queue.openDay', {});
  await window.done('queue.openCounter', { counterId: counter.id });
  const issue = () =>
    window.done('queue.issue', {
      ticketId: station.ports.random.uuid(),
      visitId: station.ports.random.uuid(),
      serviceId: counter.serviceIds[0] ?? '',
      ground: null,
    });
  return { window, counterId: counter.id, issue };
}

async function cutOffFollower() {
  const office = await startOffice(2);
  const [one, two] = office.followers;
  if (one === undefined || two === undefined) throw new Error('no followers');
  const cut = office.link(office.lead, one);
  office.link(office.lead, two);
  await office.pass(5000);
  const atLead = await counterAt(office.lead, 0, false);
  const atOne = await counterAt(one, 1, true);
  return { office, lead: office.lead, one, two, cut, atLead, atOne };
}

describe('a follower that is cut off', () => {
  it('goes on with its own series and its own visitors, and everything is one queue again after healing', async () => {
    const { office, lead, one, two, cut, atLead, atOne } = await cutOffFollower();
    const before = await atLead.issue();
    cut();
    await office.pass(8000);
    expect(one.host.services.office.standing().mode).toBe('ownOnly');
    const own = await atOne.issue();
    expect(own.number).toMatch(/^[A-Z]B-001$/u);
    const also = await atLead.issue();
    expect(also.number).not.toBe(before.number);
    // Only who was numbered here is called here.
    const called = await atOne.window.done('queue.callNext', { counterId: atOne.counterId });
    expect(called.number).toBe(own.number);
    await atOne.window.done('queue.startServing', { counterId: atOne.counterId, ticketId: called.ticketId });
    const waiting = await atOne.issue();
    await office.pass(2000);
    expect((await atOne.window.ask('queue.ticket', { ticketId: called.ticketId })).ticket.status).toBe('serving');
    office.link(lead, one);
    await office.pass(5000);
    expect(one.host.services.office.standing().mode).toBe('follower');
    for (const station of [one, two]) expect(differences(station, lead)).toEqual([]);
    // What began cut off ends as if nothing had been.
    await atOne.window.done('queue.finish', { counterId: atOne.counterId, ticketId: called.ticketId });
    expect((await atLead.window.ask('queue.ticket', { ticketId: waiting.ticketId })).ticket.status).toBe('waiting');
    const notices = await atOne.window.ask('queue.notices', {});
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['calledWhileCutOff', 'numbersOfAnotherSeries']));
    await office.pass(2000);
    for (const station of [one, two]) expect(differences(station, lead)).toEqual([]);
  });

  it('keeps what it did through a restart in the middle', async () => {
    const { office, lead, one, cut, atOne } = await cutOffFollower();
    cut();
    await office.pass(8000);
    const own = await atOne.issue();
    await atOne.window.done('queue.callNext', { counterId: atOne.counterId });
    const again = await one.restart();
    expect(again.host.engine.states.queue.desks[atOne.counterId]?.currentId).toBe(own.ticketId);
    await again.end();
    expect(lead.host.engine.states.queue.desks[atOne.counterId]?.currentId).toBeNull();
  });

  it('does not let the lead call what was called there', async () => {
    const { office, lead, one, cut, atLead, atOne } = await cutOffFollower();
    cut();
    await office.pass(8000);
    await atOne.issue();
    await atOne.window.done('queue.callNext', { counterId: atOne.counterId });
    office.link(lead, one);
    await office.pass(4000);
    const reply = await atLead.window.client.command('queue.callNext', { counterId: atLead.counterId });
    expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'nobodyWaiting' } });
    expect(lead.host.engine.states.queue.desks[atOne.counterId]?.currentId).not.toBeNull();
  });
});

describe('a lead that is cut off from everybody', () => {
  it('works on its own and merges it when somebody comes back', async () => {
    const office = await startOffice(1);
    const [one] = office.followers;
    if (one === undefined) throw new Error('no follower');
    const cut = office.link(office.lead, one);
    await office.pass(5000);
    const atLead = await counterAt(office.lead, 0, false);
    await atLead.issue();
    cut();
    await office.pass(17_000);
    expect(office.lead.host.services.office.standing().mode).toBe('ownOnly');
    const own = await atLead.issue();
    expect(own.number).toMatch(/^[A-Z]-002$/u);
    const called = await atLead.window.done('queue.callNext', { counterId: atLead.counterId });
    expect(called.number).toBe(own.number);
    office.link(office.lead, one);
    await office.pass(5000);
    expect(office.lead.host.services.office.standing().mode).toBe('lead');
    expect(differences(one, office.lead)).toEqual([]);
    expect(one.host.engine.states.queue.desks[atLead.counterId]?.currentId).toBe(own.ticketId);
  });
});
