import type { PrintEnded, PrintingEvent, PrintRequested } from '../../../shared/domain/printing/events.ts';
import type { RecordedEvent } from '../engine/event.ts';
import type { StateTable } from './stateTable.ts';

/** Every print job with what became of it. */
export const printJobTable: StateTable = {
  name: 'printJobs',
  version: 1,
  tables: ['print_job'],
  schema: `
    CREATE TABLE print_job (
      job_id       TEXT    PRIMARY KEY,
      kind         TEXT    NOT NULL,  -- ticket | documentReceipt | shortfallSlip
      subject_id   TEXT    NOT NULL,
      label        TEXT    NOT NULL,  -- the subject's number
      printer_id   TEXT,
      printer_name TEXT,
      printed_by   TEXT    NOT NULL,  -- host | window
      paper        TEXT    NOT NULL,  -- 58mm | 80mm | a5
      language     TEXT    NOT NULL,
      copy         INTEGER NOT NULL,  -- 0 the original, n printed as SALINAN n
      requested_at INTEGER NOT NULL,
      outcome      TEXT    NOT NULL,  -- pending | printed | handedOver | failed | cancelled
      failure      TEXT,
      ended_at     INTEGER
    ) STRICT;
    CREATE INDEX print_job_by_subject ON print_job (subject_id, kind);
    CREATE INDEX print_job_by_time ON print_job (requested_at);
    CREATE INDEX print_job_by_printer ON print_job (printer_id, ended_at) WHERE printer_id IS NOT NULL;
    CREATE INDEX print_job_pending ON print_job (job_id) WHERE outcome = 'pending';
  `,
  prepare(db) {
    const insert = db.prepare(`
      INSERT INTO print_job (job_id, kind, subject_id, label, printer_id, printer_name, printed_by, paper, language, copy,
                             requested_at, outcome)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')`);
    const end = db.prepare('UPDATE print_job SET outcome = ?, failure = ?, ended_at = ? WHERE job_id = ?');

    const requested = ({ data, at }: RecordedEvent<PrintRequested>) => {
      insert.run(
        data.jobId,
        data.kind,
        data.subjectId,
        data.label,
        data.printerId,
        data.printerName,
        data.by,
        data.paper,
        data.language,
        data.copy,
        at,
      );
    };
    return (event) => {
      const type = event.type as PrintingEvent['type'];
      if (type === 'printRequested.v1') requested(event as RecordedEvent<PrintRequested>);
      else if (type === 'printEnded.v1') {
        const { data, at } = event as RecordedEvent<PrintEnded>;
        end.run(data.outcome, data.failure, at, data.jobId);
      }
    };
  },
};
