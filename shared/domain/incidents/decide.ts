/** Decisions about incidents (DOMAIN section 5). An incident never ends by itself, and a report that is owed stays owed. */
import type { Actor, Happened } from '../decider.ts';
import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { CalmLevel } from '../calm/types.ts';
import type { IncidentEvent } from './events.ts';
import type { ConflictForm, HelpKind, IncidentSource, Outcome, Strategy } from './types.ts';

export interface Help {
  readonly helpId: string;
  readonly kind: HelpKind;
  readonly requestedAt: number;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: number | null;
  readonly withdrawn: boolean;
}

export interface Incident {
  readonly incidentId: string;
  readonly source: IncidentSource;
  readonly counterId: string | null;
  readonly counterName: string | null;
  readonly ticketNumber: string | null;
  readonly level: CalmLevel;
  readonly highest: CalmLevel;
  readonly openedAt: number;
  readonly occurredAt: number;
  readonly openedBy: string | null;
  readonly reportOwed: boolean;
  readonly finishedAt: number | null;
  readonly forms: readonly ConflictForm[];
  readonly strategies: readonly Strategy[];
  readonly outcome: Outcome | null;
  readonly helps: readonly Help[];
  readonly reportCompletedAt: number | null;
}

export type IncidentState = Incident | null;

type Plain =
  | 'incident.open'
  | 'incident.setLevel'
  | 'incident.requestHelp'
  | 'incident.acknowledgeHelp'
  | 'incident.withdrawHelp'
  | 'incident.finish';

export type IncidentCommand =
  | { [M in Plain]: { readonly method: M; readonly input: Input<M> } }[Plain]
  | { readonly method: 'incident.completeReport'; readonly input: { readonly incidentId: string; readonly missing: readonly string[] } }
  | {
      readonly method: 'incident.openFromAlarm';
      readonly input: Input<'incident.openFromAlarm'>;
    };
export type IncidentMethod = IncidentCommand['method'];
export type IncidentRefusal = { [M in IncidentMethod]: RefusalOfMethod<M> }[IncidentMethod];

export interface IncidentContext {
  readonly now: number;
  readonly actor: Actor;
  counterName(counterId: string): string | null;
  ticketNumber(ticketId: string): string | null;
}

type Decision = Result<readonly IncidentEvent[], IncidentRefusal>;
const order: readonly CalmLevel[] = ['calmed', 'tense', 'angry', 'threatening', 'violent'];

export function decideIncident(command: IncidentCommand, state: IncidentState, context: IncidentContext): Decision {
  switch (command.method) {
    case 'incident.open':
    case 'incident.openFromAlarm':
      return open(command, state, context);
    default:
      return state === null ? refuse({ type: 'incidentUnknown' }) : step(command, state, context);
  }
}

/** Opening the same incident again changes nothing: a card that is opened twice is one conflict. */
function open(
  command: Extract<IncidentCommand, { method: 'incident.open' | 'incident.openFromAlarm' }>,
  state: IncidentState,
  context: IncidentContext,
): Decision {
  if (state !== null) return ok([]);
  const isAlarm = command.method === 'incident.openFromAlarm';
  const { incidentId, counterId } = command.input;
  const ticketId = command.method === 'incident.open' ? command.input.ticketId : null;
  const data = {
    incidentId,
    source: isAlarm ? ('alarm' as const) : command.input.source,
    level: isAlarm ? ('violent' as const) : command.input.level,
    counterId,
    counterName: counterId === null ? (isAlarm ? command.input.placeName : null) : (context.counterName(counterId) ?? null),
    ticketId,
    ticketNumber: ticketId === null ? null : context.ticketNumber(ticketId),
    reportOwed: isAlarm,
    occurredAt: isAlarm ? command.input.occurredAt : context.now,
  };
  return ok([{ type: 'incidentOpened.v1', data }]);
}

function step(
  command: Exclude<IncidentCommand, { method: 'incident.open' | 'incident.openFromAlarm' }>,
  incident: Incident,
  { actor }: IncidentContext,
): Decision {
  const { incidentId } = incident;
  switch (command.method) {
    case 'incident.setLevel':
      return ok(
        command.input.level === incident.level ? [] : [{ type: 'incidentLevelSet.v1', data: { incidentId, level: command.input.level } }],
      );
    case 'incident.requestHelp': {
      const { helpId, kind } = command.input;
      // The same help asked again while it is open is one request.
      const isOpen = incident.helps.some(
        (help) => help.helpId === helpId || (help.kind === kind && help.acknowledgedAt === null && !help.withdrawn),
      );
      return ok(isOpen ? [] : [{ type: 'helpRequested.v1', data: { incidentId, helpId, kind } }]);
    }
    case 'incident.acknowledgeHelp': {
      const help = incident.helps.find(({ helpId }) => helpId === command.input.helpId);
      if (help === undefined || help.withdrawn) return refuse({ type: 'helpUnknown' });
      if (help.acknowledgedAt !== null && help.acknowledgedBy !== staffOf(actor)) return refuse({ type: 'helpTaken' });
      return ok(help.acknowledgedAt === null ? [{ type: 'helpAcknowledged.v1', data: { incidentId, helpId: help.helpId } }] : []);
    }
    case 'incident.withdrawHelp': {
      const help = incident.helps.find(({ helpId }) => helpId === command.input.helpId);
      if (help === undefined) return refuse({ type: 'helpUnknown' });
      return ok(help.withdrawn ? [] : [{ type: 'helpWithdrawn.v1', data: { incidentId, helpId: help.helpId } }]);
    }
    case 'incident.finish': {
      const { forms, strategies, outcome } = command.input;
      return ok([{ type: 'incidentFinished.v1', data: { incidentId, forms, strategies, outcome } }]);
    }
    case 'incident.completeReport':
      // Said twice, or in two windows: the moment of the first time stays.
      if (incident.reportCompletedAt !== null) return ok([]);
      if (command.input.missing.length > 0) return refuse({ type: 'reportIncomplete', fields: [...command.input.missing] });
      return ok([{ type: 'reportCompleted.v1', data: { incidentId } }]);
    default:
      return unreachable(command);
  }
}

const staffOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.staffId : null);

export function evolveIncident(state: IncidentState, event: IncidentEvent & Happened): IncidentState {
  if (event.type === 'incidentOpened.v1') {
    const { ticketId: _, ...data } = event.data;
    return {
      ...data,
      highest: data.level,
      openedAt: event.at,
      openedBy: staffOf(event.actor),
      finishedAt: null,
      forms: [],
      strategies: [],
      outcome: null,
      helps: [],
      reportCompletedAt: null,
    };
  }
  if (state === null) return null;
  const changeHelp = (helpId: string, change: Partial<Help>) => ({
    ...state,
    helps: state.helps.map((help) => (help.helpId === helpId ? { ...help, ...change } : help)),
  });
  switch (event.type) {
    case 'incidentLevelSet.v1': {
      const { level } = event.data;
      return { ...state, level, highest: order.indexOf(level) > order.indexOf(state.highest) ? level : state.highest };
    }
    case 'helpRequested.v1': {
      const { helpId, kind } = event.data;
      const help = { helpId, kind, requestedAt: event.at, acknowledgedBy: null, acknowledgedAt: null, withdrawn: false };
      return { ...state, helps: [...state.helps, help] };
    }
    case 'helpAcknowledged.v1':
      return changeHelp(event.data.helpId, { acknowledgedBy: staffOf(event.actor), acknowledgedAt: event.at });
    case 'helpWithdrawn.v1':
      return changeHelp(event.data.helpId, { withdrawn: true });
    case 'incidentFinished.v1': {
      const { forms, strategies, outcome } = event.data;
      const withdrawn = state.helps.map((help) => (help.acknowledgedAt === null ? { ...help, withdrawn: true } : help));
      return { ...state, forms, strategies, outcome, finishedAt: event.at, level: 'calmed', helps: withdrawn };
    }
    case 'reportCompleted.v1':
      return { ...state, reportCompletedAt: event.at };
    default:
      return unreachable(event);
  }
}
