import { applicant } from '../../../../shared/rpc/methods/documents.ts';
import type { ApplicantDraft } from './drafts.ts';

export type ApplicantField = keyof ApplicantDraft;

/** A typed applicant as the contract takes it: a NIK is often read out and typed in groups. */
export const cleaned = ({ name, nik, phone }: ApplicantDraft): ApplicantDraft => ({
  name: name.trim(),
  nik: nik.replaceAll(/[\s.-]/gu, ''),
  phone: phone.trim(),
});

/** Fields that the contract would not take. A strange NIK is not among them: it only warns. */
export function wrongFields(draft: ApplicantDraft): ReadonlySet<ApplicantField> {
  const parsed = applicant.safeParse(cleaned(draft));
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as ApplicantField));
}
