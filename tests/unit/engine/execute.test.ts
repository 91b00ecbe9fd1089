import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Commit, CommandIdReusedError } from '../../../electron/host/engine/engine.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';

/** RELIABILITY 18. */
test('each command sent 1–5 times in any order has one effect and always the same answer', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  const deliveries = fc
    .array(fc.record({ amount: fc.integer({ min: -20, max: 200 }), times: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 8 })
    .chain((commands) => {
      const sent = commands.map(({ amount, times }) => ({ amount, times, id: tally.ports.random.uuid() }));
      const all = sent.flatMap((command) => Array.from({ length: command.times }, () => command));
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    });
  fc.assert(
    fc.property(deliveries, (delivered) => {
      const before = tally.engine.states.tally.total;
      const receipts = () => tally.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM command_receipt').get()?.n ?? 0;
      const receiptsBefore = receipts();
      const answers = new Map<string, unknown>();
      for (const { id, amount } of delivered) {
        const answer = tally.add(amount, id);
        expect(answer).toEqual(answers.get(id) ?? answer);
        answers.set(id, answers.get(id) ?? answer);
        expect(answer.kind).toBe(amount < 0 ? 'refused' : 'done');
      }
      const once = new Map(delivered.map(({ id, amount }) => [id, Math.max(0, amount)]));
      expect(tally.engine.states.tally.total - before).toBe([...once.values()].reduce((sum, amount) => sum + amount, 0));
      expect(receipts() - receiptsBefore).toBe(once.size);
    }),
    { numRuns: 60 },
  );
  tally.close();
});

test('the first answer is given again after a restart, a refusal too', async () => {
  using directory = temporaryDirectory();
  const first = await openTally({ dataDir: directory.path });
  const [done, refused] = [first.ports.random.uuid(), first.ports.random.uuid()];
  const answers = [first.add(7, done), first.add(-1, refused)];
  first.add(1);
  first.close();
  const second = await openTally({ dataDir: directory.path });
  expect([second.add(7, done), second.add(-1, refused)]).toEqual(answers);
  expect(second.engine.states.tally.total).toBe(8);
  second.close();
});

test('a commandId used by somebody else or for something else is no key to the first answer', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  const id = tally.ports.random.uuid();
  tally.add(7, id);
  const again = { method: 'tally.add', input: { amount: 7 }, commandId: id, roles: ['system' as const] };
  expect(() => tally.engine.execute({ ...again, actor: { kind: 'device', surface: 'kiosk' } })).toThrow(CommandIdReusedError);
  expect(() => tally.engine.execute({ ...again, method: 'tally.other', actor: { kind: 'system' } })).toThrow(CommandIdReusedError);
  tally.close();
});

describe('listeners', () => {
  test('hear of a commit when it is on disk and in memory, and of a refusal not at all', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    const heard: unknown[] = [];
    tally.engine.onCommit(({ events, topics }) => {
      heard.push({ events: events.length, topics, memory: tally.engine.states.tally.total, inTransaction: tally.db.inTransaction });
    });
    tally.add(150);
    tally.add(-1);
    expect(heard).toEqual([{ events: 2, topics: ['system'], memory: 150, inTransaction: false }]);
    tally.close();
  });

  test('all hear of commits in their order, also when one of them executes a command', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    const heard: number[] = [];
    const amountOf = ({ events }: Commit) => (events.at(0)?.data as { amount: number } | undefined)?.amount ?? 0;
    tally.engine.onCommit((commit) => {
      if (amountOf(commit) === 1) tally.add(2);
    });
    tally.engine.onCommit((commit) => heard.push(amountOf(commit)));
    tally.add(1);
    expect(heard).toEqual([1, 2]);
    tally.close();
  });
});

test('an older term is refused in the database, and nothing of the command stays', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  tally.add(1);
  tally.db.exec('UPDATE office_term SET term = 2');
  expect(() => tally.add(5)).toThrow('stale term');
  expect(tally.engine.states.tally.total).toBe(1);
  expect(tally.events.count()).toBe(1);
  // The failure made the store look at the term again; the next command is of the new one.
  expect(tally.add(5)).toMatchObject({ kind: 'done' });
  tally.close();
});
