import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { useCommand } from '../../api/useCommand.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import type { Field } from '../settings/form/field.ts';
import { noSecret } from '../settings/parts/SecretFields.tsx';
import { emptySetUp, forgetSetUp, type SetUpValue, type Step, steps, storedSetUp, storeSetUp } from './setUpValue.ts';
import { stepProblems } from './stepProblems.ts';

export interface SetUp {
  readonly field: Field<SetUpValue>;
  readonly step: Step;
  /** The step up to which everything before is right: what may be opened. */
  readonly reachable: number;
  readonly refusedAttempts: number;
  readonly pending: boolean;
  goTo(step: Step): void;
  /** On to the next step when this one is right; on the last one sends everything. */
  next(): Promise<void>;
}

/** The typed office through the five steps. Every keystroke is kept for a reload, the secret only in memory. */
export function useSetUp(): SetUp {
  const { t } = useTranslation();
  const language = useLanguage();
  const [before] = useState(storedSetUp);
  const [value, setValue] = useState<SetUpValue>(() => ({
    ...(before?.office ?? emptySetUp(language, (number) => t('settings.counters.defaultName', { number }))),
    secret: noSecret,
  }));
  // After a reload the secret is gone, so a summary would have none: back to where it is typed.
  const [step, setStep] = useState<Step>(() => (before?.step === 'summary' ? 'administrator' : (before?.step ?? 'office')));
  const [attempts, setAttempts] = useState(0);
  const [staffId] = useState(() => v7());
  const { send, pending } = useCommand('office.setUp');

  useEffect(() => storeSetUp(step, value), [step, value]);

  const problems = useMemo(() => (attempts === 0 ? [] : stepProblems(step, value)), [attempts, step, value]);
  const goTo = (to: Step) => {
    setAttempts(0);
    setStep(to);
  };
  const firstWrong = steps.findIndex((candidate) => stepProblems(candidate, value).length > 0);

  return {
    step,
    pending,
    refusedAttempts: attempts,
    reachable: firstWrong === -1 ? steps.length - 1 : firstWrong,
    field: {
      value,
      update: (change) => setValue(change),
      error(path = '') {
        const problem = problems.find((candidate) => candidate.path === path);
        return problem && t(problem.key, problem.values ?? {});
      },
    },
    goTo,
    async next() {
      if (stepProblems(step, value).length > 0) return setAttempts((n) => n + 1);
      const following = steps[steps.indexOf(step) + 1];
      if (following !== undefined) return goTo(following);
      const reply = await send(commandOf(value, staffId));
      if (reply.kind === 'done') forgetSetUp();
    },
  };
}

const commandOf = ({ profile, services, counters, administrator, secret }: SetUpValue, staffId: string) => ({
  profile,
  services,
  counters,
  administrator: { staffId, name: administrator, secret: secret.secret },
});
