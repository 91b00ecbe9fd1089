import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Step, steps } from './setUpValue.ts';
import classes from './setup.module.css';

/** Where one is; steps that are done can be opened again. */
export function StepList({ step, reachable, onGoTo }: { step: Step; reachable: number; onGoTo(step: Step): void }) {
  const { t } = useTranslation();
  const current = steps.indexOf(step);
  return (
    <nav aria-label={t('setup.steps')}>
      <ol className={classes.steps}>
        {steps.map((candidate, index) => {
          const isDone = index < reachable && index !== current;
          return (
            <li key={candidate}>
              <button
                type="button"
                className={classes.step}
                disabled={index > reachable && index > current}
                aria-current={index === current ? 'step' : undefined}
                onClick={() => onGoTo(candidate)}
              >
                <span className={classes.stepNumber} aria-hidden>
                  {isDone ? <IconCheck size={18} /> : index + 1}
                </span>
                {t(`setup.step.${candidate}`)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
