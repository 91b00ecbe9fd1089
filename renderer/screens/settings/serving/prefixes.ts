import { clashing } from '../../../../shared/domain/office/decide.ts';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { FieldProblem } from '../form/problems.ts';

type Prefixed = Pick<Service, 'id' | 'prefix'>;
const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));

/** The first letter that no service uses yet; empty when all are taken. */
export const freePrefix = (services: readonly Prefixed[]): string =>
  letters.find((prefix) => clashing(services, { id: '', prefix }) === undefined) ?? '';

/** The prefix clashes with another service's, told at `path`. */
export function prefixProblems(services: readonly Prefixed[], service: Prefixed, path = 'prefix'): readonly FieldProblem[] {
  const other = service.prefix === '' ? undefined : clashing(services, service);
  return other === undefined ? [] : [{ path, key: 'settings.services.prefixClash', values: { prefix: other.prefix } }];
}
