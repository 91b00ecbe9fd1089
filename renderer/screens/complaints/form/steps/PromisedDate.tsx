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
  const problem = useProblemOf(field.value, office, due);
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
        {problem !== null && `. ${problem}`}
      </output>
    </div>
  );
}

/** The same once more where it is read back: days may have passed since it was promised. */
export function PromiseWarning({ date, office, due }: Pick<Props, 'office' | 'due'> & { readonly date: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problem = useProblemOf(date, office, due);
  if (date === null || problem === null) return null;
  return (
    <p className={classes.warning}>
      {t('complaintField.promisedOn')}: {dateWords(date, language)}. {problem}
    </p>
  );
}

/** What is wrong with a promised date, in words. */
function useProblemOf(date: string | null, office: OfficeFacts, due: string | undefined): string | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const problem = promiseProblem(date, office, due);
  return problem === null ? null : t(`complaintField.promisedOn.${problem}`, { date: due === undefined ? '' : dateWords(due, language) });
}
