/**
 * The words of a complaint: one JSON text in the vault under the complaint's id. The PIN lies with them: what was registered
 * before PINs were made of the office's key has another (pins.ts). An event knows only its keyed hash.
 */
import type { ComplaintForm } from '../../../shared/domain/complaints/form.ts';
import type { Vault } from '../vault/vault.ts';

export interface ComplaintContent extends Pick<ComplaintForm, 'listen' | 'solution'> {
  readonly pin: string;
  readonly description: ComplaintForm['description'];
  readonly signatures: Pick<ComplaintForm['confirmation'], 'complainantSignature' | 'officerSignature'>;
}

export const contentOf = (form: ComplaintForm, pin: string): ComplaintContent => ({
  pin,
  listen: form.listen,
  description: form.description,
  solution: form.solution,
  signatures: { complainantSignature: form.confirmation.complainantSignature, officerSignature: form.confirmation.officerSignature },
});

/** `null`: erased. */
export function readContent(vault: Pick<Vault, 'note'>, complaintId: string): ComplaintContent | null {
  const text = vault.note(complaintId);
  return text === null ? null : (JSON.parse(text) as ComplaintContent);
}

/** Everything of it that words can be found in. */
export const searchableText = ({ listen, description, solution }: ComplaintContent): string =>
  [
    description.title,
    listen.chronology,
    listen.gist,
    ...listen.notes.map(({ text }) => text),
    description.what,
    description.place,
    description.who,
    description.loss,
    description.settlement,
    solution.temporary,
    solution.compensation,
    solution.referral?.office ?? '',
    solution.referral?.reason ?? '',
    solution.legalMeeting?.note ?? '',
  ].join('\n');
