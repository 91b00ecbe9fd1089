import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

const next: Readonly<Record<MantineColorScheme, MantineColorScheme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const icons = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

/** Light, dark, or as the computer is set; each press takes the next one. */
export function SchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  return (
    <IconButton
      label={t('staff.scheme.label', { scheme: t(`staff.scheme.${colorScheme}`) })}
      onClick={() => setColorScheme(next[colorScheme])}
    >
      <Icon size={22} aria-hidden />
    </IconButton>
  );
}
