import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConflictForm, conflictForms, outcomes, strategies, type Strategy } from '../../../../shared/domain/incidents/types.ts';
import classes from './FinishConflict.module.css';
import type { Ending } from './useConflict.ts';

interface Props {
  pending: boolean;
  onFinish: (how: Ending) => void;
  /** Back to the card, where there is one. */
  onBack?: () => void;
}

/** How it ends in two taps: "end", and how it ended. What kind it was and what helped may be marked before. */
export function FinishConflict({ pending, onFinish, onBack }: Props) {
  const { t } = useTranslation();
  const [forms, setForms] = useState<readonly ConflictForm[]>([]);
  const [used, setUsed] = useState<readonly Strategy[]>([]);
  return (
    <div className={classes.finish}>
      <Chips
        legend={t('calm.finish.forms')}
        options={conflictForms.map((value) => ({ value, label: t(`conflictForm.${value}`) }))}
        chosen={forms}
        onChange={setForms}
      />
      <Chips
        legend={t('calm.finish.strategies')}
        options={strategies.map((value) => ({ value, label: t(`strategy.${value}`) }))}
        chosen={used}
        onChange={setUsed}
      />
      <section>
        <h3 className={classes.legend}>{t('calm.finish.outcome')}</h3>
        <div className={classes.outcomes}>
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={classes.outcome}
              disabled={pending}
              onClick={() => onFinish({ forms: [...forms], strategies: [...used], outcome })}
            >
              {t(`outcome.${outcome}`)}
            </button>
          ))}
        </div>
      </section>
      {onBack !== undefined && (
        <button type="button" className={classes.back} onClick={onBack}>
          <IconArrowLeft size={20} aria-hidden />
          {t('calm.finish.back')}
        </button>
      )}
    </div>
  );
}

interface ChipsProps<Value extends string> {
  legend: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
}

function Chips<Value extends string>({ legend, options, chosen, onChange }: ChipsProps<Value>) {
  const toggle = (value: Value) => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className={classes.chips}>
      <legend className={classes.legend}>{legend}</legend>
      {options.map(({ value, label }) => (
        <button key={value} type="button" className={classes.chip} aria-pressed={chosen.includes(value)} onClick={() => toggle(value)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
