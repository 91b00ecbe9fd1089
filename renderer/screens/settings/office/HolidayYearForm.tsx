import { Alert, Button, Checkbox } from '@mantine/core';
import { IconCalendarExclamation, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import { contract, type Input } from '../../../../shared/rpc/contract.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { append, type Field, items, part, removeAt } from '../form/field.ts';
import { SelectField, TextField } from '../form/inputs.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { dayName } from '../parts/dates.ts';
import { Empty, Panel } from '../parts/Section.tsx';
import classes from './office.module.css';

type HolidayYear = Input<'office.saveHolidays'>;
type Holiday = HolidayYear['days'][number];

/** The list of one year, checked line by line and then confirmed. */
export function HolidayYearForm({ saved, isDraft = false }: { saved: HolidayYear; isDraft?: boolean }) {
  const { t } = useTranslation();
  const draft = useDraft(contract['office.saveHolidays'].input, saved, misplacedDays);
  const { save, pending } = useSave('office.saveHolidays');
  const days = part(draft, 'days');
  const sorted = (value: HolidayYear) => ({ ...value, days: value.days.toSorted((a, b) => a.date.localeCompare(b.date)) });
  return (
    <DraftForm draft={draft} pending={pending} isNew={isDraft} onSave={(value) => save(draft, sorted(value))}>
      {isDraft && (
        <Alert color="teal" title={t('settings.holidays.draftTitle', { year: saved.year })}>
          {t('settings.holidays.draftText')}
        </Alert>
      )}
      {!isDraft && !saved.confirmed && (
        <Alert color="orange" icon={<IconCalendarExclamation aria-hidden />} title={t('settings.holidays.warning', { years: saved.year })}>
          {t('settings.holidays.warningText')}
        </Alert>
      )}
      <Panel title={t('settings.holidays.list', { year: saved.year, count: days.value.length })}>
        {days.value.length === 0 && <Empty title={t('settings.holidays.empty')} text={t('settings.holidays.emptyText')} />}
        <div className={classes.holidayHead} aria-hidden>
          <span>{t('settings.holidays.day')}</span>
          <span>{t('settings.holidays.dateHead')}</span>
          <span>{t('settings.holidays.name')}</span>
          <span>{t('settings.holidays.kind')}</span>
        </div>
        <ul className={classes.holidays}>
          {items(days).map((day, index) => (
            // Lines of a draft have no identity but their place, and every input is controlled.
            // oxlint-disable-next-line react/no-array-index-key
            <HolidayLine key={index} day={day} number={index + 1} onRemove={() => removeAt(days, index)} />
          ))}
        </ul>
        {days.value.length < 100 && (
          <Button
            variant="default"
            size="md"
            className={classes.start}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => append(days, { date: '', name: '', kind: 'office' })}
          >
            {t('settings.holidays.add')}
          </Button>
        )}
      </Panel>
      <Panel>
        <Checkbox
          size="md"
          label={t('settings.holidays.confirm', { year: saved.year })}
          description={t('settings.holidays.confirmHint')}
          checked={draft.value.confirmed}
          onChange={({ currentTarget: { checked } }) => draft.update((value) => ({ ...value, confirmed: checked }))}
        />
      </Panel>
    </DraftForm>
  );
}

const kinds = ['national', 'collectiveLeave', 'office'] as const;

function HolidayLine({ day, number, onRemove }: { day: Field<Holiday>; number: number; onRemove(): void }) {
  const { t } = useTranslation();
  const words = dayName(day.value.date, useLanguage());
  return (
    <li className={classes.holiday}>
      <p className={classes.holidayDay}>{words === '' ? t('settings.holidays.newDay') : words}</p>
      <TextField hideLabel type="date" field={part(day, 'date')} label={t('settings.holidays.date', { n: number })} />
      <TextField hideLabel field={part(day, 'name')} label={t('settings.holidays.nameOf', { n: number })} />
      <SelectField
        hideLabel
        field={part(day, 'kind')}
        label={t('settings.holidays.kindOf', { n: number })}
        options={kinds.map((kind) => ({ value: kind, label: t(`settings.holidays.kind.${kind}`) }))}
      />
      <IconButton label={t('settings.holidays.remove', { day: day.value.name || String(number) })} onClick={onRemove}>
        <IconTrash size={20} aria-hidden />
      </IconButton>
    </li>
  );
}

/** A day of another year, or one holiday twice; two different ones may fall on a day. */
function misplacedDays({ year, days }: HolidayYear): readonly FieldProblem[] {
  return days.flatMap(({ date, name }, index): FieldProblem[] => {
    const path = `days.${index}.date`;
    if (date !== '' && !date.startsWith(`${year}-`)) return [{ path, key: 'settings.holidays.otherYear', values: { year } }];
    const first = days.findIndex((other) => other.date === date && other.name.trim() === name.trim());
    return first < index && date !== '' ? [{ path, key: 'settings.holidays.twice' }] : [];
  });
}
