import { useTranslation } from 'react-i18next';
import type { Field } from '../../../settings/form/field.ts';
import { Tick } from '../parts/Tick.tsx';
import classes from './steps.module.css';

/** What the data is for, to be read out, and whether the complainant agreed (UU 27/2022 art. 20–21). */
export function Consent({ field }: { field: Field<boolean> }) {
  const { t } = useTranslation();
  return (
    <section className={classes.consent} aria-labelledby="complaint-consent">
      <h3 id="complaint-consent" className={classes.subtitle}>
        {t('complaintField.consent.title')}
      </h3>
      <p className={classes.speech}>{t('complaintField.consent.text')}</p>
      <Tick field={field} name="identity.consent" label={t('complaintField.consent')} hint={t('complaintField.consent.basis')} />
    </section>
  );
}
