import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { complaintSteps, type ComplaintStep } from '../../../../shared/domain/complaints/form.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import classes from './StepList.module.css';
import type { StepState } from './model/progress.ts';

interface Props {
  readonly step: ComplaintStep;
  readonly states: Readonly<Record<ComplaintStep, StepState>>;
  readonly onGoTo: (step: ComplaintStep) => void;
}

/** The six steps; every one can be opened at any time. Shows what is complete and where something is still missing. */
export function StepList({ step, states, onGoTo }: Props) {
  const { t } = useTranslation();
  const roving = useRovingFocus(complaintSteps.length);
  return (
    <nav aria-label={t('complaintForm.steps')} className={classes.nav}>
      <ol className={classes.steps} {...roving.list}>
        {complaintSteps.map((name, index) => {
          const state = states[name];
          const isNow = name === step;
          // While one is at it nothing is reproached.
          const shown = isNow && state === 'missing' ? 'untouched' : state;
          return (
            <li key={name}>
              <button
                type="button"
                className={classes.step}
                data-state={shown}
                aria-current={isNow ? 'step' : undefined}
                {...roving.item(index)}
                onClick={() => onGoTo(name)}
              >
                <span className={classes.dot} aria-hidden>
                  {shown === 'complete' ? (
                    <IconCheck size={18} stroke={2.5} />
                  ) : shown === 'missing' ? (
                    <IconAlertCircle size={18} />
                  ) : (
                    index + 1
                  )}
                </span>
                <span className={classes.words}>{t(`complaintForm.step.${name}`)}</span>
                {shown !== 'untouched' && <span className={classes.unseen}>, {t(`complaintForm.step.${shown}`)}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
