import { Button } from '@mantine/core';
import { IconArrowRight, IconMessage2 } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { type VisitStep, visitSteps } from '../../../../shared/domain/queue/types.ts';
import { hourIn } from '../../../ui/format.ts';
import { useNow } from '../../../ui/useNow.ts';
import { promptOf } from '../model/prompt.ts';
import { Stepper } from './Stepper.tsx';
import classes from './VisitScript.module.css';

interface Props {
  step: VisitStep;
  service: Service;
  officeName: string;
  zone: string;
  /** Serving has not begun: the script is shown but cannot be walked. */
  before: boolean;
  disabled: boolean;
  onStep: (step: VisitStep) => void;
  /** The work of the step: checklist, registration, receipt. */
  children: ReactNode;
  /** Buttons that take the place of "next step". */
  actions?: ReactNode;
}

/** What to say and do now, step by step (DOMAIN section 2). */
export function VisitScript({ step, service, officeName, zone, before, disabled, onStep, children, actions }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const prompt = promptOf(step, service.duration, hourIn(now, zone));
  const next = visitSteps[visitSteps.indexOf(step) + 1];
  return (
    <section className={classes.script} aria-label={t('counter.script.title')}>
      <Stepper step={step} disabled={disabled || before} onStep={onStep} />
      <blockquote className={classes.prompt} aria-live="polite">
        <IconMessage2 size={26} aria-hidden className={classes.mark} />
        <p>{t(prompt.key, { office: officeName, n: prompt.n })}</p>
      </blockquote>
      {before && <p className={classes.before}>{t('counter.script.before')}</p>}
      <div className={classes.work}>{children}</div>
      <div className={classes.actions}>
        {actions}
        {next !== undefined && !before && actions === undefined && (
          <Button
            data-follow
            size="lg"
            variant="light"
            rightSection={<IconArrowRight size={20} aria-hidden />}
            disabled={disabled}
            onClick={() => onStep(next)}
          >
            {t('counter.script.next')}
          </Button>
        )}
      </div>
    </section>
  );
}
