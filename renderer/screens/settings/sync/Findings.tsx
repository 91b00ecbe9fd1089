import { Alert } from '@mantine/core';
import { IconClockExclamation, IconHistory, IconPuzzle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CentralStatus } from '../../../../shared/rpc/methods/central.ts';
import { momentWords, wholeMinutes } from '../../../ui/format.ts';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Warning } from './Warning.tsx';

/** Clocks that differ by more than this are worth a person's look. */
const clockMinutes = 5;

/** What stops nothing and yet should be known: a wrong clock, records set aside, a server that was restored. */
export function Findings({ status, zone }: { status: CentralStatus; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const duration = useDurationWords();
  const { clockOffsetMs, quarantined, wentBack } = status;
  const off = Math.abs(clockOffsetMs);
  return (
    <>
      {wholeMinutes(off) >= clockMinutes && (
        <Warning icon={<IconClockExclamation aria-hidden />} title={t('settings.sync.clock')}>
          {t(clockOffsetMs > 0 ? 'settings.sync.clock.behind' : 'settings.sync.clock.ahead', { time: duration(off) })}
        </Warning>
      )}
      {quarantined > 0 && (
        <Warning icon={<IconPuzzle aria-hidden />} title={t('settings.sync.quarantined', { n: quarantined })}>
          {t('settings.sync.quarantined.text')}
        </Warning>
      )}
      {wentBack !== null && (
        <Alert
          variant="default"
          icon={<IconHistory aria-hidden />}
          title={t('settings.sync.wentBack', { time: momentWords(wentBack, language, zone) })}
        >
          {t('settings.sync.wentBack.text')}
        </Alert>
      )}
    </>
  );
}
