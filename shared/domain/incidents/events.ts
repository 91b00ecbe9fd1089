import type { CalmLevel } from '../calm/types.ts';
import type { ConflictForm, HelpKind, IncidentSource, Outcome, Strategy } from './types.ts';

interface Of<Type extends string, Data = unknown> {
  readonly type: Type;
  readonly data: { readonly incidentId: string } & Data;
}

/** What happened in a conflict, without what anybody said: the report is in the vault under `incidentId`. */
export type IncidentEvent =
  | Of<
      'incidentOpened.v1',
      {
        readonly source: IncidentSource;
        readonly level: CalmLevel;
        readonly counterId: string | null;
        readonly counterName: string | null;
        readonly ticketId: string | null;
        readonly ticketNumber: string | null;
        /** From a security call: a report must be written. */
        readonly reportOwed: boolean;
        readonly occurredAt: number;
      }
    >
  | Of<'incidentLevelSet.v1', { readonly level: CalmLevel }>
  | Of<'helpRequested.v1', { readonly helpId: string; readonly kind: HelpKind }>
  | Of<'helpAcknowledged.v1', { readonly helpId: string }>
  | Of<'helpWithdrawn.v1', { readonly helpId: string }>
  | Of<
      'incidentFinished.v1',
      { readonly forms: readonly ConflictForm[]; readonly strategies: readonly Strategy[]; readonly outcome: Outcome }
    >
  | Of<'reportCompleted.v1'>;

export const incidentStream = (incidentId: string): string => `incident/${incidentId}`;
