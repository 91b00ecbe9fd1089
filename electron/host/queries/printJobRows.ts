import type { Output } from '../../../shared/rpc/contract.ts';
import type { Reader } from '../database/open.ts';

export type PrintJobView = Output<'printing.jobs'>[number];

/** The latest print jobs, newest first. */
export const recentJobs = (db: Reader, limit: number): PrintJobView[] =>
  db
    .prepare<[number], PrintJobView>(
      `SELECT job_id AS jobId, kind, subject_id AS subjectId, label, printer_name AS printerName, outcome, failure, copy, requested_at AS at
       FROM print_job ORDER BY requested_at DESC, rowid DESC LIMIT ?`,
    )
    .all(limit);

/** Jobs whose end nobody knows, oldest first. */
export const pendingJobIds = (db: Reader): readonly string[] =>
  db
    .prepare<[], { jobId: string }>("SELECT job_id AS jobId FROM print_job WHERE outcome = 'pending' ORDER BY rowid")
    .all()
    .map(({ jobId }) => jobId);

export interface LastEnd {
  readonly outcome: PrintJobView['outcome'];
  readonly failure: PrintJobView['failure'];
  readonly endedAt: number;
}

/** How the last job of a printer ended that says something about the printer itself; null: none has yet. */
export const lastEndOf = (db: Reader, printerId: string): LastEnd | null =>
  db
    .prepare<[string], LastEnd>(
      `SELECT outcome, failure, ended_at AS endedAt FROM print_job
       WHERE printer_id = ? AND ended_at IS NOT NULL AND (failure IS NULL OR failure NOT IN ('interrupted', 'rendering'))
       ORDER BY ended_at DESC, rowid DESC LIMIT 1`,
    )
    .get(printerId) ?? null;
