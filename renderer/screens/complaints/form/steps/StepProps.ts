import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import type { Field } from '../../../settings/form/field.ts';

/** What every step is given: the whole form, of which it fills its part. */
export interface StepProps {
  readonly form: Field<ComplaintForm>;
}
