/**
 * What an officer is typing, in the vault under a key of its own. A save is on disk when it is answered (the vault's handle
 * syncs every commit). Ending a draft destroys its key; the row stays without content, so a save that was still on its way
 * brings nothing back. Drafts are no events: they are replaced and removed, and events never are.
 */
import { complaintForm, type ComplaintForm, type ComplaintStep } from '../../../shared/domain/complaints/form.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { KeyStore } from '../keyStore.ts';
import type { Ports } from '../ports.ts';
import { seal, unseal } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';

type Saved = Input<'draft.save'>;
export type Draft = Omit<Saved, 'revision'> & { readonly revision: number; readonly updatedAt: number };
export type DraftRefusal =
  | { readonly type: 'draftChangedElsewhere'; readonly revision: number }
  | { readonly type: 'draftEnded' }
  | { readonly type: 'draftNotYours' };

export interface Drafts {
  save(staffId: string, draft: Saved): Result<{ readonly savedAt: number; readonly revision: number }, DraftRefusal>;
  /** The officer's own, newest first. */
  mine(staffId: string): readonly Draft[];
  /** `null`: there is none, it has ended, or it is somebody else's. */
  open(staffId: string, draftId: string): Draft | null;
  /** Whose it is; `null`: nobody's yet, or it has ended. */
  ownerOf(draftId: string): string | null;
  /** Destroys it: it was registered or thrown away. */
  end(draftId: string): void;
  /** Every open draft of the office. */
  openIds(): readonly string[];
}

interface Row {
  readonly id: string;
  readonly staff_id: string;
  readonly wrapped_key: Buffer | null;
  readonly content: Buffer | null;
  readonly revision: number;
  readonly updated_at: number;
}

interface Content {
  readonly step: ComplaintStep;
  readonly field: string;
  readonly form: ComplaintForm;
  readonly counterId: string | null;
  readonly ticketId: string | null;
}

export function createDrafts(vault: Pick<Vault, 'db' | 'indexOf'>, keyStore: KeyStore, ports: Ports): Drafts {
  const { db } = vault;
  const officeKey = keyStore.key('officeKey');
  const select = db.prepare<[string], Row>('SELECT * FROM draft WHERE id = ?');
  const byStaff = db.prepare<[string], Row>('SELECT * FROM draft WHERE staff_id = ? AND content IS NOT NULL ORDER BY updated_at DESC');
  const allOpen = db.prepare<[], { id: string }>('SELECT id FROM draft WHERE content IS NOT NULL ORDER BY id');
  const put = db.prepare(`
    INSERT INTO draft (id, staff_id, wrapped_key, content, revision, updated_at, person_id, nik_index) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET wrapped_key = excluded.wrapped_key, content = excluded.content, revision = excluded.revision,
      updated_at = excluded.updated_at, person_id = excluded.person_id, nik_index = excluded.nik_index`);
  const tombstone = db.prepare(`
    INSERT INTO draft (id, staff_id, wrapped_key, content, revision, updated_at) VALUES (?, '', NULL, NULL, 0, ?)
    ON CONFLICT DO UPDATE SET wrapped_key = NULL, content = NULL, person_id = NULL, nik_index = NULL, updated_at = excluded.updated_at`);

  const textOf = ({ id, wrapped_key: wrapped, content }: Row): string | null => {
    if (wrapped === null || content === null) return null;
    return unseal(unseal(officeKey, `draft-key:${id}`, wrapped), `draft:${id}`, content).toString('utf8');
  };
  const read = (row: Row): Draft | null => {
    const text = textOf(row);
    if (text === null) return null;
    const content = JSON.parse(text) as Content;
    return { draftId: row.id, revision: row.revision, updatedAt: row.updated_at, ...content, form: complaintForm.parse(content.form) };
  };
  const readAll = (rows: readonly Row[]) => rows.flatMap((row) => read(row) ?? []);

  return {
    save(staffId, { draftId, revision, ...content }) {
      const known = select.get(draftId);
      if (known !== undefined && known.content === null) return refuse({ type: 'draftEnded' });
      if (known !== undefined && known.staff_id !== staffId) return refuse({ type: 'draftNotYours' });
      const text = JSON.stringify(content);
      if (known !== undefined && known.revision !== revision) {
        // Sent again after the answer was lost: no other window has been here.
        const isRepeated = known.revision === revision + 1 && textOf(known) === text;
        if (isRepeated) return ok({ savedAt: known.updated_at, revision: known.revision });
        return refuse({ type: 'draftChangedElsewhere', revision: known.revision });
      }
      const { identity } = content.form;
      const key = ports.random.bytes(32);
      const savedAt = ports.clock.now();
      put.run(
        draftId,
        staffId,
        seal(officeKey, `draft-key:${draftId}`, key, ports.random),
        seal(key, `draft:${draftId}`, Buffer.from(text), ports.random),
        revision + 1,
        savedAt,
        identity.personId,
        vault.indexOf('nik', identity.nik),
      );
      return ok({ savedAt, revision: revision + 1 });
    },
    mine: (staffId) => readAll(byStaff.all(staffId)),
    open(staffId, draftId) {
      const row = select.get(draftId);
      return row === undefined || row.staff_id !== staffId ? null : read(row);
    },
    ownerOf(draftId) {
      const row = select.get(draftId);
      return row === undefined || row.content === null ? null : row.staff_id;
    },
    end(draftId) {
      if (select.get(draftId)?.content === null) return;
      tombstone.run(draftId, ports.clock.now());
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    openIds: () => allOpen.all().map(({ id }) => id),
  };
}
