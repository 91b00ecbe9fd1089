import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/rpc/contract.ts';
import { OneOf } from '../form/choices.tsx';

export type DataReason = Input<'people.erase'>['reason'];

/** Reasons that fit each act. Chosen, never typed, so that the record of it holds no name. */
const reasons = {
  export: ['subjectRequest', 'courtOrder'],
  erase: ['subjectRequest', 'retentionEnded', 'courtOrder', 'enteredInError'],
} as const satisfies Record<string, readonly DataReason[]>;

/** Why; recorded with the name of the person who did it. */
export function ReasonField({
  act,
  reason,
  onChange,
}: {
  act: keyof typeof reasons;
  reason: DataReason;
  onChange(reason: DataReason): void;
}) {
  const { t } = useTranslation();
  const options: readonly DataReason[] = reasons[act];
  return (
    <OneOf
      label={t('settings.data.reason')}
      field={{ value: reason, update: (change) => onChange(change(reason)), error: () => undefined }}
      options={options.map((value) => ({ value, label: t(`settings.data.reason.${value}`) }))}
    />
  );
}
