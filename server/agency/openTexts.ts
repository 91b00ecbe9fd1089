import { type ComplaintWords, complaintWords } from '../../shared/sync/contents.ts';
import { openText } from '../public/openText.ts';
import type { ServerServices } from '../services.ts';
import type { SealedRow } from './queries/complaints.ts';

export interface ReadTexts {
  /** What the complaint says; `missing`: the office did not send it; `unreadable`: no key of the agency opens it. */
  readonly complaint: ComplaintWords | 'missing' | 'unreadable';
  /** Words of steps and of what the agency sent, by their ids; those that do not open are missing. */
  readonly byId: ReadonlyMap<string, string>;
}

/** What the complaint's attachments are called, as far as it is known. */
export const fileNamesIn = ({ complaint }: Pick<ReadTexts, 'complaint'>): ReadonlyMap<string, string> =>
  new Map(typeof complaint === 'string' ? [] : complaint.files?.map(({ attachmentId, name }) => [attachmentId, name]));

/** Opens the words of one complaint. */
export async function readTexts(
  services: Pick<ServerServices, 'secrets' | 'log'>,
  agencyId: string,
  sealed: readonly SealedRow[],
): Promise<ReadTexts> {
  const byId = new Map<string, string>();
  let complaint: ReadTexts['complaint'] = 'missing';
  for (const row of sealed) {
    const text = await openText(services, agencyId, row.textId, row);
    if (row.kind === 'complaint') complaint = text === null ? 'unreadable' : wordsIn(text);
    else if (text !== null) byId.set(row.textId, text);
  }
  return { complaint, byId };
}

function wordsIn(text: string): ComplaintWords | 'unreadable' {
  try {
    return complaintWords.safeParse(JSON.parse(text)).data ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}
