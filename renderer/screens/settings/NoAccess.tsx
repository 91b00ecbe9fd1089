import { useTranslation } from 'react-i18next';
import { Section } from './parts/Section.tsx';

/** A page that belongs to another role; the host would refuse it as well. */
export function NoAccess() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.noAccess.title')} lead={t('settings.noAccess.text')}>
      {null}
    </Section>
  );
}
