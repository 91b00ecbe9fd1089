import { emptyRow, type TypedField, type TypedRow } from '../../../../shared/domain/book/types.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';
import type { RpcClient } from '../../../../shared/rpc/client.ts';
import { createDraftSaver, type DraftSaver, type SaveOutcome } from '../../../ui/drafts/draftSaver.ts';

export type StoredDraft = Output<'book.sheet'>['draft'];

/** The rows of a sheet as they are typed in this window, on disk within half a second. */
export interface SheetTyping {
  /** The newest rows; another list after each change. */
  rows(): readonly TypedRow[];
  change(at: number, part: Partial<Record<TypedField, string>>): void;
  clear(at: number): void;
  /** A colleague typed in another window while nobody did here: her rows are shown. */
  follow(stored: StoredDraft): void;
  readonly saver: DraftSaver<readonly TypedRow[]>;
  subscribe(listener: () => void): () => void;
}

/** What another window typed meanwhile is never replaced: the host refuses a revision that is not the newest. */
export function createSheetTyping(client: RpcClient, sheetId: string, stored: StoredDraft): SheetTyping {
  const listeners = new Set<() => void>();
  let rows: readonly TypedRow[] = stored.rows;
  let { revision } = stored;
  const saver = createDraftSaver<readonly TypedRow[]>({
    savedAt: stored.savedAt,
    async save(value): Promise<SaveOutcome> {
      const reply = await client.command('book.saveDraft', { sheetId, rows: [...value], revision });
      if (reply.kind === 'failed') return { kind: 'failed' };
      if (reply.kind === 'refused') return { kind: reply.refusal.type === 'draftChangedElsewhere' ? 'conflict' : 'ended' };
      ({ revision } = reply.output);
      return { kind: 'saved', at: reply.output.savedAt };
    },
  });
  const show = (next: readonly TypedRow[]) => {
    rows = next;
    for (const listener of listeners) listener();
  };
  const update = (at: number, to: (row: TypedRow) => TypedRow) => {
    show(rows.map((row, index) => (index === at ? to(row) : row)));
    saver.change(rows);
  };
  const isIdle = () => {
    const state = saver.state();
    return state.kind === 'untouched' || (state.kind === 'saved' && !state.behind);
  };
  return {
    rows: () => rows,
    change: (at, part) => update(at, (row) => ({ ...row, ...part })),
    clear: (at) => update(at, () => emptyRow),
    follow(newer) {
      if (!isIdle() || newer.revision <= revision) return;
      ({ revision } = newer);
      show(newer.rows);
    },
    saver,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
