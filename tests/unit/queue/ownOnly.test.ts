import { describe, expect, it } from 'vitest';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { cutOff, openTwoStations, stationB } from './branches.ts';
import { createQueueModel, makeOffice, minute, type QueueModel, serve } from './model.ts';

const leadUnreachable = { ok: false, refusal: { type: 'leadUnreachable' } };

/** Two wait, one is served at counter 2 of station B; then B is cut off. */
function atTheCut(): { lead: QueueModel; there: QueueModel; served: string; waits: string } {
  const lead = openTwoStations();
  const served = lead.issue('a');
  const waits = lead.issue('b');
  lead.callNext('k2', 'budi');
  lead.must('budi', 'queue.startServing', { counterId: 'k2', ticketId: served });
  return { lead, there: cutOff(lead), served, waits };
}

describe('numbers while cut off', () => {
  it('are given in the series of the station', () => {
    const { there } = atTheCut();
    expect([there.issue('a'), there.issue('a'), there.issue('b')].map((id) => there.ticket(id).number)).toEqual([
      'AB-001',
      'AB-002',
      'BB-001',
    ]);
  });

  it('go on after the greatest that the main stream knows in that series', () => {
    const { lead, there } = atTheCut();
    there.issue('a');
    lead.must('system', 'queue.mergeBranch', {
      stationId: stationB.id,
      letter: 'B',
      date: '2026-11-23',
      wasLead: false,
      events: there.events as never,
    });
    const again = cutOff(lead, stationB, 2);
    expect(again.ticket(again.issue('a')).number).toBe('AB-002');
  });

  it('say in the event whose they are and since when they wait', () => {
    const { there } = atTheCut();
    const ticketId = there.issue('a');
    expect(there.ticket(ticketId).branch).toBe(stationB.id);
    expect(there.events.at(-1)?.data).toMatchObject({ branch: stationB.id, since: there.now });
  });

  it('promise a wait behind the visitors of the station alone', () => {
    const { there } = atTheCut();
    const { output } = there.must('kiosk', 'queue.issue', { ticketId: 'x', visitId: 'vx', serviceId: 'b', ground: null });
    expect(output).toMatchObject({ ahead: 0 });
  });
});

describe('calls while cut off', () => {
  it('refuse when only the lead knows who is next', () => {
    const { there, served } = atTheCut();
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: served });
    expect(there.run('budi', 'queue.callNext', { counterId: 'k2' })).toEqual(leadUnreachable);
  });

  it('say that nobody waits when nobody does', () => {
    const there = cutOff(openTwoStations());
    expect(there.run('budi', 'queue.callNext', { counterId: 'k2' })).toEqual({ ok: false, refusal: { type: 'nobodyWaiting' } });
  });

  it('take the tickets of this cut-off in the order of the policy', () => {
    const { there, served } = atTheCut();
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: served });
    const first = there.issue('a');
    there.issue('b');
    expect(there.callNext('k2', 'budi').id).toBe(first);
    expect(queueProblems(there.state)).toEqual([]);
  });

  it('refuse a chosen ticket of the main line, not one of this cut-off', () => {
    const { there, served, waits } = atTheCut();
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: served });
    const own = there.issue('a');
    expect(there.run('budi', 'queue.callTicket', { counterId: 'k2', ticketId: waits })).toEqual(leadUnreachable);
    expect(there.run('budi', 'queue.callTicket', { counterId: 'k2', ticketId: own }).ok).toBe(true);
  });

  it('leave a ticket alone once it was handed to the lead, also in the next cut-off', () => {
    const { there, served } = atTheCut();
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: served });
    there.issue('a');
    there.must('system', 'queue.endBranch', {});
    expect(there.run('budi', 'queue.callNext', { counterId: 'k2' })).toEqual(leadUnreachable);
  });
});

describe('a call that nobody else has heard of', () => {
  const withdrawn = (queue: QueueModel, ticketId: string) =>
    (queue.must('system', 'queue.withdrawCall', { ticketId }).output as { withdrawn: boolean }).withdrawn;

  function calledAtTheCut() {
    const lead = openTwoStations();
    const [first, second] = [lead.issue('a'), lead.issue('a')];
    lead.callNext('k2', 'budi');
    return { lead, there: cutOff(lead), first, second };
  }

  it('is taken back: she waits before all others again, and can be called by the lead only', () => {
    const { there, first, second } = calledAtTheCut();
    expect(withdrawn(there, first)).toBe(true);
    expect([there.ticket(first).status, there.ticket(second).status]).toEqual(['waiting', 'waiting']);
    expect(there.state.desks['k2']?.currentId).toBeNull();
    expect(queueProblems(there.state)).toEqual([]);
    expect(there.run('budi', 'queue.callTicket', { counterId: 'k2', ticketId: first })).toEqual(leadUnreachable);
    expect(withdrawn(there, first)).toBe(false);
  });

  it('stands with the lead, when she is being served, at another station, and when it is one of this cut-off', () => {
    const { lead, there, first } = calledAtTheCut();
    expect(withdrawn(lead, first)).toBe(false);
    there.must('budi', 'queue.startServing', { counterId: 'k2', ticketId: first });
    expect(withdrawn(there, first)).toBe(false);
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: first });
    const own = there.issue('a');
    there.callNext('k2', 'budi');
    expect(withdrawn(there, own)).toBe(false);
    const elsewhere = openTwoStations();
    const called = elsewhere.issue('a');
    elsewhere.callNext('k1');
    expect(withdrawn(cutOff(elsewhere), called)).toBe(false);
    expect(withdrawn(cutOff(elsewhere), 'unknown')).toBe(false);
  });
});

describe('visitors at the counters of the station', () => {
  it('are served to the end: steps, papers, notes, hold, resume, finish', () => {
    const { there, served } = atTheCut();
    const at = { counterId: 'k2', ticketId: served };
    there.must('budi', 'queue.setStep', { ...at, step: 'check' });
    there.must('budi', 'queue.setRequirements', { ...at, receivedRequirementIds: ['a-kk'] });
    there.must('budi', 'queue.note', { ticketId: served, hasNote: true });
    there.must('budi', 'queue.hold', at);
    there.must('budi', 'queue.resume', at);
    const second = there.must('budi', 'queue.addService', { ...at, newTicketId: 'n', serviceId: 'b' });
    expect(second.output).toMatchObject({ number: 'BB-001' });
    there.must('budi', 'queue.finish', at);
    expect(there.callNext('k2', 'budi').id).toBe('n');
    expect(queueProblems(there.state)).toEqual([]);
  });

  it('are called again and marked as not there, and come back', () => {
    const lead = openTwoStations();
    const ticketId = lead.issue('a');
    lead.callNext('k2', 'budi');
    const there = cutOff(lead);
    there.must('budi', 'queue.recall', { counterId: 'k2', ticketId });
    there.must('budi', 'queue.markNoShow', { counterId: 'k2', ticketId });
    there.must('budi', 'queue.returnToQueue', { ticketId, placement: 'front' });
    expect(there.ticket(ticketId)).toMatchObject({ status: 'waiting', place: { front: true } });
  });

  it('are not sent into the line of the lead, those of this cut-off are sent on', () => {
    const { there, served } = atTheCut();
    const to = { serviceId: 'b', placement: 'end' } as const;
    expect(there.run('budi', 'queue.transfer', { counterId: 'k2', ticketId: served, ...to })).toEqual(leadUnreachable);
    there.must('budi', 'queue.finish', { counterId: 'k2', ticketId: served });
    const ticketId = there.issue('a');
    there.callNext('k2', 'budi');
    expect(there.run('budi', 'queue.transfer', { counterId: 'k2', ticketId, ...to }).ok).toBe(true);
    expect(there.events.at(-1)?.data).toMatchObject({ since: there.now });
  });

  it('of other stations are out of reach, for a supervisor too', () => {
    const lead = openTwoStations();
    const ticketId = lead.issue('a');
    const waits = lead.issue('b');
    lead.callNext('k1', 'sari');
    const there = cutOff(lead);
    const at = { counterId: 'k1', ticketId };
    for (const who of ['sari', 'dewi'] as const) {
      expect(there.run(who, 'queue.startServing', at)).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.recall', at)).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.markNoShow', at)).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.cancel', { ticketId, reason: 'other' })).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.cancel', { ticketId: waits, reason: 'other' })).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.note', { ticketId, hasNote: true })).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.closeCounter', { counterId: 'k1' })).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.startBreak', { counterId: 'k1' })).toEqual(leadUnreachable);
      expect(there.run(who, 'queue.callNext', { counterId: 'k1' })).toEqual(leadUnreachable);
    }
  });

  it('who were marked as not there at the lead are returned there', () => {
    const lead = openTwoStations();
    const ticketId = lead.issue('a');
    lead.callNext('k1', 'sari');
    lead.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId });
    expect(cutOff(lead).run('budi', 'queue.returnToQueue', { ticketId, placement: 'end' })).toEqual(leadUnreachable);
  });

  it('on hold at a counter that closed before the cut stay with the lead', () => {
    const lead = openTwoStations();
    const ticketId = lead.issue('a');
    lead.callNext('k2', 'budi');
    lead.must('budi', 'queue.startServing', { counterId: 'k2', ticketId });
    lead.must('budi', 'queue.hold', { counterId: 'k2', ticketId });
    lead.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    const there = cutOff(lead);
    expect(there.run('budi', 'queue.openCounter', { counterId: 'k2' })).toEqual(leadUnreachable);
    there.must('budi', 'queue.openCounter', { counterId: 'k3' });
    expect(there.run('budi', 'queue.resume', { counterId: 'k3', ticketId })).toMatchObject({ refusal: { type: 'ticketNotYours' } });
  });
});

describe('counters while cut off', () => {
  it('that were closed in it open again, also with somebody on hold; handed to the lead, they do not', () => {
    const { there, served } = atTheCut();
    there.must('budi', 'queue.hold', { counterId: 'k2', ticketId: served });
    there.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    there.must('dewi', 'queue.openCounter', { counterId: 'k2' });
    there.must('dewi', 'queue.resume', { counterId: 'k2', ticketId: served });
    there.must('dewi', 'queue.hold', { counterId: 'k2', ticketId: served });
    there.must('dewi', 'queue.closeCounter', { counterId: 'k2' });
    there.must('system', 'queue.endBranch', {});
    expect(there.run('dewi', 'queue.openCounter', { counterId: 'k2' })).toEqual(leadUnreachable);
  });

  it('of the station open, pause and close', () => {
    const there = cutOff(openTwoStations());
    there.must('budi', 'queue.startBreak', { counterId: 'k2' });
    there.must('budi', 'queue.endBreak', { counterId: 'k2' });
    there.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    there.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    expect(there.state.desks['k3']).toMatchObject({ staffId: 'dewi', stationId: stationB.id });
  });

  it('that are open elsewhere are not taken over', () => {
    const there = cutOff(openTwoStations());
    expect(there.run('dewi', 'queue.openCounter', { counterId: 'k1', takeOver: true })).toEqual(leadUnreachable);
    expect(there.run('dewi', 'queue.openCounter', { counterId: 'k2', takeOver: true }).ok).toBe(true);
  });

  it('take an officer who came over from a counter with nobody, not one who left a visitor', () => {
    const lead = openTwoStations();
    const idle = cutOff(lead);
    idle.must('sari', 'queue.openCounter', { counterId: 'k3' });
    expect(idle.state.desks['k1']?.status).toBe('closed');
    expect(queueProblems(idle.state)).toEqual([]);
    lead.issue('a');
    lead.callNext('k1', 'sari');
    expect(cutOff(lead).run('sari', 'queue.openCounter', { counterId: 'k3' })).toMatchObject({ refusal: { type: 'alreadyAtCounter' } });
  });

  it('opened by old events count as those of the lead', () => {
    const lead = createQueueModel(makeOffice({ hours: [] }));
    lead.must('sari', 'queue.openDay', {});
    lead.must('sari', 'queue.openCounter', { counterId: 'k1' });
    const desk = lead.state.desks['k1'];
    if (desk === undefined) throw new Error('k1 is not open');
    const state = { ...lead.state, desks: { k1: { ...desk, stationId: null } } };
    const atLead = createQueueModel(lead.office, lead.now, { state, cutOff: true });
    expect(atLead.run('sari', 'queue.startBreak', { counterId: 'k1' }).ok).toBe(true);
    const atFollower = createQueueModel(lead.office, lead.now, { state, station: stationB, cutOff: true });
    expect(atFollower.run('sari', 'queue.startBreak', { counterId: 'k1' })).toEqual(leadUnreachable);
  });
});

it('leaves what concerns all to the lead', () => {
  const there = cutOff(openTwoStations());
  expect(there.run('sari', 'queue.openDay', {})).toEqual(leadUnreachable);
  expect(there.run('sari', 'queue.closeDay', { expireWaiting: true })).toEqual(leadUnreachable);
  expect(there.run('dewi', 'queue.setDisturbance', { serviceId: 'a', disturbed: true, note: '' })).toEqual(leadUnreachable);
  expect(there.run('dewi', 'queue.markNoticeSeen', { noticeId: 'x' })).toEqual(leadUnreachable);
  expect(there.run('system', 'queue.rollOver', {})).toEqual(leadUnreachable);
  expect(there.run('system', 'queue.noteClock', { suspect: true })).toEqual(leadUnreachable);
  expect(there.run('system', 'queue.skipNumbers', { by: 1 })).toEqual(leadUnreachable);
  const nothing = { stationId: stationB.id, letter: 'B', date: '2026-11-23', wasLead: false, events: [] };
  expect(there.run('system', 'queue.mergeBranch', nothing)).toEqual(leadUnreachable);
});

it('has no branch to end before any day', () => {
  const there = createQueueModel(makeOffice(), undefined, { station: stationB, cutOff: true });
  expect(there.run('system', 'queue.endBranch', {})).toEqual({ ok: false, refusal: { type: 'dayNotOpen' } });
});

it('says at its end who stands at its counters', () => {
  const { there, served } = atTheCut();
  const { events } = there.must('system', 'queue.endBranch', {});
  const standing = [{ ticketId: served, counterId: 'k2', status: 'serving' }];
  expect(events).toEqual([{ type: 'branchEnded.v1', data: { stationId: stationB.id, standing } }]);
});

it('decides all of it with the lead', () => {
  const lead = openTwoStations();
  serve(lead, 'k1', (lead.issue('a'), lead.callNext('k1').id));
  expect(lead.must('system', 'queue.endBranch', {}).events).toEqual([]);
  expect(lead.state.desks['k1']?.endedIds).toHaveLength(1);
});

describe('a new day while cut off', () => {
  const day = 24 * 60 * minute;

  it('is opened by the station itself, with numbers from the first on and all counters closed', () => {
    const { there } = atTheCut();
    there.issue('a');
    there.now += day;
    expect(there.run('sari', 'queue.issue', { ticketId: 'x', visitId: 'vx', serviceId: 'a', ground: null })).toMatchObject({
      refusal: { type: 'dayNotOpen' },
    });
    expect(there.must('sari', 'queue.openDay', {}).output).toEqual({ date: '2026-11-24' });
    expect(there.ticket(there.issue('a')).number).toBe('AB-001');
    there.must('budi', 'queue.openCounter', { counterId: 'k2' });
    expect(there.callNext('k2', 'budi').number).toBe('AB-001');
    expect(queueProblems(there.state)).toEqual([]);
  });

  it('is not the one that the office has, open or closed', () => {
    const { lead } = atTheCut();
    expect(cutOff(lead).run('sari', 'queue.openDay', {})).toEqual(leadUnreachable);
    const closed = openTwoStations();
    closed.must('dewi', 'queue.closeDay', { expireWaiting: true });
    expect(cutOff(closed).run('sari', 'queue.openDay', {})).toEqual(leadUnreachable);
  });

  it('under a clock that the office held to be wrong needs a person’s word', () => {
    const { lead } = atTheCut();
    lead.now += day;
    lead.must('system', 'queue.noteClock', { suspect: true });
    const there = cutOff(lead);
    expect(there.run('sari', 'queue.openDay', {})).toMatchObject({ refusal: { type: 'clockSuspect' } });
    expect(there.must('sari', 'queue.openDay', { confirmClock: true }).output).toEqual({ date: '2026-11-24' });
  });
});
