/**
 * What is being typed from a sheet, in the vault under the sheet's id: on disk when it is answered, and nobody's alone, for a
 * colleague may go on with it. A draft is no event: it is replaced with every cell, and events never are.
 */
import { z } from 'zod';
import { emptyRow, rowsPerSheet, type TypedRow, typedRow } from '../../../shared/domain/book/types.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { Services } from '../services.ts';

const stored = z.strictObject({ rows: z.array(typedRow).length(rowsPerSheet), revision: z.number().int(), savedAt: z.number().int() });

export interface SheetDraft {
  readonly rows: TypedRow[];
  /** 0: nothing was typed yet. */
  readonly revision: number;
  readonly savedAt: number | null;
}

type Parts = Pick<Services, 'vault' | 'ports'>;

export function sheetDraft({ vault }: Pick<Parts, 'vault'>, sheetId: string): SheetDraft {
  const text = vault.note(sheetId);
  if (text === null) return { rows: Array.from({ length: rowsPerSheet }, () => emptyRow), revision: 0, savedAt: null };
  return stored.parse(JSON.parse(text));
}

/** @param revision the one that the window has seen last; an older one means that another window has been here. */
export function saveSheetDraft(
  { vault, ports }: Parts,
  sheetId: string,
  rows: readonly TypedRow[],
  revision: number,
): Result<{ readonly savedAt: number; readonly revision: number }, { readonly type: 'draftChangedElsewhere'; readonly revision: number }> {
  const before = sheetDraft({ vault }, sheetId);
  const isSame = JSON.stringify(before.rows) === JSON.stringify(rows);
  if (before.revision !== revision) {
    // Sent again after the answer was lost, or the same words in two windows: nothing would be written over.
    if (isSame && before.savedAt !== null) return ok({ savedAt: before.savedAt, revision: before.revision });
    return refuse({ type: 'draftChangedElsewhere', revision: before.revision });
  }
  const saved = { rows, revision: revision + 1, savedAt: ports.clock.now() };
  vault.putNote(sheetId, JSON.stringify(saved));
  return ok({ savedAt: saved.savedAt, revision: saved.revision });
}
