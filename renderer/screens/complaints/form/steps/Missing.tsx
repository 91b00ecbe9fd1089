import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MissingField } from '../../../../../shared/domain/complaints/form.ts';
import type { Key } from '../../../../i18n/id/index.ts';
import classes from './steps.module.css';

interface Props {
  readonly missing: readonly MissingField[];
  /** Leads to the field, in whatever step it is. */
  readonly onGoTo: (missing: MissingField) => void;
}

/** What must still be filled in, each a way to its place. */
export function Missing({ missing, onGoTo }: Props) {
  const { t } = useTranslation();
  if (missing.length === 0) {
    return (
      <p className={classes.complete}>
        <IconCircleCheck size={22} aria-hidden /> {t('complaintField.nothingMissing')}
      </p>
    );
  }
  return (
    <section className={classes.missing} aria-labelledby="complaint-missing">
      <h3 id="complaint-missing" className={classes.missingTitle}>
        <IconAlertCircle size={22} aria-hidden /> {t('complaintField.missingTitle', { n: missing.length })}
      </h3>
      <ul className={classes.missingList}>
        {missing.map((one) => (
          <li key={one.field}>
            <button type="button" className={classes.link} onClick={() => onGoTo(one)}>
              {t(`complaintMissing.${one.field}` as Key)}
              <span className={classes.where}>{t(`complaintForm.step.${one.step}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
