import type { Happened } from '../../../shared/domain/decider.ts';
import { evolveIncident, type Incident } from '../../../shared/domain/incidents/decide.ts';
import type { IncidentEvent } from '../../../shared/domain/incidents/events.ts';
import type { StateTable } from './stateTable.ts';

const prefix = 'incident/';

/** Conflicts as they stand now. What was told about them is in the vault under `incident_id`. */
export const incidentTable: StateTable = {
  name: 'incidents',
  version: 3,
  tables: ['incident'],
  schema: `
    CREATE TABLE incident (
      incident_id TEXT    PRIMARY KEY,
      ticket_id   TEXT,                 -- of the visitor, when one was at the counter: an erasure of her finds it by this
      occurred_at INTEGER NOT NULL,     -- ms since the epoch, UTC
      help_open   INTEGER NOT NULL,     -- 1: help was asked for, and the incident is not over
      is_over     INTEGER NOT NULL,     -- 0: the conflict is still going on
      report_open INTEGER NOT NULL,     -- 1: a report is owed and not complete
      folded      TEXT    NOT NULL      -- JSON of the incident as the domain sees it
    ) STRICT;
    CREATE INDEX incident_by_time ON incident (report_open, occurred_at);
    CREATE INDEX incident_by_ticket ON incident (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX incident_with_help ON incident (occurred_at) WHERE help_open = 1;
    CREATE INDEX incident_going_on ON incident (occurred_at) WHERE is_over = 0;
  `,
  forget(db) {
    const remove = db.prepare<[string]>('DELETE FROM incident WHERE incident_id = ?');
    return (stream) => void (stream.startsWith(prefix) && remove.run(stream.slice(prefix.length)));
  },
  prepare(db) {
    const select = db.prepare<[string], { folded: string }>('SELECT folded FROM incident WHERE incident_id = ?');
    const put = db.prepare(`
      INSERT INTO incident (incident_id, ticket_id, occurred_at, help_open, is_over, report_open, folded) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET help_open = excluded.help_open, is_over = excluded.is_over, report_open = excluded.report_open, folded = excluded.folded`);
    return ({ stream, type, data, at, actor }) => {
      if (!stream.startsWith(prefix)) return;
      const event = { type, data, at, actor } as IncidentEvent & Happened;
      const row = select.get(event.data.incidentId);
      const incident = evolveIncident(row === undefined ? null : (JSON.parse(row.folded) as Incident), event);
      if (incident === null) return;
      put.run(
        incident.incidentId,
        'ticketId' in event.data ? event.data.ticketId : null,
        incident.occurredAt,
        Number(incident.finishedAt === null && incident.helps.some(({ withdrawn }) => !withdrawn)),
        // A call is over when its incident begins; what is left of it is the report.
        Number(incident.finishedAt !== null || incident.source === 'alarm'),
        Number(incident.reportOwed && incident.reportCompletedAt === null),
        JSON.stringify(incident),
      );
    };
  },
};
