import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import { type Field, part } from '../../../settings/form/field.ts';
import { type OfficeFacts, promiseProblem } from '../model/officeFacts.ts';
import { optional } from '../model/optional.ts';
import { DateEntry } from '../parts/DateEntry.tsx';
import { Entry } from '../parts/Entry.tsx';
import { Tick } from '../parts/Tick.tsx';
import classes from './steps.module.css';

type Value = ComplaintForm['solution']['legalMeeting'];

interface Props {
  readonly field: Field<Value>;
  /** Words of a legal threat in what was told. */
  readonly heard: readonly string[];
  readonly office: OfficeFacts;
}

/** A legal threat is met with an offer: a meeting with the legal section. */
export function LegalMeeting({ field, heard, office }: Props) {
  const { t } = useTranslation();
  const { present, inside } = optional(field, { on: null, note: '' });
  const problem = promiseProblem(inside?.value.on ?? null, office, undefined);
  return (
    <div className={classes.block}>
      {heard.length > 0 && inside === null && (
        <p className={classes.heard}>
          <IconGavel size={22} aria-hidden /> {t('complaintField.legal.heard', { words: heard.join(', ') })}
        </p>
      )}
      <Tick field={present} name="solution.legalMeeting" label={t('complaintField.legal')} hint={t('complaintField.legal.hint')} />
      {inside !== null && (
        <div className={`${classes.inset} ${classes.pair}`}>
          <div>
            <DateEntry field={part(inside, 'on')} name="solution.legalMeeting.on" label={t('complaintField.legal.on')} min={office.today} />
            <output className={classes.warning}>{problem !== null && t(`complaintField.promisedOn.${problem}`)}</output>
          </div>
          <Entry field={part(inside, 'note')} name="solution.legalMeeting.note" label={t('complaintField.legal.note')} max={500} />
        </div>
      )}
    </div>
  );
}
