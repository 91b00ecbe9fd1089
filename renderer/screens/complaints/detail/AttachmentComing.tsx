import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStationWords } from '../../../ui/lead/useStationWords.ts';
import classes from './Detail.module.css';
import type { OnItsWay } from './useAttachment.ts';

/** From where an attachment comes that is not at this station yet, how far it is, or what keeps it. */
export function AttachmentComing({ name, onItsWay }: { name: string; onItsWay: OnItsWay }) {
  const { t } = useTranslation();
  const station = useStationWords()(onItsWay.station);
  const percent = Math.floor((onItsWay.received / onItsWay.bytes) * 100);
  const words = t(`complaintDetail.attachment.${stateOf(onItsWay)}`, { name, station, percent });
  return (
    <div className={classes.coming}>
      <p>
        <IconDownload size={22} aria-hidden />
        {words}
      </p>
      {onItsWay.isComing && <progress max={100} value={percent} aria-label={words} />}
    </div>
  );
}

function stateOf({ isComing, diskProblem }: OnItsWay) {
  if (isComing) return 'coming';
  if (diskProblem === null) return 'elsewhere';
  return diskProblem === 'full' ? 'full' : 'unwritable';
}
