import type { StationLabel } from '../../../shared/rpc/methods/lead.ts';
import type { Services } from '../services.ts';

type Parts = Pick<Services, 'engine' | 'office' | 'station' | 'lan'>;

/**
 * What is known here of a station's name and letter. The office's own events know every station that ever joined, also one
 * that was revoked since; the roster knows those of an office whose events this station does not have yet.
 */
export function stationLabel({ engine, station, lan }: Parts, stationId: string): StationLabel {
  const isAsked = ({ id }: { readonly id: string }) => id === stationId;
  const known = engine.states.office.stations.find(isAsked) ?? lan.state()?.roster.stations.find(isAsked);
  return { stationId, name: known?.name ?? '', letter: known?.letter ?? (stationId === station.id ? station.letter : null) };
}

/** Labels of the stations that the office consists of now. */
export function officeLabels(parts: Parts): StationLabel[] {
  const { leadId, stationIds } = parts.office.standing();
  const ids = new Set([...stationIds, ...(leadId === null ? [] : [leadId])]);
  return [...ids].map((id) => stationLabel(parts, id));
}

/** Labels of all stations that a screen may have to name: what a revoked one did is still told. */
export function stationLabels(parts: Parts): StationLabel[] {
  const now = officeLabels(parts);
  const isThere = new Set(now.map(({ stationId }) => stationId));
  const before = parts.engine.states.office.stations.filter(({ id }) => !isThere.has(id));
  return [...now, ...before.map(({ id }) => stationLabel(parts, id))];
}
