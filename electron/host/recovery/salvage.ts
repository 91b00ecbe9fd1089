import type Database from 'better-sqlite3';
import { isDamageToCheck } from '../database/check.ts';
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';
import type { Reader, Writer } from '../database/open.ts';
import type { EventRow } from '../engine/event.ts';
import { readHeads, recordedFromRow } from '../engine/eventStore.ts';
import { createTerms } from '../engine/terms.ts';
import { createChainWalk } from '../engine/verifyChain.ts';

const columns = 'seq, id, origin, origin_seq, term, stream, type, at, actor, command_id, data, prev_hash, hash';
const eventColumns = columns.split(', ');

/**
 * Takes over the events of a damaged database that come after those already in `target`, as far as they can be read
 * and their chain verifies. An origin whose chain breaks ends there; other origins go on.
 */
export function salvageEvents(source: Reader, target: Writer): { readonly taken: number; readonly rejected: number } {
  const last = target.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event').get()?.seq ?? 0;
  const insert = target.prepare(`INSERT INTO event (${columns}) VALUES (${eventColumns.map(() => '?').join(', ')})`);
  const walk = createChainWalk(readHeads(target));
  const terms = createTerms(target);
  const broken = new Set<string>();
  const commands = new Set<string>();
  let taken = 0;
  let rejected = 0;
  target.transaction(() => {
    for (const row of readable<EventRow>(source, `SELECT ${columns} FROM event WHERE seq > ${last} ORDER BY seq`)) {
      if (broken.has(row.origin) || walk.accept(row) !== null) {
        broken.add(row.origin);
        rejected += 1;
        continue;
      }
      const event = recordedFromRow(row);
      if (event.type === 'leadAppointed.v1') terms.begin(event.data as LeadAppointed);
      else terms.fileIfLate(row);
      insert.run(...Object.values(row));
      commands.add(row.command_id);
      taken += 1;
    }
    salvageReceipts(source, target, commands);
  })();
  return { taken, rejected };
}

/**
 * A receipt is taken over only with the events it speaks of, or when it is a refusal: answering "done" for a command
 * whose events were lost would hide the loss from whoever repeats it.
 */
function salvageReceipts(source: Reader, target: Writer, commands: ReadonlySet<string>): void {
  const insert = target.prepare('INSERT OR IGNORE INTO command_receipt (command_id, method, actor, at, answer) VALUES (?, ?, ?, ?, ?)');
  type Receipt = { command_id: string; method: string; actor: string; at: number; answer: string };
  for (const row of readable<Receipt>(source, 'SELECT command_id, method, actor, at, answer FROM command_receipt')) {
    const kind = answerKind(row.answer);
    if (kind === 'refused' || (kind === 'done' && commands.has(row.command_id))) {
      insert.run(row.command_id, row.method, row.actor, row.at, row.answer);
    }
  }
}

/** Who the station is and its term, from the damaged file; used when no backup tells. */
export function salvageStation(source: Reader, target: Writer): void {
  for (const row of readable<{ id: string; letter: string }>(source, 'SELECT id, letter FROM station WHERE only = 1')) {
    target.prepare('INSERT OR IGNORE INTO station (only, id, letter) VALUES (1, ?, ?)').run(row.id, row.letter);
  }
}

/** The term never goes back: a stale lead's events stay refused. Taken after the events: those of a term that is not known yet would be refused. */
export function salvageTerm(source: Reader, target: Writer): void {
  for (const { term } of readable<{ term: number }>(source, 'SELECT term FROM office_term WHERE only = 1')) {
    target.prepare('UPDATE office_term SET term = max(term, ?)').run(term);
  }
}

/** Copies the rows of every table that `target` does not have yet, for databases whose rows vouch for themselves. */
export function salvageRows(source: Reader, target: Writer): number {
  const tables = target
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  let taken = 0;
  target.transaction(() => {
    for (const { name } of tables) {
      for (const row of readable<Record<string, unknown>>(source, `SELECT * FROM "${name}"`)) {
        const names = Object.keys(row);
        const list = names.map((column) => `"${column}"`).join(', ');
        const sql = `INSERT OR IGNORE INTO "${name}" (${list}) VALUES (${names.map(() => '?').join(', ')})`;
        taken += target.prepare(sql).run(...Object.values(row)).changes;
      }
    }
  })();
  return taken;
}

/** The rows of a query up to the first that cannot be read. */
function* readable<Row>(source: Reader, sql: string): IterableIterator<Row> {
  let rows: IterableIterator<Row> | null = null;
  try {
    rows = (source.prepare(sql) as Database.Statement<[], Row>).iterate();
    yield* rows;
  } catch (error) {
    if (!isDamageToCheck(error)) throw error;
  }
}

function answerKind(text: string): unknown {
  try {
    return (JSON.parse(text) as { kind?: unknown }).kind;
  } catch {
    return null;
  }
}
