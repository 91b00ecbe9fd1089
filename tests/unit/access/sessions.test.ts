import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSessions } from '../../../electron/host/access/sessions.ts';
import type { SessionStore, StoredSession } from '../../../electron/host/access/sessionStore.ts';
import type { Connection } from '../../../electron/host/rpc/connection.ts';
import { lockAfterMs, sessionEndsAfterMs } from '../../../shared/domain/access/timing.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** What is on disk: survives the restarts of the test. */
function createMemoryStore(): SessionStore {
  const rows = new Map<string, StoredSession>();
  return {
    all: () => [...rows.values()],
    put: (session) => void rows.set(session.tokenHash.toString('hex'), session),
    remove: (tokenHash) => void rows.delete(tokenHash.toString('hex')),
  };
}

type Step = { readonly kind: 'pass' | 'jump'; readonly ms: number } | { readonly kind: 'touch' | 'lock' | 'unlock' | 'restart' };

const minutes = 60_000;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 4 * minutes }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3 * 60 * minutes }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -12 * 60 * minutes, max: 12 * 60 * minutes }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('touch' as const, 'unlock' as const, 'lock' as const, 'restart' as const) }) },
);

/** Age is written at most this long before a restart: half a minute of touches, then the lock at the latest. */
const writtenWithin = 30_000 + lockAfterMs;

test('whatever the clocks, touches and restarts: never open after 3 idle minutes, never alive after 8 hours', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const ports = createTestPorts('2026-11-23T01:00:00Z');
      const store = createMemoryStore();
      const start = () => createSessions({ store, ports, onChange: () => {}, onError: (error) => expect.unreachable(String(error)) });
      const connection: Connection = { id: 'c', surface: 'staff', push: () => {} };
      let sessions = start();
      const token = sessions.open(connection, 'sari');
      const opened = ports.clock.monotonic();
      let active = opened;
      let lost = 0;
      for (const each of steps) {
        switch (each.kind) {
          case 'pass':
            ports.advance(each.ms);
            break;
          case 'jump':
            ports.jumpWallClock(each.ms);
            break;
          case 'touch':
            if (sessions.of(connection)?.locked === false) active = ports.clock.monotonic();
            sessions.touch(connection);
            break;
          case 'lock':
            sessions.lock(connection);
            break;
          case 'unlock':
            sessions.unlock(connection);
            active = ports.clock.monotonic();
            break;
          case 'restart':
            sessions.close();
            sessions = start();
            sessions.resume(connection, token);
            lost += writtenWithin;
        }
        const session = sessions.of(connection);
        const now = ports.clock.monotonic();
        expect(session === null || now - opened < sessionEndsAfterMs + lost).toBe(true);
        expect(session?.locked !== false || now - active < lockAfterMs + lost).toBe(true);
      }
      sessions.close();
    }),
    { numRuns: 300 },
  );
});
