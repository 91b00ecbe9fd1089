/** A station that is cut off when a new day begins opens it by itself (decision 0016, rule 9), and it is one day again after healing. */
import { describe, expect, it } from 'vitest';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { bring, differences, startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';

const today = '2026-11-23';
const tomorrow = '2026-11-24';
const dayMs = 24 * 3600_000;

const queueOf = (station: TestStation) => station.host.engine.states.queue;
const modeOf = (station: TestStation) => station.host.services.office.standing().mode;

/** An officer who opens the day if it is not, and her counter. */
async function counterAt(station: TestStation, index: number) {
  const window = await staffWindow(station, index === 0 ? 'petugas' : 'pengawas');
  const counter = station.host.engine.states.office.counters[index];
  if (counter === undefined) throw new Error('no such counter');
  const counterId = counter.id;
  const issue = () =>
    window.done('queue.issue', {
      ticketId: station.ports.random.uuid(),
      visitId: station.ports.random.uuid(),
      serviceId: counter.serviceIds[0] ?? '',
      ground: null,
    });
  return { window, counterId, issue, open: () => window.done('queue.openCounter', { counterId }) };
}

/** The computers slept until half past seven of the next morning; nobody was left in the evening. */
async function nextMorning(office: TestOffice): Promise<void> {
  for (const { ports } of office.all) ports.jumpWallClock(dayMs - 30 * 60_000);
  await office.pass(22_000);
}

/** Monday's day is open at the lead; one follower is cut off in the evening. */
async function cutOffOverNight() {
  const office = await startOffice(2);
  const [one, two] = office.followers;
  if (one === undefined || two === undefined) throw new Error('no followers');
  const cut = office.link(office.lead, one);
  office.link(office.lead, two);
  await office.pass(5000);
  const evening = await counterAt(office.lead, 0);
  await evening.window.done('queue.openDay', {});
  await office.pass(2000);
  cut();
  await nextMorning(office);
  return { office, lead: office.lead, one, two };
}

/** Opens the day at the station by itself and has one visitor served there, one at the counter and one waiting. */
async function workAt(station: TestStation, index: number) {
  const at = await counterAt(station, index);
  expect(await at.window.ask('queue.counters', {})).toMatchObject({ day: { date: tomorrow, status: 'notOpened' } });
  expect(await at.window.done('queue.openDay', {})).toEqual({ date: tomorrow });
  await at.open();
  const [first, second, third] = [await at.issue(), await at.issue(), await at.issue()];
  const { counterId } = at;
  for (const ticket of [first, second]) {
    expect((await at.window.done('queue.callNext', { counterId })).number).toBe(ticket.number);
    await at.window.done('queue.startServing', { counterId, ticketId: ticket.ticketId });
    if (ticket === first) await at.window.done('queue.finish', { counterId, ticketId: ticket.ticketId });
  }
  return { ...at, first, second, third };
}

const statuses = (station: TestStation, numbers: readonly string[]) =>
  numbers.map(
    (number) =>
      station.host.services.db
        .prepare<[string, string], { status: string }>('SELECT status FROM ticket WHERE date = ? AND number = ?')
        .get(tomorrow, number)?.status,
  );

describe('a follower that is cut off over midnight', () => {
  it.each([true, false])('opens its own day, and it is the office’s after healing; the lead opened it too: %s', async (leadOpens) => {
    const { office, lead, one, two } = await cutOffOverNight();
    expect(modeOf(one)).toBe('ownOnly');
    const atLead = await counterAt(lead, 0);
    if (leadOpens) {
      await atLead.window.done('queue.openDay', {});
      await atLead.open();
      await atLead.issue();
    }
    const there = await workAt(one, 1);
    const numbers = [there.first, there.second, there.third].map(({ number }) => number);
    expect(numbers[0]).toMatch(/^[A-Z]B-001$/u);
    office.link(lead, one);
    await office.pass(6000);
    expect(modeOf(one)).toBe('follower');
    for (const station of [one, two]) expect(differences(station, lead)).toEqual([]);
    expect(queueOf(lead).day).toEqual({ date: tomorrow, status: 'open' });
    expect(statuses(two, numbers)).toEqual(['finished', 'serving', 'waiting']);
    const notices = await there.window.ask('queue.notices', {});
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['calledWhileCutOff', 'numbersOfAnotherSeries']));
    // Work goes on with the lead, and no number comes twice.
    await there.window.done('queue.finish', { counterId: there.counterId, ticketId: there.second.ticketId });
    if (!leadOpens) await atLead.open();
    expect((await atLead.issue()).number).toMatch(leadOpens ? /-002$/u : /^[A-Z]-001$/u);
    expect((await there.issue()).number).toMatch(/^[A-Z]-00/u);
    await office.pass(2000);
    for (const station of [one, two]) expect(differences(station, lead)).toEqual([]);
  });

  it('is asked for the numbered sheet of its morning, makes it by itself, and the office knows it afterwards', async () => {
    const { office, lead, one } = await cutOffOverNight();
    const officer = await counterAt(one, 0);
    await officer.window.done('queue.openDay', {});
    expect(await officer.window.ask('book.reminder', {})).toMatchObject({ date: tomorrow, due: true });
    await officer.window.done('book.makeSheets', { sheetIds: [one.ports.random.uuid()], date: tomorrow });
    office.link(lead, one);
    await office.pass(6000);
    expect(differences(one, lead)).toEqual([]);
    expect(lead.host.services.db.prepare('SELECT count(*) AS n FROM book_sheet WHERE date = ?').get(tomorrow)).toEqual({ n: 1 });
  });

  it('has its day after a restart, and opens no day a second time', async () => {
    const { one } = await cutOffOverNight();
    const there = await workAt(one, 1);
    const again = await there.window.client.command('queue.openDay', {});
    expect(again).toMatchObject({ kind: 'refused', refusal: { type: 'leadUnreachable' } });
    const restarted = await one.restart();
    expect(restarted.host.engine.states.queue.day).toEqual({ date: tomorrow, status: 'open' });
    expect(restarted.host.engine.states.queue.desks[there.counterId]?.currentId).toBe(there.second.ticketId);
    await restarted.end();
  });

  it('does not open a day again that the office has closed', async () => {
    const office = await startOffice(1);
    const [one] = office.followers;
    if (one === undefined) throw new Error('no follower');
    const cut = office.link(office.lead, one);
    await office.pass(5000);
    const atLead = await counterAt(office.lead, 0);
    await atLead.window.done('queue.openDay', {});
    await atLead.window.done('queue.closeDay', { expireWaiting: true });
    await office.pass(2000);
    cut();
    await office.pass(8000);
    const there = await counterAt(one, 1);
    expect(await there.window.client.command('queue.openDay', {})).toMatchObject({ refusal: { type: 'leadUnreachable' } });
    expect(queueOf(one).day).toEqual({ date: today, status: 'closed' });
  });

  it('with a clock that is a day ahead keeps its history, tells the office, and blocks nobody', async () => {
    const office = await startOffice(1);
    const [one] = office.followers;
    if (one === undefined) throw new Error('no follower');
    const cut = office.link(office.lead, one);
    await office.pass(5000);
    const atLead = await counterAt(office.lead, 0);
    await atLead.window.done('queue.openDay', {});
    await atLead.open();
    await office.pass(2000);
    cut();
    await office.pass(8000);
    one.ports.jumpWallClock(dayMs);
    const there = await workAt(one, 1);
    one.ports.jumpWallClock(-dayMs);
    const cutAgain = office.link(office.lead, one);
    await office.pass(6000);
    expect(queueOf(office.lead).day).toEqual({ date: today, status: 'open' });
    expect(differences(one, office.lead)).toEqual([]);
    expect(statuses(one, [there.first.number, there.second.number, there.third.number])).toEqual(['finished', 'expired', 'expired']);
    const told = queueOf(office.lead).notices.flatMap(({ kind, numbers }) => (kind === 'conflictDayClosed' ? numbers : []));
    expect(told.toSorted()).toEqual([there.second.number, there.third.number]);
    // The office's own line goes on at both.
    const last = await there.issue();
    expect(last.number).toMatch(/^[A-Z]-001$/u);
    await there.window.done('queue.cancel', { ticketId: last.ticketId, reason: 'visitorLeft' });
    // The day comes, the station is cut off again: its numbers go on behind those that are on paper.
    await nextMorning(office);
    expect(modeOf(one)).toBe('follower');
    await (await counterAt(office.lead, 0)).window.done('queue.openDay', {});
    await office.pass(2000);
    const morning = await counterAt(one, 1);
    cutAgain();
    await office.pass(8000);
    expect(modeOf(one)).toBe('ownOnly');
    expect((await morning.issue()).number).toMatch(/^[A-Z]B-004$/u);
  });
});

describe('a lead that reaches nobody in the morning', () => {
  it('opens the day with its own series, and goes on when somebody comes', async () => {
    const office = await startOffice(1);
    const [one] = office.followers;
    if (one === undefined) throw new Error('no follower');
    const cut = office.link(office.lead, one);
    await office.pass(5000);
    const evening = await counterAt(office.lead, 0);
    await evening.window.done('queue.openDay', {});
    await office.pass(2000);
    cut();
    await nextMorning(office);
    expect(modeOf(office.lead)).toBe('ownOnly');
    const there = await workAt(office.lead, 0);
    expect(there.first.number).toMatch(/^[A-Z]-001$/u);
    office.link(office.lead, one);
    await office.pass(6000);
    expect(modeOf(office.lead)).toBe('lead');
    expect(differences(one, office.lead)).toEqual([]);
    expect(queueOf(one).day).toEqual({ date: tomorrow, status: 'open' });
    expect(statuses(one, [there.first.number, there.second.number, there.third.number])).toEqual(['finished', 'serving', 'waiting']);
    await there.window.done('queue.finish', { counterId: there.counterId, ticketId: there.second.ticketId });
    expect((await there.issue()).number).toMatch(/-004$/u);
  });
});

describe('a follower that worked by itself on the day before', () => {
  it('brings it in, also when the server told it of the new day and it was restarted before it heard the lead', async () => {
    const office = await startOffice(2);
    const [one, two] = office.followers;
    if (one === undefined || two === undefined) throw new Error('no followers');
    const { lead } = office;
    const cut = office.link(lead, one);
    office.link(lead, two);
    await office.pass(5000);
    const atLead = await counterAt(lead, 0);
    await atLead.window.done('queue.openDay', {});
    await office.pass(2000);
    cut();
    await office.pass(8000);
    expect(modeOf(one)).toBe('ownOnly');
    const { number } = await (await counterAt(one, 1)).issue();
    await nextMorning(office);
    await (await counterAt(lead, 0)).window.done('queue.openDay', {});
    expect(modeOf(lead)).toBe('lead');
    expect(bring(lead, one)).toBeGreaterThan(0);
    const back = { ...one, ...(await one.restart()) };
    office.link(lead, back);
    await office.pass(6000);
    expect(modeOf(back)).toBe('follower');
    for (const { host } of [lead, back])
      expect(host.services.db.prepare('SELECT 1 FROM ticket WHERE date = ? AND number = ?').all(today, number)).toHaveLength(1);
    expect(differences(lead, back)).toEqual([]);
  });
});
