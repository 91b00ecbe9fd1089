import type { BatchHeader, SealedText } from '../../shared/sync/protocol.ts';
import { arrayOf, linesOf, plainArrayOf } from '../database/columns.ts';
import type { Tx } from '../database/database.ts';
import { eraseFiles } from '../files/files.ts';

/**
 * Stores what came beside the events of a batch: sealed texts, tags of PINs, what was erased, how the office is set up.
 * @param begun complaints whose tags were stored with their row.
 */
export async function storeTexts(
  tx: Tx,
  officeId: string,
  { pins: all, erased, office }: BatchHeader,
  texts: TextColumns | null,
  begun: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const pins = all.filter(({ subjectId }) => !begun.has(subjectId));
  if (texts !== null) await putTexts(tx, officeId, texts, now);
  if (pins.length > 0) {
    const values = [officeId, pins.map(({ subjectId }) => subjectId), pins.map(({ tag }) => Buffer.from(tag, 'hex'))];
    for (const [table, key] of [
      ['complaint', 'complaint_id'],
      ['document', 'document_id'],
    ] as const)
      await tx.query(
        `UPDATE ${table} SET pin_tag = tag FROM unnest($2::uuid[], $3::bytea[]) AS new (subject_id, tag)
         WHERE office_id = $1 AND ${key} = subject_id`,
        values,
      );
  }
  if (erased.length > 0) {
    await tx.query('DELETE FROM sealed_text WHERE office_id = $1 AND (text_id = ANY ($2::uuid[]) OR subject_id = ANY ($2::uuid[]))', [
      officeId,
      erased,
    ]);
    await eraseFiles(tx, officeId, erased);
  }
  if (office !== null)
    await tx.query(
      `INSERT INTO office_state (office_id, told, told_at) VALUES ($1, $2, $3)
       ON CONFLICT (office_id) DO UPDATE SET told = excluded.told, told_at = excluded.told_at`,
      [officeId, JSON.stringify(office), new Date(now)],
    );
}

/** Sealed texts as parameters. */
export type TextColumns = readonly string[];

/** Needs nothing of the database. @returns `null`: there are none. */
export function textColumns(texts: readonly SealedText[]): TextColumns | null {
  if (texts.length === 0) return null;
  // Of a text that comes twice in a batch the last one counts; one statement may not touch a row twice.
  const last = [...new Map(texts.map((text) => [text.textId, text])).values()];
  return [
    plainArrayOf(last.map(({ textId }) => textId)),
    plainArrayOf(last.map(({ subjectId }) => subjectId)),
    arrayOf(last.map(({ kind }) => kind)),
    plainArrayOf(last.map(({ sealed }) => sealed.keyId)),
    linesOf(last.map(({ sealed }) => base64Of(sealed.ephemeral))),
    linesOf(last.map(({ sealed }) => sealed.content)),
  ];
}

async function putTexts(tx: Tx, officeId: string, columns: TextColumns, now: number): Promise<void> {
  await tx.query({
    name: 'store-texts',
    text: `INSERT INTO sealed_text (office_id, text_id, subject_id, kind, key_id, ephemeral, content, at)
     SELECT $1, text_id, subject_id, kind, key_id, decode(ephemeral, 'base64'), coalesce(decode(content, 'base64'), ''), $8
     FROM ROWS FROM (unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]), string_to_table($6, E'\\n'), string_to_table($7, E'\\n'))
       AS new (text_id, subject_id, kind, key_id, ephemeral, content)
     ON CONFLICT (office_id, text_id) DO UPDATE SET subject_id = excluded.subject_id, kind = excluded.kind, key_id = excluded.key_id,
       ephemeral = excluded.ephemeral, content = excluded.content, at = excluded.at`,
    values: [officeId, ...columns, new Date(now)],
  });
}

/** PostgreSQL knows no base64url. */
const base64Of = (base64url: string) => `${base64url.replaceAll('-', '+').replaceAll('_', '/')}=`;
