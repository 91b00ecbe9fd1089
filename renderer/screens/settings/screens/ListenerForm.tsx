import { useTranslation } from 'react-i18next';
import { screensListener } from '../../../../shared/rpc/methods/screens.ts';
import { OneOf } from '../form/choices.tsx';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { NumberField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Panel } from '../parts/Section.tsx';

/** Off until an administrator turns it on; what that means stands beside the choice. */
export function ListenerForm({ on, port }: { on: boolean; port: number }) {
  const { t } = useTranslation();
  const draft = useDraft(screensListener, { on, port });
  const { save, pending } = useSave('screens.listen');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel title={t('settings.screens.listener')} lead={t('settings.screens.listener.lead')}>
        <OneOf
          columns
          label={t('settings.screens.switch')}
          field={onOff(part(draft, 'on'))}
          options={(['off', 'on'] as const).map((value) => ({
            value,
            label: t(`settings.screens.switch.${value}`),
            hint: t(`settings.screens.switch.${value}.hint`),
          }))}
        />
        <NumberField
          field={part(draft, 'port')}
          label={t('settings.screens.port')}
          hint={t('settings.screens.port.hint')}
          min={1024}
          max={65_535}
          isCode
        />
      </Panel>
    </DraftForm>
  );
}

const word = (on: boolean) => (on ? 'on' : 'off');

/** A yes or no as two cards that say what each means. */
const onOff = (field: Field<boolean>): Field<'on' | 'off'> => ({
  value: word(field.value),
  update: (change) => field.update((on) => change(word(on)) === 'on'),
  error: field.error,
});
