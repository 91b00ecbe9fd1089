import { contactWords } from '../../shared/sync/contents.ts';
import { textLabel } from '../../shared/sync/protocol.ts';
import { SealedForAnotherError } from '../../sync/seal.ts';
import type { SealedBytes } from '../secrets.ts';
import type { ServerServices } from '../services.ts';

type Needs = Pick<ServerServices, 'secrets' | 'log'>;

/** The words of a sealed text; `null`, and told in the log: they do not open with any key that is here. */
export async function openText({ secrets, log }: Needs, agencyId: string, textId: string, sealed: SealedBytes): Promise<string | null> {
  try {
    return (await secrets.open(agencyId, textLabel(textId), sealed)).toString('utf8');
  } catch (error) {
    if (!(error instanceof SealedForAnotherError)) throw error;
    log.warn({ err: error, textId }, 'a text of an office does not open');
    return null;
  }
}

/** The masked name in a person's contact; `null`: none is known, or it is not readable. */
export function maskedNameIn(opened: string | null): string | null {
  if (opened === null) return null;
  let told: unknown;
  try {
    told = JSON.parse(opened);
  } catch {
    // What an office sealed is its own; a page does without the name.
    return null;
  }
  const contact = contactWords.safeParse(told);
  return contact.success && contact.data.maskedName !== '' ? contact.data.maskedName : null;
}
