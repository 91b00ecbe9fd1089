import { useTranslation } from 'react-i18next';
import { officeTexts } from '../../../../shared/domain/office/types.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import { BilingualField, TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { type Configuration, useConfiguration } from '../parts/useConfiguration.ts';

/** The texts that the office words itself: on the display, under each ticket, on receipts. */
export function TextsSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.texts.title')} lead={t('settings.texts.lead')}>
      <Asked query={useConfiguration()}>{({ texts }) => <TextsForm texts={texts} />}</Asked>
    </Section>
  );
}

function TextsForm({ texts }: Pick<Configuration, 'texts'>) {
  const { t } = useTranslation();
  const draft = useDraft(officeTexts, texts);
  const { save, pending } = useSave('office.saveTexts');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel title={t('settings.texts.display')} lead={t('settings.texts.displayLead')}>
        <BilingualField field={part(draft, 'runningText')} label={t('settings.texts.running')} rows={3} />
      </Panel>
      <Panel title={t('settings.texts.paper')} lead={t('settings.texts.paperLead')}>
        <BilingualField field={part(draft, 'ticketFooter')} label={t('settings.texts.footer')} hint={t('settings.texts.footerHint')} />
        <TextField field={part(draft, 'contact')} label={t('settings.texts.contact')} hint={t('settings.texts.contactHint')} />
      </Panel>
    </DraftForm>
  );
}
