import { databaseFile } from '../../electron/host/database/files.ts';
import { openReader } from '../../electron/host/database/open.ts';
import { now, until } from './clock.ts';
import type { Given, Load } from './load.ts';
import type { Station } from './startOffice.ts';

/** What people at the counters noticed of one hand-over, ms. */
export interface HandedOver {
  /** From the press of the button to its answer. */
  readonly button: number;
  /** From the press to the first answer of the new lead. */
  readonly firstOfNewLead: number;
  /** The longest time in which nobody was answered, of a second before the press to three after. */
  readonly longestGap: number;
  /** The longest that anybody waited for an answer meanwhile. */
  readonly longestAnswer: number;
}

const beforeMs = 1000;
const afterMs = 3000;

/** The supervisor at the lead gives it to another station while every counter goes on. */
export async function handOver(from: Station, to: Station, load: Load): Promise<HandedOver> {
  const supervisor = await from.open();
  await supervisor.logIn('Dewi Lestari');
  await until(now() + beforeMs);
  const decided = decisionsOf(to);
  const pressed = now();
  await supervisor.done('lead.handOver', { stationId: to.id });
  const button = now() - pressed;
  await until(now() + afterMs);
  const isOfNewLead = decided();
  const around = load.given.filter(({ answeredAt }) => answeredAt >= pressed - beforeMs).toSorted((a, b) => a.answeredAt - b.answeredAt);
  const first = around.find(isOfNewLead);
  if (first === undefined) throw new Error('the new lead decided nothing');
  return {
    button,
    firstOfNewLead: first.answeredAt - pressed,
    longestGap: Math.max(...around.map(({ answeredAt }, index) => answeredAt - (around[index - 1]?.answeredAt ?? answeredAt))),
    longestAnswer: Math.max(...around.map(({ sentAt, answeredAt }) => answeredAt - sentAt)),
  };
}

/** From now on notes of what a station decides. @returns to be called later: whether a command was decided there meanwhile. */
function decisionsOf({ id, dataDir }: Station): () => (given: Given) => boolean {
  const read = <Row>(sql: string, ...values: readonly (string | number)[]) => {
    const db = openReader(databaseFile(dataDir, 'station'));
    try {
      return db.prepare<(string | number)[], Row>(sql).all(...values);
    } finally {
      db.close();
    }
  };
  const before = read<{ seq: number }>('SELECT max(seq) AS seq FROM event')[0]?.seq ?? 0;
  return () => {
    const rows = read<{ command_id: string }>('SELECT command_id FROM event WHERE seq > ? AND origin = ?', before, id);
    const decided = new Set(rows.map(({ command_id: commandId }) => commandId));
    return ({ commandId }) => decided.has(commandId);
  };
}
