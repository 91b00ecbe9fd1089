import { useTranslation } from 'react-i18next';
import type { LeadStanding } from '../../ui/lead/useLead.ts';
import { useStationWords } from '../../ui/lead/useStationWords.ts';

/** Which files of complaints are still on their way to this station, and what keeps them; nothing when all are here. */
export function FilesHere({ files: { missing, from, problem } }: Pick<LeadStanding, 'files'>) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  if (missing === 0) return null;
  const name = from === null ? '…' : stationWords(from);
  return <p>{t(`lead.files.${problem ?? 'coming'}`, { n: missing, name })}</p>;
}
