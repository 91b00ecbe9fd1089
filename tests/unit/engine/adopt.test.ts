import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SharedEvent } from '../../../electron/host/engine/sharedEvent.ts';
import { verifyChain } from '../../../electron/host/engine/verifyChain.ts';
import { openTally, type Tally, temporaryDirectory } from '../../fixtures/tally.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** Two stations; what one decides the other takes over. */
let directories: (Disposable & { readonly path: string })[];
let stations: Tally[];

beforeEach(() => {
  directories = [];
  stations = [];
});
afterEach(() => {
  for (const { close } of stations) close();
  for (const directory of directories) directory[Symbol.dispose]();
});

async function station(startAt = '2026-11-28T01:00:00Z') {
  const directory = temporaryDirectory();
  const ports = createTestPorts(startAt);
  const tally = await openTally({ dataDir: directory.path, ports });
  directories.push(directory);
  stations.push(tally);
  return { tally, ports, all: () => withoutSeq(tally.events.sharedAfter(0, 1000)) };
}
const withoutSeq = (events: readonly (SharedEvent & { readonly seq: number })[]): SharedEvent[] =>
  events.map((event) => {
    const { seq, ...shared } = event;
    expect(seq).toBeGreaterThan(0);
    return shared;
  });
const rows = ({ db }: Tally) => db.prepare('SELECT note, total, last_at FROM tally ORDER BY note').all();

describe('taking over events of another station', () => {
  it('stores them as they were written, applies them once and repeats nothing', async () => {
    const [here, there] = [await station(), await station()];
    here.tally.add(5, undefined, 'a');
    here.tally.add(150, undefined, 'b');
    there.tally.add(7, undefined, 'a');
    const heard: boolean[] = [];
    there.tally.engine.onCommit(({ here: decidedHere }) => heard.push(decidedHere));
    expect(there.tally.engine.adopt(here.all(), [])).toBe(3);
    expect(there.tally.engine.adopt(here.all(), [])).toBe(0);
    expect(here.tally.engine.adopt(there.all(), [])).toBe(1);
    expect(heard).toEqual([false]);
    expect(there.tally.engine.states.tally).toEqual({ total: 162, added: 4 });
    expect(here.tally.engine.states.tally).toEqual({ total: 162, added: 4 });
    expect(rows(here.tally).map((row) => ({ ...(row as object), last_at: 0 }))).toEqual(
      rows(there.tally).map((row) => ({ ...(row as object), last_at: 0 })),
    );
    for (const { tally } of [here, there]) expect(verifyChain(tally.db)).toMatchObject({ events: 4, fault: null });
    expect(new Set(here.tally.events.heads().map((head) => JSON.stringify(head)))).toEqual(
      new Set(there.tally.events.heads().map((head) => JSON.stringify(head))),
    );
    // Its own chain goes on behind what it had.
    there.tally.add(1);
    expect(verifyChain(there.tally.db).fault).toBeNull();
  });

  it('answers a command that was answered elsewhere with that answer', async () => {
    const [here, there] = [await station(), await station()];
    const commandId = here.ports.random.uuid();
    const answer = here.tally.add(5, commandId);
    there.tally.engine.adopt(here.all(), here.tally.engine.receiptsOf([commandId]));
    expect(there.tally.add(5, commandId)).toEqual(answer);
    expect(there.tally.engine.states.tally.added).toBe(1);
  });

  it('refuses a gap, a changed event and a second event at one place, and keeps nothing of the batch', async () => {
    const [here, there] = [await station(), await station()];
    for (const amount of [1, 2, 3]) here.tally.add(amount);
    const [first, second, third] = here.all() as [SharedEvent, SharedEvent, SharedEvent];
    expect(() => there.tally.engine.adopt([first, third], [])).toThrow(expect.objectContaining({ name: 'GapInChainError' }));
    const changed: Record<keyof SharedEvent, SharedEvent[keyof SharedEvent]> = {
      id: there.ports.random.uuid(),
      origin: there.ports.random.uuid(),
      originSeq: 3,
      term: 2,
      stream: 'other',
      type: 'other.v1',
      at: second.at + 1,
      actor: 'staff:x',
      commandId: there.ports.random.uuid(),
      data: second.data.replace('2', '3'),
      hash: 'f'.repeat(64),
    };
    for (const [column, value] of Object.entries(changed)) {
      expect(() => there.tally.engine.adopt([first, { ...second, [column]: value }], [])).toThrow(/hash|came after/u);
    }
    expect(there.tally.events.count()).toBe(0);
    expect(there.tally.engine.states.tally.total).toBe(0);
    there.tally.engine.adopt([first, second, third], []);
    const forked = { ...third, hash: 'a'.repeat(64) };
    expect(() => there.tally.engine.adopt([forked], [])).toThrow(expect.objectContaining({ name: 'ForkedChainError' }));
    there.tally.add(4);
    expect(verifyChain(there.tally.db)).toMatchObject({ events: 4, fault: null });
  });

  it('gives a station that was put back to an older copy its own later events back', async () => {
    const [here, there] = [await station(), await station()];
    here.tally.add(1);
    here.tally.add(2);
    there.tally.engine.adopt(here.all(), []);
    const old = await station();
    old.tally.db.exec('DELETE FROM station');
    old.tally.db.prepare('INSERT INTO station (only, id, letter) SELECT 1, ?, ?').run(here.all()[0]?.origin ?? '', '');
    old.tally.close();
    const back = await openTally({ dataDir: old.tally.dataDir, ports: old.ports });
    stations = [...stations.filter((one) => one !== old.tally), back];
    expect(back.engine.adopt(there.all(), [])).toBe(2);
    back.add(4);
    expect(verifyChain(back.db)).toMatchObject({ events: 3, fault: null });
    expect(back.engine.states.tally.total).toBe(7);
  });
});

describe('ids of events', () => {
  it('put causes first, whatever the wall clocks say', async () => {
    const [early, late] = [await station('2026-11-28T01:00:00Z'), await station('2026-11-29T01:00:00Z')];
    late.tally.add(1);
    early.tally.engine.adopt(late.all(), []);
    for (let n = 0; n < 50; n += 1) early.tally.add(n);
    early.ports.jumpWallClock(-86_400_000);
    early.tally.add(51);
    const ids = early.all().map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('go on behind the last one after a restart with the clock set back', async () => {
    const here = await station();
    here.tally.add(1);
    here.tally.close();
    here.ports.jumpWallClock(-86_400_000);
    const again = await openTally({ dataDir: here.tally.dataDir, ports: here.ports });
    stations = [...stations.filter((one) => one !== here.tally), again];
    again.add(2);
    const ids = again.events.sharedAfter(0, 10).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });
});
