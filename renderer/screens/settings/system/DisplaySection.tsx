import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../../shared/domain/values.ts';
import { chooseLanguage } from '../../../i18n/index.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { OneOf } from '../form/choices.tsx';
import { Panel, Section } from '../parts/Section.tsx';

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

/** Language and light of this window only; kept in this browser or program, not in the office. */
export function DisplaySection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('settings.display.title')} lead={t('settings.display.lead')}>
      <Panel>
        <OneOf
          columns
          label={t('settings.display.language')}
          field={{ value: language, update: (change) => chooseLanguage(change(language)), error: () => undefined }}
          options={languages.map((value) => ({ value, label: t(`staff.language.${value}`) }))}
        />
        <OneOf
          columns
          label={t('settings.display.scheme')}
          field={{ value: colorScheme, update: (change) => setColorScheme(change(colorScheme)), error: () => undefined }}
          options={schemes.map((value) => ({ value, label: t(`settings.display.${value}`), hint: t(`settings.display.${value}.hint`) }))}
        />
      </Panel>
    </Section>
  );
}
