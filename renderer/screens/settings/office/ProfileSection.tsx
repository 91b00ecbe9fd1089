import { useTranslation } from 'react-i18next';
import { officeProfile } from '../../../../shared/domain/office/types.ts';
import { chooseLanguage, rememberedLanguage } from '../../../i18n/index.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { type Configuration, useConfiguration } from '../parts/useConfiguration.ts';
import { ProfileFields } from './ProfileFields.tsx';

/** Name, address, time zone and first language of the office. */
export function ProfileSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.profile.title')} lead={t('settings.profile.lead')}>
      <Asked query={useConfiguration()}>{({ profile }) => <ProfileForm profile={profile} />}</Asked>
    </Section>
  );
}

function ProfileForm({ profile }: Pick<Configuration, 'profile'>) {
  const draft = useDraft(officeProfile, profile);
  const { save, pending } = useSave('office.saveProfile');
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      onSave={(value) => save(draft, value)}
      // A window in which nobody chose a language follows the office's.
      onSaved={({ language }) => rememberedLanguage() === null && chooseLanguage(language, false)}
    >
      <Panel>
        <ProfileFields field={draft} />
      </Panel>
    </DraftForm>
  );
}
