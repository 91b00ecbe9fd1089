import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Asked } from '../parts/Asked.tsx';
import { yearIn } from '../parts/dates.ts';
import { Section } from '../parts/Section.tsx';
import { type Configuration, useConfiguration } from '../parts/useConfiguration.ts';
import { HolidayYearForm } from './HolidayYearForm.tsx';
import classes from './office.module.css';

/** Holidays year by year: a draft that a person checks and confirms. */
export function HolidaysSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.holidays.title')} lead={t('settings.holidays.lead')}>
      <Asked query={useConfiguration()}>{(configuration) => <Years configuration={configuration} />}</Asked>
    </Section>
  );
}

function Years({ configuration: { holidays, profile } }: { configuration: Configuration }) {
  const { t } = useTranslation();
  const thisYear = yearIn(profile.zone);
  const asked = Number(useParams()['year'] ?? thisYear);
  const years = [...new Set([thisYear, thisYear + 1, ...holidays.map(({ year }) => year)])].toSorted((a, b) => a - b);
  if (!Number.isInteger(asked) || asked < 2020 || asked > 2100) return <Navigate to="/pengaturan/libur" replace />;
  const isConfirmed = (year: number) => holidays.some((entry) => entry.year === year && entry.confirmed);
  return (
    <>
      <nav className={classes.years} aria-label={t('settings.holidays.years')}>
        {years.map((year) => (
          <Link key={year} to={`/pengaturan/libur/${year}`} className={classes.year} aria-current={year === asked ? 'page' : undefined}>
            <span className={classes.yearNumber}>{year}</span>
            <span className={classes.yearState} data-warning={!isConfirmed(year) || undefined}>
              {t(isConfirmed(year) ? 'settings.holidays.confirmed' : 'settings.holidays.unconfirmed')}
            </span>
          </Link>
        ))}
      </nav>
      <HolidayYear key={asked} year={asked} saved={holidays.find((entry) => entry.year === asked)} />
    </>
  );
}

/** A year that nobody saved yet begins with the host's draft. */
function HolidayYear({ year, saved }: { year: number; saved: Configuration['holidays'][number] | undefined }) {
  const draft = useHostQuery('office.holidayDraft', { year }, { enabled: saved === undefined });
  if (saved === undefined && draft.data === undefined) return <Asked query={draft}>{() => null}</Asked>;
  const shown = saved ?? draft.data;
  return shown && <HolidayYearForm saved={shown} isDraft={saved === undefined} />;
}
