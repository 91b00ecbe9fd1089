import { useTranslation } from 'react-i18next';
import type { Span } from '../../../../../shared/domain/complaints/suggestion/find.ts';
import { part } from '../../../settings/form/field.ts';
import { wordsOnce } from '../model/suggested.ts';
import type { OfficeFacts } from '../model/officeFacts.ts';
import { Entry } from '../parts/Entry.tsx';
import { Tick } from '../parts/Tick.tsx';
import { LegalMeeting } from './LegalMeeting.tsx';
import { PromisedDate } from './PromisedDate.tsx';
import { Referral } from './Referral.tsx';
import type { StepProps } from './StepProps.ts';

interface Props extends StepProps {
  readonly office: OfficeFacts;
  readonly legalThreat: readonly Span[];
}

/** Solusi awal: something today, a date that can be kept, an apology; nobody is sent away. */
export function SolutionStep({ form, office, legalThreat }: Props) {
  const { t } = useTranslation();
  const solution = part(form, 'solution');
  const kind = form.value.classification.class;
  return (
    <>
      <Entry
        field={part(solution, 'temporary')}
        name="solution.temporary"
        label={t('complaintField.temporary')}
        hint={t('complaintField.temporary.hint')}
        max={1000}
        rows={2}
      />
      <PromisedDate field={part(solution, 'promisedOn')} office={office} due={kind === null ? undefined : office.dueOf[kind]} />
      <Tick
        field={part(solution, 'apology')}
        name="solution.apology"
        label={t('complaintField.apology')}
        hint={t('complaintField.apology.phrase', { office: office.name })}
      />
      <Entry
        field={part(solution, 'compensation')}
        name="solution.compensation"
        label={t('complaintField.compensation')}
        hint={t('complaintField.compensation.hint')}
        max={500}
      />
      <Referral field={part(solution, 'referral')} />
      <LegalMeeting field={part(solution, 'legalMeeting')} heard={wordsOnce(legalThreat)} office={office} />
    </>
  );
}
