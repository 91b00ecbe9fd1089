import type { ServiceDisturbance } from '../../../shared/domain/queue/events.ts';
import type { Writer } from '../database/open.ts';

/** Every disturbance of a service. It belongs to the tickets' table, whose times it bounds: both are always replayed together. */
export const serviceDisturbanceSchema = `
    CREATE TABLE service_disturbance (
      date        TEXT    NOT NULL,         -- office day; none outlives it
      service_id  TEXT    NOT NULL,
      since       INTEGER NOT NULL,         -- ms since the epoch (UTC)
      ended_at    INTEGER,                  -- NULL while the day is still disturbed, or was at its end
      note        TEXT    NOT NULL,
      promised_on TEXT,
      PRIMARY KEY (date, service_id, since)
    ) STRICT, WITHOUT ROWID;`;

/** A disturbance begins, is worded anew, or ends; those who are served meanwhile are not charged for it. */
export function prepareDisturbance(db: Writer): (data: ServiceDisturbance, date: string, at: number) => void {
  const reword = db.prepare(
    'UPDATE service_disturbance SET note = @note, promised_on = @promisedOn WHERE date = @date AND service_id = @serviceId AND ended_at IS NULL',
  );
  const begin = db.prepare(
    `INSERT INTO service_disturbance (date, service_id, since, note, promised_on) VALUES (@date, @serviceId, @at, @note, @promisedOn)
     ON CONFLICT DO UPDATE SET ended_at = NULL, note = excluded.note, promised_on = excluded.promised_on`,
  );
  const end = db.prepare('UPDATE service_disturbance SET ended_at = ? WHERE date = ? AND service_id = ? AND ended_at IS NULL');
  const mark = db.prepare(`UPDATE ticket SET disturbed_at = ? WHERE date = ? AND service_id = ? AND status = 'serving'`);
  const unmark = db.prepare(
    `UPDATE ticket SET held_ms = held_ms + max(0, @at - disturbed_at), disturbed_at = NULL
     WHERE date = @date AND service_id = @serviceId AND disturbed_at IS NOT NULL`,
  );
  return ({ serviceId, disturbed, note, promisedOn = null }, date, at) => {
    if (!disturbed) {
      end.run(at, date, serviceId);
      unmark.run({ at, date, serviceId });
    } else if (reword.run({ note, promisedOn, date, serviceId }).changes === 0) {
      begin.run({ date, serviceId, at, note, promisedOn });
      mark.run(at, date, serviceId);
    }
  };
}
