import { timingSafeEqual } from 'node:crypto';
import { pinTagOf } from '../../sync/pinTag.ts';
import type { ServerServices } from '../services.ts';
import { numberTyped } from './numberTyped.ts';
import { forgetTries, takeTry } from './tries.ts';

/** What somebody follows. */
export interface Subject {
  readonly kind: 'complaint' | 'document';
  readonly subjectId: string;
}

interface Candidate {
  kind: Subject['kind'];
  subject_id: string;
  pin_tag: Buffer | null;
}

/** Compared with when there is no such number: the same work, and never equal. */
const nobody: Candidate = { kind: 'complaint', subject_id: '00000000-0000-8000-8000-000000000000', pin_tag: null };
const noTag = Buffer.alloc(16);

/**
 * Whose receipt number and PIN are. `null` for every reason alike: no such number, a wrong PIN, tried too often, locked. All
 * of them run the same statements (RELIABILITY 30).
 * @param typed as the person typed it.
 */
export async function checkPin(
  { db, keys, secrets, now, metrics }: Pick<ServerServices, 'db' | 'keys' | 'secrets' | 'now' | 'metrics'>,
  officeId: string,
  typed: { readonly number: string; readonly pin: string },
): Promise<Subject | null> {
  const number = numberTyped(typed.number);
  const pinKey = await secrets.pinKey(officeId);
  const subject = await db.inOffice(officeId, async (tx) => {
    // A number may have been given twice by a station that was put back to an older copy: the PIN tells them apart.
    const { rows } = await tx.query<Candidate>({
      name: 'find-number',
      text: `(SELECT 'complaint' AS kind, complaint_id AS subject_id, pin_tag FROM complaint WHERE office_id = $1 AND number = $2 LIMIT 4)
        UNION ALL (SELECT 'document', document_id, pin_tag FROM document WHERE office_id = $1 AND number = $2 LIMIT 4)`,
      values: [officeId, number],
    });
    const taken = await takeTry(tx, keys, { officeId, number, subjectId: rows[0]?.subject_id ?? null }, now());
    const right = (rows.length === 0 ? [nobody] : rows).filter(
      ({ subject_id: subjectId, pin_tag: tag }) =>
        timingSafeEqual(pinTagOf(pinKey, subjectId, typed.pin), tag?.length === noTag.length ? tag : noTag) && tag !== null,
    )[0];
    if (right === undefined || !taken.granted) return null;
    await forgetTries(tx, officeId, taken.tag);
    return { kind: right.kind, subjectId: right.subject_id };
  });
  // Not why: whoever reads the metrics must not learn more than whoever guesses.
  metrics.pinTries.inc({ outcome: subject === null ? 'refused' : 'right' });
  return subject;
}
