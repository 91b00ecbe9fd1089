import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { leaseSeenMs } from '../../../electron/host/office/lease.ts';
import { createLeading } from '../../../electron/host/office/leading.ts';
import { evolveLead, initialLead, type LeadState } from '../../../shared/domain/lead/lead.ts';
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const [first, second] = ['0193c8f0-0000-7000-8000-000000000001', '0193c8f0-0000-7000-8000-000000000002'];

/** A follower of the first station, which founded the office. */
function follower() {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE event (seq INTEGER, stream TEXT, origin TEXT); INSERT INTO event VALUES (1, 'office', '${first}');
           CREATE TABLE term_promise (term INTEGER); INSERT INTO term_promise VALUES (1)`);
  const { clock, advance } = createTestPorts('2026-11-23T01:00:00Z');
  let state: LeadState = initialLead;
  const leading = createLeading({
    station: { id: 'me', letter: 'B' },
    db,
    clock,
    state: () => state,
    hasJoined: true,
    others: () => [first, second],
    isStarting: () => false,
    reachesAnother: () => false,
  });
  const appoint = (appointment: LeadAppointed['appointment'], beforeTerm = 1) => {
    const data = { term: 1025, stationId: second, before: first, beforeTerm, cut: 7, appointment, override: false };
    state = evolveLead(state, { type: 'leadAppointed.v1', data });
    leading.look();
  };
  return { leading, advance, appoint };
}

describe('a follower that has just answered its lead', () => {
  it('answers a lead that took over only when the lease that it gave is over', () => {
    const { leading, advance, appoint } = follower();
    expect(leading.heardBeat(first, 1, false)).toBe(true);
    advance(4000);
    appoint('promotion');
    expect(leading.heardBeat(first, 1, false)).toBe(false);
    expect(leading.heardBeat(second, 1025, false)).toBe(false);
    advance(leaseSeenMs - 4000 - 1);
    expect(leading.heardBeat(second, 1025, false)).toBe(false);
    advance(1);
    expect(leading.heardBeat(second, 1025, false)).toBe(true);
  });

  it('follows the new lead meanwhile: it hears it, so it is not cut off', () => {
    const { leading, advance, appoint } = follower();
    leading.heardBeat(first, 1, false);
    appoint('promotion');
    leading.heardBeat(second, 1025, false);
    advance(2000);
    expect(leading.mode()).toBe('follower');
    expect(leading.leadId()).toBe(second);
  });

  it('answers at once who was given the lead by it, for then it has stopped', () => {
    const { leading, appoint } = follower();
    leading.heardBeat(first, 1, false);
    appoint('handOver');
    expect(leading.heardBeat(second, 1025, false)).toBe(true);
  });

  it('waits when the lead that gave it away was another one than the one it had answered', () => {
    const { leading, appoint } = follower();
    leading.heardBeat(first, 1, false);
    appoint('handOver', 512);
    expect(leading.heardBeat(second, 1025, false)).toBe(false);
  });

  it('waits for nothing when the lease was over before the term began', () => {
    const { leading, advance, appoint } = follower();
    leading.heardBeat(first, 1, false);
    advance(leaseSeenMs);
    appoint('promotion');
    expect(leading.heardBeat(second, 1025, false)).toBe(true);
  });
});
