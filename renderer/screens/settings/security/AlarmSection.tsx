import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { type AlarmConfig, alarmConfig } from '../../../../shared/alarm/config.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import { NumberField, SelectField, TextField } from '../form/inputs.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Columns, Panel, Section } from '../parts/Section.tsx';
import { RelayFields, SerialFields } from './DeviceFields.tsx';
import { TestOutputs } from './TestOutputs.tsx';

/** Emergency number, turns, and the ways out of the office. */
export function AlarmSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.security.title')} lead={t('settings.security.lead')}>
      <Asked query={useHostQuery('alarm.config', {})}>
        {(answer) => (
          <>
            <AlarmForm {...answer} />
            <TestOutputs config={answer.config} />
          </>
        )}
      </Asked>
    </Section>
  );
}

function AlarmForm({ config, commands, commandFolder }: Output<'alarm.config'>) {
  const { t } = useTranslation();
  const draft = useDraft(alarmConfig, config, wrongOrder);
  const { save, pending } = useSave('alarm.saveConfig');
  const seconds = part(draft, 'tierSeconds');
  // A file that was taken out of the folder stays visible as chosen.
  const files = [...new Set([...commands, draft.value.command])].filter((name) => name !== '');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel title={t('settings.security.turns')} lead={t('settings.security.turns.lead')}>
        <TextField
          field={part(draft, 'emergencyNumber')}
          label={t('settings.security.number')}
          hint={t('settings.security.number.hint')}
          required
        />
        <Columns>
          <NumberField
            field={part(seconds, 0)}
            label={t('settings.security.second')}
            min={5}
            max={300}
            step={5}
            unit={t('settings.security.seconds')}
          />
          <NumberField
            field={part(seconds, 1)}
            label={t('settings.security.third')}
            min={10}
            max={600}
            step={5}
            unit={t('settings.security.seconds')}
          />
        </Columns>
      </Panel>
      <Panel title={t('settings.security.outside')} lead={t('settings.security.outside.lead')}>
        <TextField
          field={part(draft, 'webhook')}
          label={t('settings.security.webhook')}
          hint={t('settings.security.webhook.hint')}
          type="url"
        />
        <SelectField
          field={part(draft, 'command')}
          label={t('settings.security.command')}
          hint={t('settings.security.command.hint', { folder: commandFolder })}
          options={[{ value: '', label: t('settings.security.command.none') }, ...files.map((name) => ({ value: name, label: name }))]}
        />
        <RelayFields field={part(draft, 'relay')} saved={config.relay} />
        <SerialFields field={part(draft, 'serial')} saved={config.serial} />
      </Panel>
    </DraftForm>
  );
}

function wrongOrder({ tierSeconds: [second, third] }: AlarmConfig): readonly FieldProblem[] {
  return third > second ? [] : [{ path: 'tierSeconds.1', key: 'settings.security.order' }];
}
