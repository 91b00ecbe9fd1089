import type { Writer } from '../database/open.ts';
import type { Timers } from '../ports.ts';

/** How long the first answer to a command is kept for a repetition. */
export const receiptsKeptMs = 14 * 24 * 60 * 60 * 1000;
const slice = 500;

/**
 * Removes receipts from before `before` (ms since the epoch), a slice per turn of the event loop.
 * @returns how many were removed.
 */
export async function pruneReceipts(db: Writer, before: number, timers: Timers, stopped: () => boolean = () => false): Promise<number> {
  const page = db.prepare<[string, number], { command_id: string; at: number }>(
    'SELECT command_id, at FROM command_receipt WHERE command_id > ? ORDER BY command_id LIMIT ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM command_receipt WHERE command_id = ?');
  const removeAll = db.transaction((ids: readonly string[]) => {
    for (const id of ids) remove.run(id);
  });
  let removed = 0;
  let after = '';
  while (!stopped()) {
    const rows = page.all(after, slice);
    const last = rows.at(-1);
    if (last === undefined) return removed;
    after = last.command_id;
    const old = rows.filter(({ at }) => at < before).map(({ command_id: id }) => id);
    if (old.length > 0) removeAll.immediate(old);
    removed += old.length;
    await timers.yield();
  }
  return removed;
}
