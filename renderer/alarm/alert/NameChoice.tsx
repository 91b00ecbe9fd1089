import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import classes from './AlarmCard.module.css';

const mostShown = 8;

/** Where nobody is logged in: one tap on a name, or typing it. */
export function NameChoice({ value, missing, onChange }: { value: string; missing: boolean; onChange: (name: string) => void }) {
  const { t } = useTranslation();
  const { data: staff = [] } = useHostQuery('access.staffNames', {});
  const typed = value.trim().toLowerCase();
  const matching = staff.filter(({ name }) => name.toLowerCase().includes(typed) || staff.some((each) => each.name === value));
  return (
    <div className={classes.who}>
      <TextInput
        size="md"
        className={classes.name ?? ''}
        label={t('alarm.name.label')}
        value={value}
        maxLength={80}
        autoComplete="off"
        error={missing ? t('alarm.name.missing') : null}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className={classes.names}>
        {matching.slice(0, mostShown).map(({ id, name }) => (
          <button key={id} type="button" className={classes.chip} aria-pressed={name === value} onClick={() => onChange(name)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
