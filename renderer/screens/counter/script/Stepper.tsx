import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type VisitStep, visitSteps } from '../../../../shared/domain/queue/types.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import classes from './Stepper.module.css';

interface Props {
  step: VisitStep;
  disabled: boolean;
  onStep: (step: VisitStep) => void;
}

/** The six steps of a visit; every one can be opened, in any order. */
export function Stepper({ step, disabled, onStep }: Props) {
  const { t } = useTranslation();
  const at = visitSteps.indexOf(step);
  const roving = useRovingFocus(visitSteps.length);
  return (
    <ol className={classes.steps} {...roving.list} aria-label={t('counter.script.title')}>
      {visitSteps.map((name, index) => {
        const words = t(`counter.script.step.${name}`);
        return (
          <li key={name}>
            <button
              type="button"
              className={classes.step}
              data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
              aria-current={index === at ? 'step' : undefined}
              disabled={disabled}
              {...roving.item(index)}
              onClick={() => index !== at && onStep(name)}
            >
              <span className={classes.dot} aria-hidden>
                {index < at ? <IconCheck size={18} stroke={2.5} /> : index + 1}
              </span>
              <span className={classes.words}>{words}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
