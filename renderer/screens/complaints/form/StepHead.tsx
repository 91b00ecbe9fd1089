import { useTranslation } from 'react-i18next';
import { complaintSteps, type ComplaintStep } from '../../../../shared/domain/complaints/form.ts';
import classes from './FormFrame.module.css';

/** Which step this is and what it is for. */
export function StepHead({ step }: { step: ComplaintStep }) {
  const { t } = useTranslation();
  return (
    <header className={classes.stepHead}>
      <h2 className={classes.stepTitle}>{t(`complaintForm.step.${step}`)}</h2>
      <p className={classes.lead}>{t(`complaintForm.lead.${step}`)}</p>
      <p className={classes.count}>
        {t('complaintForm.step.count', { n: complaintSteps.indexOf(step) + 1, total: complaintSteps.length })}
      </p>
    </header>
  );
}
