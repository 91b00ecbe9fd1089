import { TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPolicy, type PriorityPolicy, priorityPolicy } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import classes from './dialogs.module.css';

const kinds = ['accumulating', 'ratio', 'strict', 'fifo'] as const satisfies readonly PriorityPolicy['kind'][];
/** What can be set of a policy, with its bounds (the contract's). */
const bounds = { weight: [1, 20], limit: [1, 120], perPriority: [1, 20] } as const;
type Setting = keyof typeof bounds;

/** How the next visitor is chosen from now on. */
export function PolicyDialog({ policy, onClose }: { policy: PriorityPolicy; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useCommand('office.savePolicy');
  const [kind, setKind] = useState(policy.kind);
  const [typed, setTyped] = useState(() => typedOf(policy));
  const wanted = priorityPolicy.safeParse(policyOf(kind, typed));
  const settings: readonly Setting[] = kind === 'accumulating' ? ['weight', 'limit'] : kind === 'ratio' ? ['perPriority'] : [];
  const submit = async () => {
    if (!wanted.success) return;
    const reply = await save.send(wanted.data);
    if (reply.kind === 'done') onClose();
  };
  const error = (setting: Setting) => {
    const [min, max] = bounds[setting];
    const value = Number(typed[setting]);
    const whole = setting === 'weight' || Number.isInteger(value);
    return typed[setting] !== '' && whole && value >= min && value <= max ? null : t('floor.policy.invalid', { min, max });
  };
  return (
    <Dialog title={t('floor.policy.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset className={classes.plain}>
          <VisuallyHidden component="legend">{t('floor.policy')}</VisuallyHidden>
          {kinds.map((value) => (
            <label key={value} className={classes.option}>
              <input
                type="radio"
                name="policy"
                checked={kind === value}
                data-autofocus={kind === value || undefined}
                onChange={() => setKind(value)}
              />
              <span>
                {t(`floor.policy.${value}`)}
                <span className={classes.hint}>{t(`floor.policy.${value}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {settings.map((setting) => (
          <TextInput
            key={setting}
            size="md"
            mt="md"
            inputMode="decimal"
            label={t(`floor.policy.${setting}`)}
            value={typed[setting]}
            error={error(setting)}
            onChange={(event) => setTyped({ ...typed, [setting]: event.currentTarget.value.trim().replace(',', '.') })}
          />
        ))}
        <DialogActions submit confirm={t('floor.policy.submit')} pending={save.pending} disabled={!wanted.success} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

const typedOf = (policy: PriorityPolicy): Record<Setting, string> => {
  const usual = defaultPolicy.kind === 'accumulating' ? defaultPolicy : { weight: 3, limitMinutes: 10 };
  const { weight, limitMinutes } = policy.kind === 'accumulating' ? policy : usual;
  return {
    weight: String(weight),
    limit: String(limitMinutes),
    perPriority: String(policy.kind === 'ratio' ? policy.regularPerPriority : 3),
  };
};

function policyOf(kind: PriorityPolicy['kind'], typed: Record<Setting, string>): unknown {
  const number = (setting: Setting) => (typed[setting] === '' ? Number.NaN : Number(typed[setting]));
  if (kind === 'accumulating') return { kind, weight: number('weight'), limitMinutes: number('limit') };
  return kind === 'ratio' ? { kind, regularPerPriority: number('perPriority') } : { kind };
}
