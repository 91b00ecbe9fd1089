import { chooseLanguage } from '../../i18n/index.ts';
import { type Field, part } from '../settings/form/field.ts';
import { ProfileFields } from '../settings/office/ProfileFields.tsx';
import { Panel } from '../settings/parts/Section.tsx';
import type { SetUpValue } from './setUpValue.ts';

/** Who the office is. Its first language is spoken at once. */
export function OfficeStep({ field }: { field: Field<SetUpValue> }) {
  const profile = part(field, 'profile');
  return (
    <Panel>
      <ProfileFields
        field={{
          ...profile,
          update: (change) => {
            const { language } = change(profile.value);
            if (language !== profile.value.language) chooseLanguage(language, false);
            profile.update(change);
          },
        }}
      />
    </Panel>
  );
}
