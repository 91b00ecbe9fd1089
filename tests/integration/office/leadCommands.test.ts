import { describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../shared/rpc/roles.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';

async function threeStations() {
  const office = await startOffice(2);
  const [one, two] = office.followers;
  if (one === undefined || two === undefined) throw new Error('no followers');
  const cables = {
    leadOne: office.link(office.lead, one),
    leadTwo: office.link(office.lead, two),
    oneTwo: office.link(one, two),
  };
  await office.pass(5000);
  return { office, lead: office.lead, one, two, cables };
}

const at = async (station: TestStation, role: StaffRole = 'pengawas') => (await staffWindow(station, role)).client;
const modes = (office: TestOffice) => office.all.map(({ host }) => host.services.office.standing().mode);
const appointments = (station: TestStation) =>
  station.host.services.events
    .sharedAfter(0, 100_000)
    .filter(({ type }) => type === 'leadAppointed.v1' || type === 'leadKept.v1')
    .map(({ type, actor, data }) => ({ type, actor, data: JSON.parse(data) as Record<string, unknown> }));

/** What is asked while the clocks stand is answered when they go on. */
async function after<Reply>(office: TestOffice, ms: number, reply: Promise<Reply>): Promise<Reply> {
  await office.pass(ms);
  return reply;
}

describe('the standing of a station', () => {
  it('is told to every kind of window: who leads, and since when it works by itself', async () => {
    const { office, lead, one, two, cables } = await threeStations();
    const stations = [lead, one, two].map(({ id }) => expect.objectContaining({ stationId: id }));
    for (const window of [one.window('staff'), one.window('kiosk'), one.window('board'), await staffWindow(one, 'keamanan')]) {
      expect(await window.ask('lead.standing', {})).toMatchObject({
        stationId: one.id,
        mode: 'follower',
        isLead: false,
        lead: { stationId: lead.id },
        cutOffSince: null,
        stations: expect.arrayContaining(stations) as unknown,
      });
    }
    const board = one.window('board');
    const kiosk = one.window('kiosk');
    expect([(await board.ask('queue.board', {})).ownOnly, (await kiosk.ask('queue.kiosk', {})).ownSeries]).toEqual([false, null]);
    const heardAt = one.ports.clock.now();
    const heard = new Promise((resolve) => {
      board.client.onChanged(resolve);
    });
    cables.leadOne();
    await office.pass(9000);
    await heard;
    const cutOff = await board.ask('lead.standing', {});
    expect(cutOff.mode).toBe('ownOnly');
    expect(Math.abs((cutOff.cutOffSince ?? 0) - heardAt)).toBeLessThan(3000);
    expect([(await board.ask('queue.board', {})).ownOnly, (await kiosk.ask('queue.kiosk', {})).ownSeries]).toEqual([true, 'B']);
    office.link(lead, one);
    await office.pass(5000);
    expect(await board.ask('lead.standing', {})).toMatchObject({ mode: 'follower', cutOffSince: null });
  });

  it('of a station that is alone in its office is just that', async () => {
    const { lead } = await startOffice(0);
    expect(await lead.window('board').ask('lead.standing', {})).toMatchObject({ mode: 'alone', isLead: true, cutOffSince: null });
    expect(await (await at(lead)).command('lead.keepLeading', {})).toMatchObject({ kind: 'done' });
    expect(appointments(lead)).toEqual([]);
  });
});

describe('the candidates', () => {
  it('say whose copy is behind, who hears the lead and who does not answer', async () => {
    const { office, lead, one, two, cables } = await threeStations();
    const all = await after(office, 500, (await at(two)).query('lead.candidates', {}));
    expect(all).toMatchObject({ kind: 'done', output: { recommendedId: two.id } });
    if (all.kind !== 'done') throw new Error(all.kind);
    expect(all.output.stations.map(({ isReachable, behind, isHere }) => ({ isReachable, behind, isHere }))).toEqual(
      all.output.stations.map(({ stationId }) => ({ isReachable: true, behind: 0, isHere: stationId === two.id })),
    );
    cables.leadOne();
    cables.leadTwo();
    cables.oneTwo();
    await office.pass(20_000);
    const alone = await after(office, 4000, (await at(two)).query('lead.candidates', {}));
    if (alone.kind !== 'done') throw new Error(alone.kind);
    const of = (id: string) => alone.output.stations.find(({ stationId }) => stationId === id);
    expect(of(one.id)).toMatchObject({ isReachable: false, behind: null, hearsLead: null });
    expect(of(lead.id)).toMatchObject({ isReachable: false, isLead: true });
    expect(of(two.id)).toMatchObject({ isReachable: true, isHere: true, behind: 0, hearsLead: false });
  });
});

describe('promoting from any desk', () => {
  it('makes another station the lead once nobody hears the old one', async () => {
    const { office, lead, one, two, cables } = await threeStations();
    const supervisor = await at(two);
    cables.leadOne();
    cables.leadTwo();
    await office.pass(2000);
    const early = await after(office, 4000, supervisor.command('lead.promote', { stationId: one.id, override: true }));
    expect(early).toMatchObject({ kind: 'refused', refusal: { type: 'leadStillThere' } });
    await office.pass(16_000);
    const reply = await after(office, 5000, supervisor.command('lead.promote', { stationId: one.id, override: false }));
    expect(reply).toMatchObject({ kind: 'done' });
    expect(modes(office).slice(1)).toEqual(['lead', 'follower']);
    expect(appointments(one)).toMatchObject([
      {
        actor: expect.stringMatching(/^staff:/u) as unknown,
        data: { stationId: one.id, before: lead.id, appointment: 'promotion', override: false },
      },
    ]);
  });

  it('names the stations that could not be asked, and goes on when the person takes the risk', async () => {
    const { office, lead, one, two, cables } = await threeStations();
    const supervisor = await at(one, 'admin');
    cables.leadOne();
    cables.oneTwo();
    await office.pass(20_000);
    const refused = await after(office, 5000, supervisor.command('lead.promote', { stationId: one.id, override: false }));
    expect(refused).toMatchObject({ kind: 'refused', refusal: { type: 'stationsNotAsked', stations: [{ stationId: two.id }] } });
    expect(appointments(one)).toEqual([]);
    const forced = await after(office, 5000, supervisor.command('lead.promote', { stationId: one.id, override: true }));
    expect(forced).toMatchObject({ kind: 'done' });
    expect(appointments(one)).toMatchObject([{ data: { stationId: one.id, before: lead.id, override: true } }]);
  });

  it('refuses a station that is not there, and takes effect once', async () => {
    const { office, lead, two, cables } = await threeStations();
    const supervisor = await at(two);
    const gone = '01935000-0000-7000-8000-00000000dead';
    expect(await supervisor.command('lead.promote', { stationId: gone, override: false })).toMatchObject({
      kind: 'refused',
      refusal: { type: 'stationUnreachable', station: { stationId: gone } },
    });
    cables.leadOne();
    cables.leadTwo();
    await office.pass(20_000);
    const commandId = two.ports.random.uuid();
    const input = { stationId: two.id, override: false };
    const first = await after(office, 5000, supervisor.command('lead.promote', input, commandId));
    expect(await supervisor.command('lead.promote', input, commandId)).toEqual(first);
    expect(appointments(two)).toHaveLength(1);
    expect(lead.id).not.toBe(two.id);
  });
});

describe('handing over from any desk', () => {
  it('from a follower’s window, to a third station and to itself', async () => {
    const { office, lead, one, two } = await threeStations();
    const supervisor = await at(two);
    const toOne = await after(office, 6000, supervisor.command('lead.handOver', { stationId: one.id }));
    expect(toOne).toEqual({ kind: 'done', output: {} });
    expect(modes(office)).toEqual(['follower', 'lead', 'follower']);
    const toItself = await after(office, 6000, supervisor.command('lead.handOver', { stationId: two.id }));
    expect(toItself).toEqual({ kind: 'done', output: {} });
    expect(modes(office)).toEqual(['follower', 'follower', 'lead']);
    const back = await after(office, 6000, supervisor.command('lead.handOver', { stationId: lead.id }));
    expect(back).toEqual({ kind: 'done', output: {} });
    expect(modes(office)).toEqual(['lead', 'follower', 'follower']);
    expect(appointments(two).map(({ data }) => data['appointment'])).toEqual(['handOver', 'handOver', 'handOver']);
    for (const { actor } of appointments(two)) expect(actor).toMatch(/^staff:/u);
  });

  it('is refused when the successor is not there or the lead is not heard', async () => {
    const { office, lead, one, two, cables } = await threeStations();
    const [atOne, atTwo] = [await at(one), await at(two)];
    cables.leadOne();
    const gone = await after(office, 4000, atTwo.command('lead.handOver', { stationId: one.id }));
    expect(gone).toMatchObject({ kind: 'refused', refusal: { type: 'stationUnreachable', station: { stationId: one.id } } });
    expect(modes(office)[0]).toBe('lead');
    await office.pass(8000);
    const deaf = await after(office, 1000, atOne.command('lead.handOver', { stationId: one.id }));
    expect(deaf).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
    expect(lead.host.services.office.standing().leadId).toBe(lead.id);
  });
});

describe('a lead that reaches nobody', () => {
  it('goes on by a person’s word, which is recorded with who', async () => {
    const { office, lead, one, cables } = await threeStations();
    const follower = await (await at(one)).command('lead.keepLeading', {});
    expect(follower).toMatchObject({ kind: 'refused', refusal: { type: 'leadElsewhere', lead: { stationId: lead.id } } });
    cables.leadOne();
    cables.leadTwo();
    await office.pass(18_000);
    const supervisor = await at(lead);
    expect(await supervisor.query('lead.standing', {})).toMatchObject({ output: { mode: 'ownOnly', isLead: true, isKept: false } });
    expect(await supervisor.command('lead.keepLeading', {})).toMatchObject({ kind: 'done' });
    expect(await supervisor.query('lead.standing', {})).toMatchObject({ output: { mode: 'lead', isKept: true, cutOffSince: null } });
    expect(appointments(lead)).toMatchObject([{ type: 'leadKept.v1', actor: expect.stringMatching(/^staff:/u) as unknown }]);
  });
});

describe('who may say who leads', () => {
  it.each(['petugas', 'keamanan'] as const)('not %s', async (role) => {
    const { lead } = await startOffice(0);
    const client = await at(lead, role);
    const forbidden = (method: string) => ({ kind: 'failed', failure: { type: 'forbidden', method } });
    expect(await client.command('lead.promote', { stationId: lead.id, override: true })).toEqual(forbidden('lead.promote'));
    expect(await client.command('lead.handOver', { stationId: lead.id })).toEqual(forbidden('lead.handOver'));
    expect(await client.command('lead.keepLeading', {})).toEqual(forbidden('lead.keepLeading'));
    expect(await client.query('lead.candidates', {})).toEqual(forbidden('lead.candidates'));
  });
});
