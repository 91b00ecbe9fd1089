import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationLabel } from '../../../shared/rpc/methods/lead.ts';

/** How a station is called on the screens: by its name, else by the letter of its series. */
export function useStationWords(): (station: StationLabel) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ stationId, name, letter }) => {
      if (name !== '') return name;
      if (letter === null) return t('station.unnamed', { code: stationId.slice(-4) });
      return letter === '' ? t('station.first') : t('station.letter', { letter });
    },
    [t],
  );
}
