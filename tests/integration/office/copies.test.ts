import { describe, expect, it } from 'vitest';
import { registerInput } from '../../fixtures/complaints.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { differences, startOffice } from '../../fixtures/stations.ts';

describe('a station that joins', () => {
  it('gets the whole history, the staff and their PINs, and the words in the vault', async () => {
    const office = await startOffice(1);
    const [follower] = office.followers;
    if (follower === undefined) throw new Error('no follower');
    expect(follower.host.services.office.standing()).toMatchObject({ mode: 'waiting', leadId: null });
    office.link(office.lead, follower);
    await office.settle();
    expect(differences(follower, office.lead)).toEqual([]);
    expect(follower.host.services.office.standing()).toMatchObject({ mode: 'follower', leadId: office.lead.id });
    await staffWindow(follower, 'petugas');
  });
});

describe('work at a follower', () => {
  it('is decided by the lead, is on both disks, and is read at once where it was asked for', async () => {
    const office = await startOffice(2);
    for (const follower of office.followers) office.link(office.lead, follower);
    await office.settle();
    const [one, two] = office.followers;
    if (one === undefined || two === undefined) throw new Error('no followers');
    const window = await staffWindow(one, 'petugas');
    await window.done('queue.openDay', {});
    const { counters } = one.host.engine.states.office;
    const counter = counters[0];
    const serviceId = counter?.serviceIds[0] ?? '';
    const ticketId = one.ports.random.uuid();
    const ticket = await window.done('queue.issue', { ticketId, visitId: one.ports.random.uuid(), serviceId, ground: null });
    expect(ticket.number).toMatch(/-001$/u);
    expect((await window.ask('queue.ticket', { ticketId })).ticket.status).toBe('waiting');
    await window.done('queue.openCounter', { counterId: counter?.id ?? '' });
    await window.done('queue.callNext', { counterId: counter?.id ?? '' });
    expect((await window.ask('queue.ticket', { ticketId })).ticket.status).toBe('called');
    const called = one.host.services.events
      .sharedAfter(0, 10_000)
      .filter(({ type }) => type === 'ticketCalled.v1')
      .at(-1);
    expect(called).toMatchObject({ origin: office.lead.id, actor: expect.stringMatching(/^staff:/u) });
    await office.settle();
    for (const station of office.all) expect(differences(station, office.lead)).toEqual([]);
  });

  it('registers a complaint where it happened, and the others have it with its words', async () => {
    const office = await startOffice(2);
    for (const follower of office.followers) office.link(office.lead, follower);
    await office.settle();
    const [one, two] = office.followers;
    if (one === undefined || two === undefined) throw new Error('no followers');
    const window = await staffWindow(one, 'petugas');
    const input = registerInput();
    await window.done('complaint.register', input);
    await office.pass(5000);
    for (const station of office.all) expect(differences(station, office.lead)).toEqual([]);
    const supervisor = await staffWindow(two, 'pengawas');
    const view = await supervisor.ask('complaint.view', { complaintId: input.complaintId });
    expect(JSON.stringify(view)).toContain(input.form.listen.chronology);
  });

  it('says plainly that the lead cannot be reached, and does what needs no lead', async () => {
    const office = await startOffice(1);
    const [one] = office.followers;
    if (one === undefined) throw new Error('no follower');
    const cut = office.link(office.lead, one);
    await office.settle();
    const window = await staffWindow(one, 'petugas');
    cut();
    const reply = await window.client.command('queue.openDay', {});
    expect(reply).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
    await window.done('complaint.register', registerInput());
    office.link(office.lead, one);
    await office.settle();
    await window.done('queue.openDay', {});
    expect(differences(one, office.lead)).toEqual([]);
  });
});
