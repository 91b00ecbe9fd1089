import { type ComplaintWords, complaintWords } from '../../shared/sync/contents.ts';
import { textLabel } from '../../shared/sync/protocol.ts';
import { SealedForAnotherError } from '../../sync/seal.ts';
import type { Secrets } from '../secrets.ts';
import type { SealedRow } from './queries/complaints.ts';

export interface ReadTexts {
  /** What the complaint says; `missing`: the office did not send it; `unreadable`: no key of the agency opens it. */
  readonly complaint: ComplaintWords | 'missing' | 'unreadable';
  /** Words of steps and of what the agency sent, by their ids; those that do not open are missing. */
  readonly byId: ReadonlyMap<string, string>;
}

/** Opens the words of one complaint. */
export async function readTexts(secrets: Secrets, agencyId: string, sealed: readonly SealedRow[]): Promise<ReadTexts> {
  const byId = new Map<string, string>();
  let complaint: ReadTexts['complaint'] = 'missing';
  for (const row of sealed) {
    const text = await opened(secrets, agencyId, row);
    if (row.kind === 'complaint') complaint = text === null ? 'unreadable' : wordsIn(text);
    else if (text !== null) byId.set(row.textId, text);
  }
  return { complaint, byId };
}

async function opened(secrets: Secrets, agencyId: string, row: SealedRow): Promise<string | null> {
  try {
    return (await secrets.open(agencyId, textLabel(row.textId), row)).toString('utf8');
  } catch (error) {
    // Sealed for a key that is gone, or changed on its way: shown as unreadable, not as an error of the page.
    if (error instanceof SealedForAnotherError) return null;
    throw error;
  }
}

function wordsIn(text: string): ComplaintWords | 'unreadable' {
  try {
    return complaintWords.safeParse(JSON.parse(text)).data ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}
