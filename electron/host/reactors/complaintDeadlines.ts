import { escalationDue, warnHorizon } from '../../../shared/domain/complaints/due.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import type { Services } from '../services.ts';

const everyMs = 60_000;
/** Looked at in one turn. What is told or closed takes a turn each, for each is a commit of its own and counters are at work. */
const atOnce = 100;

/**
 * Watches over the deadlines of complaints: warns, tells the supervisor, then the head, and closes what stayed without a
 * reply. Everything is decided again from the rows each minute, so days without power are made up for by themselves, and
 * nothing is told twice: the complaint remembers what was.
 */
export function startComplaintDeadlines(services: Services): () => void {
  const { db, engine, ports, log } = services;
  const isOurs = () => services.office.decidesHere('complaint.watchDeadline');
  const dueBefore = db.prepare<[number, number, string], { id: string; at: number }>(
    `SELECT complaint_id AS id, due_at AS at FROM complaint WHERE due_at <= ? AND (due_at, complaint_id) > (?, ?)
     ORDER BY due_at, complaint_id LIMIT ${atOnce}`,
  );
  const folded = db.prepare<[string], { folded: string }>('SELECT folded FROM complaint WHERE complaint_id = ?');
  const closing = db.prepare<[number, number], { id: string }>(
    "SELECT complaint_id AS id FROM complaint WHERE closes_at IS NOT NULL AND closes_at <= ? AND stage = 'answered' LIMIT ?",
  );
  const execute = (method: string, input: unknown) =>
    engine.execute({ method, input, commandId: ports.random.uuid(), actor: { kind: 'system' }, roles: ['system'] });

  const watch = async () => {
    const { office } = engine.states;
    if (office.profile === null) return;
    const rules = rulesOf(office);
    const calendar = workingCalendar(office);
    const now = ports.clock.now();
    const horizon = warnHorizon(now, rules, calendar);
    let after = { at: 0, id: '' };
    for (let rows = dueBefore.all(horizon, after.at, after.id); rows.length > 0; rows = dueBefore.all(horizon, after.at, after.id)) {
      for (const { id } of rows) {
        // Read now, not with the page: a turn may have passed, and somebody may have answered in it.
        const row = folded.get(id);
        const due = row === undefined ? null : escalationDue(complaintFromText(row.folded), now, rules, calendar);
        if (due === null) continue;
        execute('complaint.watchDeadline', { complaintId: id, ...due });
        await ports.timers.yield();
        if (stopped) return;
      }
      after = rows.at(-1) ?? after;
      await ports.timers.yield();
      if (stopped) return;
    }
    for (const { id } of closing.all(now, atOnce)) {
      execute('complaint.closeUnanswered', { complaintId: id });
      await ports.timers.yield();
      if (stopped) return;
    }
  };

  let stopped = false;
  let running = false;
  const look = () => {
    if (running || !isOurs()) return;
    running = true;
    watch()
      .catch((error: unknown) => log.error({ err: error }, 'the deadlines of complaints could not be looked at'))
      .finally(() => {
        running = false;
      });
  };
  const cancelFirst = ports.timers.after(1000, look);
  const cancel = ports.timers.every(everyMs, look);
  return () => {
    stopped = true;
    cancelFirst();
    cancel();
  };
}
