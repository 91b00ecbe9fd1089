import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck, IconDevicesPc } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { SchemeSwitch } from '../../ui/SchemeSwitch.tsx';
import { AdministratorStep } from './AdministratorStep.tsx';
import { CountersStep } from './CountersStep.tsx';
import { OfficeStep } from './OfficeStep.tsx';
import { ServicesStep } from './ServicesStep.tsx';
import { type Step, steps } from './setUpValue.ts';
import classes from './setup.module.css';
import { StepList } from './StepList.tsx';
import { SummaryStep } from './SummaryStep.tsx';
import { type SetUp, useSetUp } from './useSetUp.ts';

/** The first start: five short steps, one command, and the office exists. @param onJoin instead of that */
export default function SetUpScreen({ onJoin }: { onJoin?: () => void }) {
  const { t } = useTranslation();
  const setUp = useSetUp();
  const { step, goTo, next, pending, refusedAttempts } = setUp;
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [step]);
  useEffect(() => {
    if (refusedAttempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus();
  }, [refusedAttempts]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) void next();
  };
  const previous = steps[steps.indexOf(step) - 1];
  return (
    <main className={classes.page}>
      <header className={classes.welcome}>
        <div>
          <h1 className={classes.title}>{t('setup.title')}</h1>
          <p className={classes.lead}>{t('setup.lead')}</p>
          {onJoin !== undefined && (
            <Button variant="default" size="md" mt="md" leftSection={<IconDevicesPc size={20} aria-hidden />} onClick={onJoin}>
              {t('setup.join.open')}
            </Button>
          )}
        </div>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <StepList step={step} reachable={setUp.reachable} onGoTo={goTo} />
      <form ref={form} noValidate onSubmit={submit} className={classes.form}>
        <div className={classes.stepHead}>
          <p className={classes.count}>{t('setup.step', { n: steps.indexOf(step) + 1, count: steps.length })}</p>
          <h2 ref={heading} tabIndex={-1} className={classes.stepTitle}>
            {t(`setup.${step}.title`)}
          </h2>
          <p className={classes.lead}>{t(`setup.${step}.lead`)}</p>
        </div>
        <StepFields setUp={setUp} step={step} />
        <div className={classes.buttons}>
          {previous !== undefined && (
            <Button
              variant="default"
              size="lg"
              disabled={pending}
              leftSection={<IconArrowLeft size={20} aria-hidden />}
              onClick={() => goTo(previous)}
            >
              {t('setup.back')}
            </Button>
          )}
          <Button
            type="submit"
            size="lg"
            loading={pending}
            rightSection={step === 'summary' ? <IconCheck size={20} aria-hidden /> : <IconArrowRight size={20} aria-hidden />}
          >
            {t(step === 'summary' ? 'setup.finish' : 'setup.next')}
          </Button>
        </div>
        <p className={classes.kept}>{t('setup.kept')}</p>
      </form>
    </main>
  );
}

function StepFields({ setUp: { field, goTo }, step }: { setUp: SetUp; step: Step }) {
  switch (step) {
    case 'office':
      return <OfficeStep field={field} />;
    case 'services':
      return <ServicesStep field={field} />;
    case 'counters':
      return <CountersStep field={field} />;
    case 'administrator':
      return <AdministratorStep field={field} />;
    case 'summary':
      return <SummaryStep value={field.value} onChange={goTo} />;
  }
}
