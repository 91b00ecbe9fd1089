/** Incidents: a conflict at a counter, with or without a security call (DOMAIN section 5). */
import { z } from 'zod';
import { instant, line } from '../values.ts';

/** interpersonal, antarinstansi, internal ASN, kepentingan. */
export const conflictForms = ['interpersonal', 'interAgency', 'internal', 'interest'] as const;
export const conflictForm = z.enum(conflictForms);
export type ConflictForm = z.infer<typeof conflictForm>;

/** klarifikasi fakta, komunikasi terbuka, mediasi internal, pendekatan empatik, solusi win-win, kebijakan tegas. */
export const strategies = ['clarifyFacts', 'openCommunication', 'mediation', 'empathy', 'winWin', 'firmPolicy'] as const;
export const strategy = z.enum(strategies);
export type Strategy = z.infer<typeof strategy>;

export const outcomes = ['calmed', 'leftCalm', 'leftAngry', 'securityCame', 'policeCame'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

export const incidentSources = ['card', 'suggestion', 'manual', 'alarm'] as const;
export const incidentSource = z.enum(incidentSources);
export type IncidentSource = z.infer<typeof incidentSource>;

export const helpKinds = ['supervisor', 'secondOfficer', 'quietRoom', 'legal'] as const;
export const helpKind = z.enum(helpKinds);
export type HelpKind = z.infer<typeof helpKind>;

const text = (max: number) => line(max, 0);

/** The full report. Everything in it may be personal: it lives in the vault under the incident's id. */
export const incidentReport = z.strictObject({
  occurredAt: instant.nullable(),
  place: text(200),
  reporter: text(120),
  affected: text(300),
  /** Description of the person who caused it. */
  person: text(1000),
  witnesses: text(500),
  buildUp: text(4000),
  earlier: text(1000),
  injury: text(1000),
  firstAid: text(500),
  policeInformed: z.boolean(),
  police: text(300),
  prevention: text(2000),
});
export type IncidentReport = z.infer<typeof incidentReport>;

export const emptyReport: IncidentReport = {
  occurredAt: null,
  place: '',
  reporter: '',
  affected: '',
  person: '',
  witnesses: '',
  buildUp: '',
  earlier: '',
  injury: '',
  firstAid: '',
  policeInformed: false,
  police: '',
  prevention: '',
};

/** What a report must say before it is complete, in the order of the form. */
export const neededReportFields = ['occurredAt', 'place', 'reporter', 'buildUp', 'prevention'] as const;

export const missingReportFields = (report: IncidentReport): readonly string[] =>
  neededReportFields.filter((field) => (report[field] ?? '') === '' || String(report[field]).trim() === '');
