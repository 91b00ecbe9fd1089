import { deadlinesOf, promiseDate } from '../../../shared/domain/complaints/deadlines.ts';
import { warnHorizon } from '../../../shared/domain/complaints/due.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import { ok, refuse } from '../../../shared/result.ts';
import { unconfirmedYears } from '../queries/system.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { complaintAt, type ComplaintRecord, complaintsOfPerson } from './complaintRows.ts';
import { recurringGroups } from './groups.ts';
import { briefView, listComplaints } from './list.ts';
import { createSavedViews } from './savedViews.ts';
import { isReportDue, statusDue } from './statusDue.ts';
import { viewComplaint } from './view.ts';
import { isMine, maySeeIdentity, maySeeWords, personAt } from './visibility.ts';
import { maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A complaint older than this is no recent one. */
const recentMs = 180 * dayMs;
const mostSimilar = 5;

/** What the screens of complaints ask. */
export function createComplaintQueries(services: Services): Handlers {
  const { db, engine, vault, ports, access, complaintSearch } = services;
  const savedViews = createSavedViews(services);

  return {
    ...savedViews,
    'complaint.view': ({ complaintId }, { connection }) => {
      const view = viewComplaint(services, complaintId, personAt(access, connection));
      return view === null ? refuse({ type: 'complaintUnknown' }) : ok(view);
    },
    'complaint.list': async (query, { connection }) => ok(await listComplaints(services, query, personAt(access, connection))),
    'complaint.attention': (_input, { connection }) => ok(attention(services, connection)),
    'complaint.deadlinesPreview': ({ class: of }) => {
      const { office } = engine.states;
      const now = ports.clock.now();
      const calendar = workingCalendar(office);
      const deadlines = deadlinesOf({ receivedAt: now, class: of, pauses: [] }, rulesOf(office), calendar);
      const kinds = ['firstResponse', 'verify', 'answer', 'ceiling'] as const;
      return ok({
        deadlines: kinds.map((kind) => ({ kind, dueAt: deadlines[kind], dueOn: officeDate(deadlines[kind], calendar.zone) })),
        promise: promiseDate(deadlines, calendar),
        unconfirmedYears: unconfirmedYears(office, now),
      });
    },
    'complaint.similar': async ({ text, serviceId, unitId }, { connection }) => {
      const person = personAt(access, connection);
      const since = ports.clock.now() - recentMs;
      const found = await complaintSearch.similar(text, since, 40);
      const rows = found
        .flatMap((row) => complaintAt(db, row) ?? [])
        .filter((row) => row.received_at >= since && row.stage !== 'merged' && maySeeWords(row, person));
      // The same service or unit makes it more likely to be the same matter.
      const matches = (row: ComplaintRecord) =>
        Number(row.service_id === serviceId && serviceId !== null) + Number(row.unit_id === unitId && unitId !== null);
      return ok(
        rows
          .map((row, rank) => ({ row, score: matches(row) * 5 - rank }))
          .toSorted((a, b) => b.score - a.score)
          .slice(0, mostSimilar)
          .map(({ row }) => briefView(services, row, person)),
      );
    },
    'person.lookup': ({ by, value }, { connection }) => {
      const person = personAt(access, connection);
      return ok(
        vault.findBy(by, value).flatMap((personId) => {
          const known = vault.person(personId);
          if (known === null) return [];
          const rows = complaintsOfPerson(db, personId);
          // Whoever has had her complaint, or supervises, sees her data; others recognise her by the name.
          const full = person.isSupervisor || rows.some((row) => isMine(row, person));
          const shown = full ? known : { ...known, nik: maskNik(known.nik), phone: maskPhone(known.phone) };
          // A complaint that hides who made it is not in her history either: the history would say it.
          const hers = rows.filter((row) => maySeeIdentity(row, person));
          return [{ personId, ...shown, complaints: hers.map((row) => briefView(services, row, person)) }];
        }),
      );
    },
    'complaint.groups': ({ days }) => ok(recurringGroups(services, ports.clock.now(), days)),
    'complaint.statusDue': ({ limit }, { connection }) => ok(statusDue(services, limit, personAt(access, connection))),
    'office.complaintRules': () => ok(rulesOf(engine.states.office)),
  };
}

function attention({ db, engine, ports, access }: Services, connection: Connection) {
  const { office } = engine.states;
  const rules = rulesOf(office);
  const now = ports.clock.now();
  const horizon = warnHorizon(now, rules, workingCalendar(office));
  const roles = access.callers.rolesOf(connection);
  const isHead = rules.headStaffId === null ? roles.includes('admin') : personAt(access, connection).staffId === rules.headStaffId;
  const mine = [...(roles.includes('pengawas') ? ['supervisor'] : []), ...(isHead ? ['head'] : [])];
  const count = (condition: string, ...values: readonly (number | string)[]) =>
    db.prepare<(number | string)[], { n: number }>(`SELECT count(*) AS n FROM complaint WHERE ${condition}`).get(...values)?.n ?? 0;
  return {
    overdue: count('due_at < ?', now),
    soon: count('due_at BETWEEN ? AND ?', now, horizon),
    escalated: count("escalation IN ('supervisor', 'head')"),
    escalatedToMe: mine.reduce((sum, level) => sum + count("escalation IN ('supervisor', 'head') AND escalation = ?", level), 0),
    reportsDue: count(isReportDue, horizon),
  };
}
