import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newSecret } from '../../../../shared/rpc/methods/access.ts';
import { type Field, part } from '../form/field.ts';
import { SecretField } from '../form/inputs.tsx';
import type { FieldProblem } from '../form/problems.ts';
import classes from './parts.module.css';
import { Columns } from './Section.tsx';
import { secretStrength } from './secretStrength.ts';

/** A new PIN or password, typed twice. */
export const newSecretTwice = z.strictObject({ secret: newSecret, again: z.string() });
export type SecretTwice = z.infer<typeof newSecretTwice>;
export const noSecret: SecretTwice = { secret: '', again: '' };

/** What the schema cannot say: both must be the same. */
export const secretProblems = ({ secret, again }: SecretTwice): readonly FieldProblem[] =>
  secret === again ? [] : [{ path: 'again', key: 'settings.secret.different' }];

/** Asks for a new secret twice and says how good it is, before it is sent. */
export function SecretFields({ field }: { field: Field<SecretTwice> }) {
  const { t } = useTranslation();
  const strength = secretStrength(field.value.secret);
  return (
    <>
      <Columns>
        <SecretField field={part(field, 'secret')} label={t('settings.secret.new')} />
        <SecretField field={part(field, 'again')} label={t('settings.secret.again')} />
      </Columns>
      <output className={classes.strength} data-good={strength === 'good' || strength === 'fair' || undefined}>
        {t(`settings.secret.${strength}`)}
      </output>
    </>
  );
}
