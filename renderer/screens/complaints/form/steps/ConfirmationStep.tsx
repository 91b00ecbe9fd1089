import { useTranslation } from 'react-i18next';
import { type ComplaintStep, isSpoken, type MissingField } from '../../../../../shared/domain/complaints/form.ts';
import { priorityOf } from '../../../../../shared/domain/complaints/priority.ts';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import { part } from '../../../settings/form/field.ts';
import type { OfficeFacts } from '../model/officeFacts.ts';
import { summaryOf } from '../model/summary.ts';
import { SignaturePad } from '../parts/SignaturePad.tsx';
import { Tick } from '../parts/Tick.tsx';
import { Missing } from './Missing.tsx';
import { PromiseWarning } from './PromisedDate.tsx';
import type { StepProps } from './StepProps.ts';
import classes from './steps.module.css';

interface Props extends StepProps {
  readonly office: OfficeFacts;
  readonly missing: readonly MissingField[];
  readonly onGoTo: (step: ComplaintStep, field?: string) => void;
}

/** Konfirmasi: the summary is read back, corrected and signed. */
export function ConfirmationStep({ form, office, missing, onGoTo }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const confirmation = part(form, 'confirmation');
  const { urgency, impact, unitId, class: kind } = form.value.classification;
  const priority = urgency === null || impact === null ? null : priorityOf(urgency, impact);
  const unit = office.units.find(({ id }) => id === unitId)?.title[language] ?? '';
  const summary = summaryOf(form.value, { t, language, priority, unit });
  return (
    <>
      <Missing missing={missing.filter(({ step }) => step !== 'confirmation')} onGoTo={({ step, field }) => onGoTo(step, field)} />
      <section className={classes.summary} aria-labelledby="complaint-summary">
        <h3 id="complaint-summary" className={classes.subtitle}>
          {t('complaintField.summary')}
        </h3>
        {summary.map(({ step, sentences }) => (
          <div key={step} className={classes.summaryPart}>
            <p>{sentences.join(' ')}</p>
            <button
              type="button"
              className={classes.link}
              aria-label={t('complaintSummary.change.label', { step: t(`complaintForm.step.${step}`) })}
              onClick={() => onGoTo(step)}
            >
              {t('complaintSummary.change')}
            </button>
          </div>
        ))}
      </section>
      <PromiseWarning date={form.value.solution.promisedOn} office={office} due={kind === null ? undefined : office.dueOf[kind]} />
      {isSpoken(form.value) && (
        <Tick field={part(confirmation, 'readBack')} name="confirmation.readBack" label={t('complaintField.readBack')} />
      )}
      <div className={classes.signatures}>
        <SignaturePad
          field={part(confirmation, 'complainantSignature')}
          name="confirmation.complainantSignature"
          label={t('complaintField.signature.complainant')}
        />
        <SignaturePad
          field={part(confirmation, 'officerSignature')}
          name="confirmation.officerSignature"
          label={t('complaintField.signature.officer')}
        />
      </div>
      <p className={classes.hint}>{t('complaintField.signature.hint')}</p>
    </>
  );
}
