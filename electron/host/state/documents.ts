import type {
  DocumentCollected,
  DocumentEvent,
  DocumentReady,
  DocumentReceived,
  RegistrationsSkipped,
  ShortfallRecorded,
} from '../../../shared/domain/documents/events.ts';
import type { RecordedEvent } from '../engine/event.ts';
import type { StateTable } from './stateTable.ts';
import { actorToText } from '../engine/event.ts';

/**
 * What was taken in and what was missing. No personal data: `person_id` points into the vault. Titles are kept as they
 * were on the paper, so that a receipt printed again in a year says the same.
 */
export const documentTables: StateTable = {
  name: 'documents',
  version: 2,
  tables: ['document', 'document_series', 'document_shortfall'],
  schema: `
    CREATE TABLE document (
      document_id     TEXT    PRIMARY KEY,
      number          TEXT    NOT NULL UNIQUE,  -- B-2026-000123
      number_reversed TEXT    NOT NULL,         -- so that the end of a number can be looked up by index
      person_id       TEXT    NOT NULL,         -- in the vault
      counter_id      TEXT    NOT NULL,
      counter_name    TEXT    NOT NULL,
      ticket_id       TEXT,
      ticket_number   TEXT,
      service_id      TEXT    NOT NULL,
      service_title   TEXT    NOT NULL,         -- JSON {id, en}
      received        TEXT    NOT NULL,         -- JSON [{id, title}]
      received_at     INTEGER NOT NULL,         -- ms since the epoch, UTC
      ready_on        TEXT    NOT NULL,         -- date in the office's zone
      actor           TEXT    NOT NULL,         -- staff:<id>
      ready_at        INTEGER,                  -- when it was marked as lying ready
      collected_at    INTEGER,                  -- when it was handed out
      collected_by    TEXT                      -- staff:<id>
    ) STRICT;
    CREATE INDEX document_by_time ON document (received_at);
    CREATE INDEX document_by_number_end ON document (number_reversed);
    CREATE INDEX document_by_ticket ON document (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX document_by_person ON document (person_id);
    CREATE INDEX document_in_work ON document (received_at) WHERE ready_at IS NULL AND collected_at IS NULL;
    CREATE INDEX document_lying_ready ON document (received_at) WHERE ready_at IS NOT NULL AND collected_at IS NULL;

    -- The last number given, per year and station letter.
    CREATE TABLE document_series (
      year INTEGER NOT NULL, letter TEXT NOT NULL, last INTEGER NOT NULL,
      PRIMARY KEY (year, letter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document_shortfall (
      shortfall_id  TEXT    PRIMARY KEY,
      counter_id    TEXT    NOT NULL,
      counter_name  TEXT    NOT NULL,
      ticket_id     TEXT,
      ticket_number TEXT,
      service_id    TEXT    NOT NULL,
      service_title TEXT    NOT NULL,
      missing       TEXT    NOT NULL,           -- JSON [{id, title, whereToGet}]
      at            INTEGER NOT NULL,
      actor         TEXT    NOT NULL
    ) STRICT;
    CREATE INDEX document_shortfall_by_ticket ON document_shortfall (ticket_id) WHERE ticket_id IS NOT NULL;
  `,
  prepare(db) {
    const insertDocument = db.prepare(`
      INSERT INTO document (document_id, number, number_reversed, person_id, counter_id, counter_name, ticket_id, ticket_number,
                            service_id, service_title, received, received_at, ready_on, actor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const raiseSeries = db.prepare(`
      INSERT INTO document_series (year, letter, last) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`);
    // Two stations that are cut off from each other may both say so: the first counts in every copy, whatever came first there.
    const setReady = db.prepare('UPDATE document SET ready_at = min(ifnull(ready_at, @at), @at) WHERE document_id = @id');
    const setCollected = db.prepare(`
      UPDATE document SET collected_at = @at, collected_by = @by
      WHERE document_id = @id AND (collected_at IS NULL OR (@at, @by) < (collected_at, collected_by))`);
    const insertShortfall = db.prepare(`
      INSERT INTO document_shortfall (shortfall_id, counter_id, counter_name, ticket_id, ticket_number, service_id, service_title,
                                      missing, at, actor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

    const received = ({ data, at, actor }: RecordedEvent<DocumentReceived>) => {
      insertDocument.run(
        data.documentId,
        data.number,
        reversed(data.number),
        data.personId,
        data.counterId,
        data.counterName,
        data.ticketId,
        data.ticketNumber,
        data.serviceId,
        JSON.stringify(data.serviceTitle),
        JSON.stringify(data.received),
        at,
        data.readyOn,
        actorToText(actor),
      );
      raiseSeries.run(data.year, data.letter, data.sequence);
    };
    const shortfall = ({ data, at, actor }: RecordedEvent<ShortfallRecorded>) => {
      insertShortfall.run(
        data.shortfallId,
        data.counterId,
        data.counterName,
        data.ticketId,
        data.ticketNumber,
        data.serviceId,
        JSON.stringify(data.serviceTitle),
        JSON.stringify(data.missing),
        at,
        actorToText(actor),
      );
    };
    return (event) => {
      const type = event.type as DocumentEvent['type'];
      if (type === 'documentReceived.v1') received(event as RecordedEvent<DocumentReceived>);
      else if (type === 'registrationsSkipped.v1') {
        const { year, letter, last } = (event as RecordedEvent<RegistrationsSkipped>).data;
        raiseSeries.run(year, letter, last);
      } else if (type === 'documentReady.v1') {
        const { data, at } = event as RecordedEvent<DocumentReady>;
        setReady.run({ id: data.documentId, at });
      } else if (type === 'documentCollected.v1') {
        const { data, at, actor } = event as RecordedEvent<DocumentCollected>;
        setCollected.run({ id: data.documentId, at, by: actorToText(actor) });
      } else if (type === 'shortfallRecorded.v1') shortfall(event as RecordedEvent<ShortfallRecorded>);
    };
  },
};

/** A text from its end to its start; registration numbers are plain ASCII. */
export const reversed = (text: string): string => Array.from(text).toReversed().join('');
