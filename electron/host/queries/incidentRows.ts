import type { Incident } from '../../../shared/domain/incidents/decide.ts';
import type { Reader } from '../database/open.ts';

/** An incident as the column `folded` holds it; null: there is none. */
export function incidentById(db: Reader, incidentId: string): Incident | null {
  const row = db.prepare<[string], { folded: string }>('SELECT folded FROM incident WHERE incident_id = ?').get(incidentId);
  return row === undefined ? null : (JSON.parse(row.folded) as Incident);
}

/** Those whose report is owed first, then the newest. */
export const latestIncidents = (db: Reader, limit: number): readonly Incident[] =>
  db
    .prepare<[number], { folded: string }>('SELECT folded FROM incident ORDER BY report_open DESC, occurred_at DESC LIMIT ?')
    .all(limit)
    .map(({ folded }) => JSON.parse(folded) as Incident);

/** Incidents in which somebody asks for help now. */
export const incidentsWithHelp = (db: Reader): readonly Incident[] =>
  db
    .prepare<[], { folded: string }>('SELECT folded FROM incident WHERE help_open = 1 ORDER BY occurred_at DESC LIMIT 50')
    .all()
    .map(({ folded }) => JSON.parse(folded) as Incident);

/** Conflicts that are going on, the newest first; one that was forgotten stays, for an incident never ends by itself. */
export const incidentsGoingOn = (db: Reader): readonly Incident[] =>
  db
    .prepare<[], { folded: string }>('SELECT folded FROM incident WHERE is_over = 0 ORDER BY occurred_at DESC LIMIT 20')
    .all()
    .map(({ folded }) => JSON.parse(folded) as Incident);

export const countReportsOwed = (db: Reader): number =>
  db.prepare<[], { n: number }>('SELECT count(*) AS n FROM incident WHERE report_open = 1').get()?.n ?? 0;
