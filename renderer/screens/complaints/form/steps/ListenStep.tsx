import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { complaintChannel, complaintChannels } from '../../../../../shared/domain/complaints/types.ts';
import { part } from '../../../settings/form/field.ts';
import { Entry } from '../parts/Entry.tsx';
import { Notes } from './Notes.tsx';
import type { StepProps } from './StepProps.ts';

/** Dengarkan: the chronology as told, notes with their times, and the gist that was repeated. */
export function ListenStep({ form }: StepProps) {
  const { t } = useTranslation();
  const listen = part(form, 'listen');
  return (
    <>
      <Entry
        field={part(listen, 'chronology')}
        name="listen.chronology"
        label={t('complaintField.chronology')}
        max={8000}
        rows={5}
        required
      />
      <Notes field={part(listen, 'notes')} />
      <Entry
        field={part(listen, 'gist')}
        name="listen.gist"
        label={t('complaintField.gist')}
        hint={t('complaintField.gist.hint')}
        max={1000}
        rows={2}
      />
      <NativeSelect
        size="md"
        label={t('complaintField.channel')}
        data-field="channel"
        value={form.value.channel}
        data={complaintChannels.map((channel) => ({ value: channel, label: t(`complaintChannel.${channel}`) }))}
        onChange={({ currentTarget: { value } }) => form.update((now) => ({ ...now, channel: complaintChannel.parse(value) }))}
      />
    </>
  );
}
