import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract, type Input } from '../../../../shared/rpc/contract.ts';
import { OneOf } from '../form/choices.tsx';
import { part } from '../form/field.ts';
import { TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import form from '../form/form.module.css';

export type PersonQuestion = Input<'people.find'>;
const nothing: PersonQuestion = { by: 'nik', value: '' };

/** Asks for a full NIK or phone number; parts of one are never searched, so nobody can browse. */
export function FindPerson({ pending, onFind }: { pending: boolean; onFind(question: PersonQuestion): void }) {
  const { t } = useTranslation();
  const [empty] = useState(nothing);
  const draft = useDraft(contract['people.find'].input, empty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const question = draft.attempt();
    if (question !== null) onFind({ ...question, value: question.value.trim() });
  };
  return (
    <form noValidate onSubmit={submit} className={form.form}>
      <OneOf
        columns
        field={part(draft, 'by')}
        label={t('settings.data.by')}
        options={[
          { value: 'nik', label: t('settings.data.byNik') },
          { value: 'phone', label: t('settings.data.byPhone') },
        ]}
      />
      <TextField
        field={part(draft, 'value')}
        label={t(draft.value.by === 'nik' ? 'settings.data.nik' : 'settings.data.phone')}
        hint={t(draft.value.by === 'nik' ? 'settings.data.nikHint' : 'settings.data.phoneHint')}
        required
      />
      <div>
        <Button type="submit" size="md" loading={pending}>
          {t('settings.data.find')}
        </Button>
      </div>
    </form>
  );
}
