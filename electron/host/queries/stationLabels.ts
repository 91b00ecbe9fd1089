import type { StationLabel } from '../../../shared/rpc/methods/lead.ts';
import type { Services } from '../services.ts';

type Parts = Pick<Services, 'office' | 'station' | 'lan'>;

/** What is known here of a station's name and letter. */
export function stationLabel({ station, lan }: Parts, stationId: string): StationLabel {
  const known = lan.state()?.roster.stations.find(({ id }) => id === stationId);
  return { stationId, name: known?.name ?? '', letter: known?.letter ?? (stationId === station.id ? station.letter : null) };
}

/** Labels of all stations that a screen may have to name. */
export function stationLabels(parts: Parts): StationLabel[] {
  const { leadId, stationIds } = parts.office.standing();
  const ids = new Set([...stationIds, ...(leadId === null ? [] : [leadId])]);
  return [...ids].map((id) => stationLabel(parts, id));
}
