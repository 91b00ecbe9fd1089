import { useMemo } from 'react';
import type { ComplaintForm, ComplaintStep, MissingField } from '../../../../shared/domain/complaints/form.ts';
import { suggest } from '../../../../shared/domain/complaints/suggestion/suggest.ts';
import type { Field } from '../../settings/form/field.ts';
import { Attachments } from './attachments/Attachments.tsx';
import type { Uploads } from './attachments/useUploads.ts';
import type { OfficeFacts } from './model/officeFacts.ts';
import { ClassificationStep } from './steps/ClassificationStep.tsx';
import { ConfirmationStep } from './steps/ConfirmationStep.tsx';
import { DescriptionStep } from './steps/DescriptionStep.tsx';
import { IdentityStep } from './steps/IdentityStep.tsx';
import { SolutionStep } from './steps/SolutionStep.tsx';

interface Props {
  readonly step: Exclude<ComplaintStep, 'listen'>;
  readonly draftId: string;
  readonly root: Field<ComplaintForm>;
  readonly office: OfficeFacts;
  readonly text: string;
  readonly uploads: Uploads;
  readonly missing: readonly MissingField[];
  readonly onGoTo: (step: ComplaintStep, field?: string) => void;
}

/** The fields of the steps after listening: a chunk of their own, on its way while the first one is filled in. */
export default function LaterSteps({ step, draftId, root, office, text, uploads, missing, onGoTo }: Props) {
  const suggestion = useMemo(() => suggest(text), [text]);
  switch (step) {
    case 'identity':
      return <IdentityStep form={root} />;
    case 'description': {
      const attachments = <Attachments draftId={draftId} attached={root.value.description.attachments} uploads={uploads} />;
      return <DescriptionStep form={root} today={office.today} attachments={attachments} />;
    }
    case 'classification':
      return <ClassificationStep form={root} text={text} suggestion={suggestion} office={office} />;
    case 'solution':
      return <SolutionStep form={root} office={office} legalThreat={suggestion.legalThreat} />;
    case 'confirmation':
      return <ConfirmationStep form={root} office={office} missing={missing} onGoTo={onGoTo} />;
  }
}
