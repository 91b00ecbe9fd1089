import { useTranslation } from 'react-i18next';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import { type Field, part } from '../../../settings/form/field.ts';
import { optional } from '../model/optional.ts';
import { Entry } from '../parts/Entry.tsx';
import { Tick } from '../parts/Tick.tsx';
import classes from './steps.module.css';

type Value = ComplaintForm['solution']['referral'];

/** Not our remit is no refusal: apologise, say so, refer, and record it (DOMAIN section 4). */
export function Referral({ field }: { field: Field<Value> }) {
  const { t } = useTranslation();
  const { present, inside } = optional(field, { office: '', reason: '' });
  const office = inside?.value.office.trim() ?? '';
  return (
    <div className={classes.block}>
      <Tick field={present} name="solution.referral" label={t('complaintField.referral')} hint={t('complaintField.referral.hint')} />
      {inside !== null && (
        <div className={classes.inset}>
          <p className={classes.phrase}>
            {t('complaintField.referral.phrase', { office: office === '' ? t('complaintField.referral.elsewhere') : office })}
          </p>
          <div className={classes.pair}>
            <Entry
              field={part(inside, 'office')}
              name="solution.referral.office"
              label={t('complaintField.referral.office')}
              max={200}
              required
            />
            <Entry field={part(inside, 'reason')} name="solution.referral.reason" label={t('complaintField.referral.reason')} max={500} />
          </div>
        </div>
      )}
    </div>
  );
}
