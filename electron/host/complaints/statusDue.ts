import { answerProspect, warnHorizon } from '../../../shared/domain/complaints/due.ts';
import type { Person } from '../../../shared/domain/complaints/guards.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { Services } from '../services.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import { type ComplaintRecord } from './complaintRows.ts';
import { briefView } from './list.ts';
import { unitTitle } from './titles.ts';
import { complainantFor, isMine } from './visibility.ts';

/** A condition with one value: until when. */
export const isReportDue = 'report_due_at IS NOT NULL AND report_due_at <= ? AND person_id IS NOT NULL';

/**
 * Complaints whose complainant waits for a status report, the longest waiting first. Her address is for who may act. Who
 * gave no identity cannot be told anything; she asks with her number and PIN.
 */
export function statusDue(services: Services, limit: number, person: Person): Output<'complaint.statusDue'> {
  const { db, engine, vault, ports } = services;
  const { office } = engine.states;
  const calendar = workingCalendar(office);
  const now = ports.clock.now();
  const rows = db
    .prepare<[number, number], ComplaintRecord>(`SELECT * FROM complaint WHERE ${isReportDue} ORDER BY report_due_at LIMIT ?`)
    .all(warnHorizon(now, rulesOf(office), calendar), limit);
  return rows.map((row) => {
    const complaint = complaintFromText(row.folded);
    const prospect = answerProspect(complaint, now);
    const known = isMine(row, person) ? complainantFor(row, person, vault) : null;
    return {
      ...briefView(services, row, person),
      dueOn: officeDate(complaint.reportDueAt ?? 0, calendar.zone),
      lastReportAt: complaint.lastReportAt,
      complainant: known === null ? null : { name: known.name, phone: known.phone, email: known.email, address: known.address },
      prospect,
      answerDueOn: prospect === 'promised' ? officeDate(complaint.deadlines.answer, calendar.zone) : null,
      officeName: office.profile?.name ?? '',
      unitTitle: unitTitle(office, row.unit_id),
    };
  });
}
