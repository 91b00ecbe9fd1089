import { describe, expect, it } from 'vitest';
import { createDisorder } from '../../../electron/host/state/disorder.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** A stream as it was stored: ids in the order of `seq`; the last `fresh` of them have just come. */
async function isInDisorder(stream: string, ids: readonly string[], fresh: number): Promise<boolean> {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path, ports: createTestPorts('2026-11-28T01:00:00Z') });
  try {
    const insert = tally.db.prepare(
      `INSERT INTO event (seq, id, origin, origin_seq, term, stream, type, at, actor, command_id, data, prev_hash, hash)
       VALUES (?, ?, ?, 1, 1, ?, 'x.v1', 0, 'system', 'c', '{}', x'00', x'00')`,
    );
    for (const [n, id] of ids.entries()) insert.run(n + 1, id, `station ${n}`, stream);
    const events = ids.map((id, n) => ({ id, seq: n + 1 }));
    return createDisorder(tally.db, []).isIn(stream, events.slice(events.length - fresh));
  } finally {
    tally.close();
  }
}

describe('events of one stream by several stations', () => {
  it('are in order when each comes after all that were stored before', async () => {
    expect(await isInDisorder('incident/x', ['1', '2', '3', '4'], 2)).toBe(false);
  });

  it('are not when the first that has just come belongs before an older one', async () => {
    expect(await isInDisorder('incident/x', ['1', '3', '2', '4'], 2)).toBe(true);
  });

  it('are not when only a later one of the batch does', async () => {
    expect(await isInDisorder('incident/x', ['1', '3', '4', '2'], 2)).toBe(true);
  });

  it('are not when those of one batch stand before each other', async () => {
    expect(await isInDisorder('complaint/x', ['1', '4', '3'], 2)).toBe(true);
  });

  it('need no order where one station writes, as in the queue', async () => {
    expect(await isInDisorder('queue/2026-11-28', ['2', '1'], 1)).toBe(false);
  });
});
