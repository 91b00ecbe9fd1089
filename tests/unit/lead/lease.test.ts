import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLeadSeen, createLease, leaseSeenMs } from '../../../electron/host/office/lease.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const start = '2026-11-28T01:00:00Z';

describe('the lease of the lead', () => {
  it('is not held before anybody answered, and ends 15 s after the answered beat was sent', () => {
    const ports = createTestPorts(start);
    const lease = createLease(ports.clock);
    const n = lease.sent();
    expect(lease.isHeld()).toBe(false);
    ports.advance(4000);
    lease.answered(n);
    expect(lease.isHeld()).toBe(true);
    ports.advance(10_999);
    expect(lease.isHeld()).toBe(true);
    ports.advance(1);
    expect(lease.isHeld()).toBe(false);
  });

  it('is renewed by the newest answered beat, whatever the order of the answers', () => {
    const ports = createTestPorts(start);
    const lease = createLease(ports.clock);
    const first = lease.sent();
    ports.advance(2000);
    const second = lease.sent();
    lease.answered(second);
    lease.answered(first);
    lease.answered(999);
    ports.advance(14_999);
    expect(lease.isHeld()).toBe(true);
  });

  it('is gone after the computer slept, or after somebody turned the clock, until the next answer', () => {
    for (const jump of [60_000, -86_400_000, 86_400_000]) {
      const ports = createTestPorts(start);
      const lease = createLease(ports.clock);
      lease.answered(lease.sent());
      ports.jumpWallClock(jump);
      expect(lease.isHeld()).toBe(false);
      lease.answered(lease.sent());
      expect(lease.isHeld()).toBe(true);
    }
  });

  it('has always ended when a follower says that it has, with clocks up to 5 % apart and any delay on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 950, max: 1050 }),
        fc.array(fc.record({ wait: fc.integer({ min: 1, max: 4000 }), delay: fc.integer({ min: 0, max: 5000 }), lost: fc.boolean() }), {
          maxLength: 12,
        }),
        (speed, beats) => {
          const [lead, follower] = [createTestPorts(start), createTestPorts(start)];
          const lease = createLease(lead.clock);
          const seen = createLeadSeen(follower.clock);
          const pass = (ms: number) => {
            lead.advance(ms);
            follower.advance((ms * speed) / 1000);
          };
          for (const { wait, delay, lost } of beats) {
            pass(wait);
            const n = lease.sent();
            pass(delay);
            if (lost) continue;
            seen.heard();
            lease.answered(n);
          }
          for (let ms = 0; ms < 20_000; ms += 250) {
            pass(250);
            expect(seen.agoMs() >= leaseSeenMs && lease.isHeld()).toBe(false);
          }
          expect(lease.isHeld()).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
