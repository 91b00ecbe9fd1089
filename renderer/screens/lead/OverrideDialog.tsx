import { useTranslation } from 'react-i18next';
import type { StationLabel } from '../../../shared/rpc/methods/lead.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { useStationWords } from '../../ui/lead/useStationWords.ts';

interface Props {
  readonly notAsked: readonly StationLabel[];
  onOverride(): void;
  onClose(): void;
}

/** The second step of a promotion for which not everybody could be asked: names them, and the risk. */
export function OverrideDialog({ notAsked, onOverride, onClose }: Props) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  return (
    <Dialog title={t('lead.override.title')} onClose={onClose}>
      <p>{t('lead.override.stations')}</p>
      <ul>
        {notAsked.map((station) => (
          <li key={station.stationId}>
            <strong>{stationWords(station)}</strong>
          </li>
        ))}
      </ul>
      <p>{t('lead.override.check')}</p>
      <p>{t('lead.override.risk')}</p>
      <DialogActions confirm={t('lead.override.confirm')} danger onConfirm={onOverride} onCancel={onClose} />
    </Dialog>
  );
}
