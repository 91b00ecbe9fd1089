import { Button, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { DayHours } from '../../../../shared/domain/office/types.ts';
import type { Key } from '../../../i18n/id/index.ts';
import { append, type Field, items, part, removeAt } from '../form/field.ts';
import { TimeField } from '../form/inputs.tsx';
import classes from './office.module.css';

const newDay = (weekday: number): DayHours => ({ weekday, open: '07:30', close: '16:00', breaks: [{ from: '12:00', to: '13:00' }] });

/** One weekday: open or closed, from when to when, and its breaks. */
export function WeekdayRow({ weekday, week }: { weekday: number; week: Field<DayHours[]> }) {
  const { t } = useTranslation();
  const name = t(`weekday.${weekday}` as Key);
  const index = week.value.findIndex((day) => day.weekday === weekday);
  const day = index === -1 ? undefined : part(week, index);
  const open = () => week.update((days) => [...days, newDay(weekday)].toSorted((a, b) => a.weekday - b.weekday));
  const error = day?.error();
  return (
    <li className={classes.day}>
      <Switch
        className={classes.dayName}
        size="md"
        label={name}
        checked={day !== undefined}
        onChange={() => (day === undefined ? open() : removeAt(week, index))}
      />
      {day === undefined ? (
        <span className={classes.closed}>{t('settings.hours.closed')}</span>
      ) : (
        <fieldset className={classes.dayHours} data-problem={error === undefined ? undefined : true} tabIndex={-1}>
          <legend className={classes.hidden}>{name}</legend>
          <div className={classes.period}>
            <TimeField hideLabel field={part(day, 'open')} label={t('settings.hours.opensAt', { day: name })} />
            <span aria-hidden>–</span>
            <TimeField hideLabel field={part(day, 'close')} label={t('settings.hours.closesAt', { day: name })} />
          </div>
          <Breaks day={day} name={name} />
          {error !== undefined && (
            <p className={classes.error} role="alert">
              {error}
            </p>
          )}
        </fieldset>
      )}
    </li>
  );
}

function Breaks({ day, name }: { day: Field<DayHours>; name: string }) {
  const { t } = useTranslation();
  const breaks = part(day, 'breaks');
  return (
    <div className={classes.breaks}>
      {items(breaks).map((period, index) => (
        // Breaks have no identity of their own; their place is it.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.period}>
          <span className={classes.quiet}>{t('settings.hours.break')}</span>
          <TimeField hideLabel field={part(period, 'from')} label={t('settings.hours.breakFrom', { day: name, n: index + 1 })} />
          <span aria-hidden>–</span>
          <TimeField hideLabel field={part(period, 'to')} label={t('settings.hours.breakTo', { day: name, n: index + 1 })} />
          <IconButton label={t('settings.hours.removeBreak', { day: name, n: index + 1 })} onClick={() => removeAt(breaks, index)}>
            <IconTrash size={20} aria-hidden />
          </IconButton>
        </div>
      ))}
      {breaks.value.length < 4 && (
        <Button
          variant="subtle"
          size="md"
          leftSection={<IconPlus size={18} aria-hidden />}
          aria-label={t('settings.hours.addBreakTo', { day: name })}
          onClick={() => append(breaks, { from: '12:00', to: '13:00' })}
        >
          {t('settings.hours.addBreak')}
        </Button>
      )}
    </div>
  );
}
