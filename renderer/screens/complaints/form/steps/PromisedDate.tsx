import { useTranslation } from 'react-i18next';
import { dateWords } from '../../../../ui/format.ts';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import type { Field } from '../../../settings/form/field.ts';
import { type OfficeFacts, promiseProblem, proposedDates } from '../model/officeFacts.ts';
import { DateEntry } from '../parts/DateEntry.tsx';
import { QuickDates } from '../parts/QuickDates.tsx';
import classes from './steps.module.css';

interface Props {
  readonly field: Field<string | null>;
  readonly office: OfficeFacts;
  /** The limit of the chosen class. */
  readonly due: string | undefined;
}

/** The date told to the complainant: proposed in working days, the limit of the class among them. */
export function PromisedDate({ field, office, due }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problem = promiseProblem(field.value, office, due);
  const proposed = proposedDates(office).filter(({ date }) => due === undefined || date < due);
  const options = [
    ...proposed.map(({ days, date }) => ({
      date,
      words: t(days === 1 ? 'complaintField.promisedOn.day' : 'complaintField.promisedOn.days', { n: days }),
    })),
    ...(due === undefined ? [] : [{ date: due, words: t('complaintField.promisedOn.class') }]),
  ];
  return (
    <div className={classes.block}>
      <DateEntry
        field={field}
        name="solution.promisedOn"
        label={t('complaintField.promisedOn')}
        hint={t('complaintField.promisedOn.hint')}
        min={office.today}
      />
      <QuickDates field={field} label={t('complaintField.promisedOn')} options={options} />
      <output className={problem === null ? classes.phrase : classes.warning}>
        {field.value !== null && dateWords(field.value, language)}
        {problem !== null && `. ${t(`complaintField.promisedOn.${problem}`, { date: due === undefined ? '' : dateWords(due, language) })}`}
      </output>
    </div>
  );
}
