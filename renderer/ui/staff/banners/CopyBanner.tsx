import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeadStanding } from '../../lead/useLead.ts';
import { useStationWords } from '../../lead/useStationWords.ts';
import { Banner } from './Banner.tsx';

/** Two stations are connected and nothing is copied between them: which one has to be looked after, and how. */
export default function CopyBanner({ problem: { kind, between, culprit } }: { problem: LeadStanding['copyProblems'][number] }) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  const names = { between: stationWords(between), culprit: stationWords(culprit) };
  return (
    <Banner tone="danger" Icon={IconDatabaseExclamation} title={t(`lead.copy.${kind}.title`, names)}>
      {t(`lead.copy.${kind}.text`, names)}
    </Banner>
  );
}
