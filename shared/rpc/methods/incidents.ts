/** Conflicts at a counter: opened in the background by a card, help that is asked for, the report afterwards. */
import { z } from 'zod';
import { alarmView } from '../../alarm/protocol.ts';
import { calmLevel } from '../../domain/calm/types.ts';
import {
  conflictForm,
  conflictForms,
  helpKind,
  incidentReport,
  incidentSource,
  outcome,
  strategies,
  strategy,
} from '../../domain/incidents/types.ts';
import { id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;
const everybody = ['petugas', 'pengawas', 'keamanan', 'admin'] as const;
const done = z.strictObject({});

export const incidentRefusals = {
  incidentUnknown: z.strictObject({}),
  helpUnknown: z.strictObject({}),
  /** Somebody else is already on the way. */
  helpTaken: z.strictObject({}),
  /** What the report still lacks. */
  reportIncomplete: z.strictObject({ fields: z.array(z.string()) }),
  /** It was said to be complete; nobody changes it any more. */
  reportComplete: z.strictObject({}),
};

export const helpView = z.strictObject({
  incidentId: id,
  helpId: id,
  kind: helpKind,
  requestedAt: instant,
  counterName: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  requestedBy: z.string(),
  level: calmLevel,
  /** Who said "saya datang"; `null`: nobody yet. */
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
});
export type HelpView = z.infer<typeof helpView>;

/** What the journal says about the security call of an incident. */
export const incidentCall = alarmView.pick({ kind: true, acknowledged: true, arrivedAt: true, policeAt: true, over: true });
export type IncidentCall = z.infer<typeof incidentCall>;

export const incidentView = z.strictObject({
  incidentId: id,
  source: incidentSource,
  level: calmLevel,
  /** The worst it came to. */
  highest: calmLevel,
  counterId: id.nullable(),
  counterName: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  openedAt: instant,
  occurredAt: instant,
  openedBy: z.string(),
  finishedAt: instant.nullable(),
  forms: z.array(conflictForm),
  strategies: z.array(strategy),
  outcome: outcome.nullable(),
  helps: z.array(helpView),
  reportOwed: z.boolean(),
  reportCompletedAt: instant.nullable(),
  /** `null`: it came from no security call, or one so old that the journal does not hold it any more. */
  call: incidentCall.nullable(),
});
export type IncidentView = z.infer<typeof incidentView>;

export const incidentMethods = {
  /** Begins the record in the background; the same id again changes nothing. */
  'incident.open': command({
    roles: counterStaff,
    input: z.strictObject({
      incidentId: id,
      counterId: id.nullable(),
      ticketId: id.nullable(),
      source: incidentSource.exclude(['alarm']),
      level: calmLevel,
    }),
    output: done,
    refusals: {},
  }),
  /** The host's own: a security call is over and must be reported. The incident's id is the call's. */
  'incident.openFromAlarm': command({
    roles: ['system'],
    input: z.strictObject({ incidentId: id, counterId: id.nullable(), placeName: line(80, 0), occurredAt: instant }),
    output: done,
    refusals: {},
  }),
  'incident.setLevel': command({
    roles: counterStaff,
    input: z.strictObject({ incidentId: id, level: calmLevel }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown'),
  }),
  'incident.requestHelp': command({
    roles: counterStaff,
    input: z.strictObject({ incidentId: id, helpId: id, kind: helpKind }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown'),
  }),
  /** "Saya datang." */
  'incident.acknowledgeHelp': command({
    roles: everybody,
    input: z.strictObject({ incidentId: id, helpId: id }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown', 'helpUnknown', 'helpTaken'),
  }),
  'incident.withdrawHelp': command({
    roles: counterStaff,
    input: z.strictObject({ incidentId: id, helpId: id }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown', 'helpUnknown'),
  }),
  /** The two taps at the end: what kind of conflict, what was done, how it ended. */
  'incident.finish': command({
    roles: counterStaff,
    input: z.strictObject({
      incidentId: id,
      forms: z.array(conflictForm).max(conflictForms.length),
      strategies: z.array(strategy).max(strategies.length),
      outcome,
    }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown'),
  }),
  /** Keeps the report as it is typed; on disk when answered. */
  'incident.saveReport': command({
    roles: everybody,
    input: z.strictObject({ incidentId: id, report: incidentReport }),
    output: z.strictObject({ savedAt: instant }),
    refusals: pick(incidentRefusals, 'incidentUnknown', 'reportComplete'),
  }),
  'incident.completeReport': command({
    roles: everybody,
    input: z.strictObject({ incidentId: id }),
    output: done,
    refusals: pick(incidentRefusals, 'incidentUnknown', 'reportIncomplete'),
  }),
  /** Help that is asked for now and not withdrawn: for supervisors and colleagues. */
  'incident.help': query({ roles: everybody, input: z.strictObject({}), output: z.array(helpView), topics: ['incidents', 'staff'] }),
  /** The newest first; those whose report is owed come before all others. */
  'incident.list': query({
    roles: everybody,
    input: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    output: z.strictObject({ incidents: z.array(incidentView), reportsOwed: z.number().int() }),
    topics: ['incidents', 'staff'],
  }),
  'incident.view': query({
    roles: everybody,
    input: z.strictObject({ incidentId: id }),
    output: z.strictObject({ incident: incidentView, report: incidentReport }),
    refusals: pick(incidentRefusals, 'incidentUnknown'),
    topics: ['incidents', 'staff'],
  }),
  /** Why a card could help at this counter now; empty: nothing says so. */
  'incident.suggestion': query({
    roles: counterStaff,
    input: z.strictObject({ counterId: id }),
    output: z.strictObject({
      ticketId: id.nullable(),
      reasons: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('waitedLong'), waitedMinutes: z.number().int(), estimateMinutes: z.number().int() }),
          z.strictObject({ kind: z.literal('thirdVisit'), visits: z.number().int() }),
          z.strictObject({ kind: z.literal('serviceDisturbed'), note: z.string() }),
        ]),
      ),
    }),
    topics: ['queue', 'documents', 'complaints'],
  }),
};
