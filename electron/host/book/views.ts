import type { SheetMade } from '../../../shared/domain/book/events.ts';
import { isBlank } from '../../../shared/domain/book/types.ts';
import { waits } from '../../../shared/domain/queue/measures.ts';
import type { TicketStatus } from '../../../shared/domain/queue/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { RecordedRowView, SheetView } from '../../../shared/rpc/methods/book.ts';
import type { Reader } from '../database/open.ts';
import { actorFromText } from '../engine/event.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';
import { sheetDraft } from './drafts.ts';
import { correctionsOf, recordedRows } from './rows.ts';

type Parts = Pick<Services, 'db' | 'vault' | 'engine'>;

/** A sheet with what is known of its rows and its prints. */
export function sheetView({ db, vault }: Pick<Parts, 'db' | 'vault'>, { sheetId, number, date, rows }: SheetMade): SheetView {
  const recorded = new Set(recordedRows(db, sheetId).map(({ row }) => row));
  const typed = sheetDraft({ vault }, sheetId).rows.filter((row, at) => !isBlank(row) && !recorded.has(at + 1));
  const prints = printsOf(db, sheetId);
  return { sheetId, number, date, rows, recorded: recorded.size, typed: typed.length, prints: prints.length, print: prints.at(-1) ?? null };
}

/** Oldest first. */
const printsOf = (db: Reader, sheetId: string): NonNullable<SheetView['print']>[] =>
  db
    .prepare<[string], NonNullable<SheetView['print']>>(
      `SELECT outcome, failure, requested_at AS at FROM print_job WHERE subject_id = ? AND kind = 'blackoutSheet' ORDER BY requested_at, rowid`,
    )
    .all(sheetId);

export function recordedViews({ db, engine }: Parts, sheetId: string): RecordedRowView[] {
  const nameOf = (text: string) => {
    const actor = actorFromText(text);
    return actor.kind === 'staff' ? staffName(engine, actor.staffId) : '';
  };
  const corrections = correctionsOf(db, sheetId);
  return recordedRows(db, sheetId).map(({ row, number, ticketId, where, visit, enteredAt, enteredBy }) => ({
    ...{ row, number, ticketId, where, visit, enteredAt },
    enteredBy: nameOf(enteredBy),
    corrections: corrections
      .filter((each) => each.row === row)
      .map(({ at, actor, reason, before, after }) => ({ at, by: nameOf(actor), reason, before, after })),
  }));
}

interface DayRow {
  readonly status: TicketStatus;
  readonly issuedAt: number;
  readonly firstCalledAt: number | null;
  readonly servingAt: number | null;
  readonly endedAt: number | null;
  readonly heldMs: number;
  readonly enteredAfterwards: number;
}

/** The figures of a day, over everything that is recorded of it. */
export function dayFigures(db: Reader, date: string): Output<'book.sheet'>['day'] {
  const tickets = db
    .prepare<[string], DayRow>(
      `SELECT status, issued_at AS issuedAt, first_called_at AS firstCalledAt, serving_at AS servingAt, ended_at AS endedAt,
         held_ms AS heldMs, entered_afterwards AS enteredAfterwards
       FROM ticket WHERE date = ?`,
    )
    .all(date);
  const count = (is: (ticket: DayRow) => boolean) => tickets.filter(is).length;
  return {
    issued: tickets.length,
    enteredAfterwards: count((ticket) => ticket.enteredAfterwards === 1),
    finished: count(({ status }) => status === 'finished'),
    noShow: count(({ status }) => status === 'noShow'),
    left: count(({ status }) => status === 'cancelled' || status === 'expired'),
    meanWaitMs: waits(tickets).mean,
  };
}
