import { z } from 'zod';
import { counter, officeProfile, service } from '../../../shared/domain/office/types.ts';
import { line } from '../../../shared/domain/values.ts';
import { type FieldProblem, problemsOf } from '../settings/form/problems.ts';
import { newSecretTwice, secretProblems } from '../settings/parts/SecretFields.tsx';
import { prefixProblems } from '../settings/serving/prefixes.ts';
import type { SetUpValue, Step } from './setUpValue.ts';

const schemas = {
  office: z.object({ profile: officeProfile }),
  services: z.object({ services: z.array(service).max(50) }),
  counters: z.object({ counters: z.array(counter).min(1).max(50) }),
  administrator: z.object({ administrator: line(80), secret: newSecretTwice }),
} as const;

/** What is not right on a step, by the contract's schemas and the domain's rules. */
export function stepProblems(step: Step, value: SetUpValue): readonly FieldProblem[] {
  switch (step) {
    case 'office':
      return problemsOf(schemas.office, value);
    case 'services':
      return [...problemsOf(schemas.services, value), ...serviceProblems(value)];
    case 'counters':
      return [...problemsOf(schemas.counters, value), ...numberProblems(value)];
    case 'administrator':
      return [
        ...problemsOf(schemas.administrator, value),
        ...secretProblems(value.secret).map((problem) => ({ ...problem, path: `secret.${problem.path}` })),
      ];
    case 'summary':
      return [];
  }
}

function serviceProblems({ services }: SetUpValue): readonly FieldProblem[] {
  if (services.length === 0) return [{ path: 'services', key: 'setup.services.missing' }];
  const typed = services.filter(({ prefix }) => prefix !== '');
  return services.flatMap((entry, index) => prefixProblems(typed, entry, `services.${index}.prefix`));
}

/** The second of two counters with one number is told. */
function numberProblems({ counters }: SetUpValue): readonly FieldProblem[] {
  return counters.flatMap(({ number }, index): FieldProblem[] =>
    counters.findIndex((other) => other.number === number) < index && Number.isFinite(number)
      ? [{ path: `counters.${index}.number`, key: 'settings.counters.numberTaken', values: { number } }]
      : [],
  );
}
