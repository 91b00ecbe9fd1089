import { useTranslation } from 'react-i18next';
import { type BookSettings, bookSettings, mostAtOnce } from '../../../../shared/domain/book/types.ts';
import type { Printer } from '../../../../shared/domain/office/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { OneOf } from '../form/choices.tsx';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import { NumberField, SelectField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';

/** The sheets of the blackout book that are on paper before the electricity goes. */
export function BookSection() {
  const { t } = useTranslation();
  const settings = useHostQuery('book.settings', {});
  return (
    <Section title={t('settings.book.title')} lead={t('settings.book.lead')}>
      <Asked query={useConfiguration()}>
        {({ printers }) => <Asked query={settings}>{(saved) => <BookForm saved={saved} printers={printers} />}</Asked>}
      </Asked>
    </Section>
  );
}

function BookForm({ saved, printers }: { saved: BookSettings; printers: readonly Printer[] }) {
  const { t } = useTranslation();
  const draft = useDraft(bookSettings, saved);
  const { save, pending } = useSave('book.saveSettings', { printerUnknown: 'printerId' });
  const automatic = part(draft, 'automatic');
  const printerId = part(draft, 'printerId');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel>
        <NumberField
          field={part(draft, 'sheets')}
          label={t('settings.book.sheets')}
          hint={t('settings.book.sheetsHint')}
          min={1}
          max={mostAtOnce}
        />
        <OneOf
          columns
          label={t('settings.book.how')}
          field={{
            value: automatic.value ? 'automatic' : 'reminder',
            update: (change) => automatic.update((before) => change(before ? 'automatic' : 'reminder') === 'automatic'),
            error: () => undefined,
          }}
          options={[
            { value: 'reminder', label: t('settings.book.reminder'), hint: t('settings.book.reminderHint') },
            { value: 'automatic', label: t('settings.book.automatic'), hint: t('settings.book.automaticHint') },
          ]}
        />
        {automatic.value && (
          <SelectField
            label={t('settings.book.printer')}
            hint={t('settings.book.printerHint')}
            field={{
              value: printerId.value ?? '',
              update: (change) =>
                printerId.update((before) => {
                  const chosen = change(before ?? '');
                  return chosen === '' ? null : chosen;
                }),
              error: () => printerId.error(),
            }}
            options={[{ value: '', label: t('settings.book.anyPrinter') }, ...printers.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </Panel>
    </DraftForm>
  );
}
