/** A queue without a host: commands are decided, their events folded, as the engine does. */
import type { Actor } from '../../../shared/domain/decider.ts';
import type { Counter, PriorityPolicy, Service, StaffMember } from '../../../shared/domain/office/types.ts';
import { initialOffice, type OfficeState } from '../../../shared/domain/office/state.ts';
import type { Decided, Decision, QueueCommand, QueueContext, QueueMethod, QueueRefusal } from '../../../shared/domain/queue/commands.ts';
import { decide } from '../../../shared/domain/queue/decide.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import type { BranchEvent } from '../../../shared/domain/queue/merge/branch.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { reply } from '../../../shared/domain/queue/reply.ts';
import { initialQueue, type QueueState, type Ticket, ticketById } from '../../../shared/domain/queue/state.ts';
import type { PriorityGround } from '../../../shared/domain/queue/types.ts';
import type { OfficeZone } from '../../../shared/domain/values.ts';
import { methods } from '../../../shared/rpc/contract.ts';
import type { StaffRole } from '../../../shared/rpc/roles.ts';

export const minute = 60_000;
/** A Monday, 08.00 in western Indonesia. */
export const monday8 = Date.parse('2026-11-23T08:00:00+07:00');

export function makeService(id: string, change: Partial<Service> = {}): Service {
  return {
    id,
    prefix: 'A',
    title: { id: `Layanan ${id}`, en: `Service ${id}` },
    requirements: [
      { id: `${id}-kk`, title: { id: 'KK', en: 'Family card' }, whereToGet: { id: '', en: '' } },
      { id: `${id}-ktp`, title: { id: 'KTP', en: 'Identity card' }, whereToGet: { id: '', en: '' } },
    ],
    procedure: { id: '', en: '' },
    duration: { unit: 'minutes', value: 15 },
    fee: 0,
    product: { id: '', en: '' },
    meanServiceMinutes: 10,
    targetWaitMinutes: 30,
    ...change,
  };
}

export const makeCounter = (id: string, number: number, serviceIds: string[]): Counter => ({
  id,
  number,
  name: `Loket ${number}`,
  serviceIds,
});

const member = (id: string, name: string, ...roles: StaffRole[]): StaffMember => ({ id, name, roles, active: true });

/** Two counters for `a` and `b`, one for `b` alone; `c` is a service that no counter takes. */
export function makeOffice(change: Partial<OfficeState> & { readonly zone?: OfficeZone } = {}): OfficeState {
  const { zone = 'Asia/Jakarta', ...rest } = change;
  return {
    ...initialOffice,
    profile: { name: 'Kantor Contoh', address: '', zone, language: 'id' },
    services: [makeService('a', { prefix: 'A' }), makeService('b', { prefix: 'B' }), makeService('c', { prefix: 'C' })],
    counters: [makeCounter('k1', 1, ['a', 'b']), makeCounter('k2', 2, ['a', 'b']), makeCounter('k3', 3, ['b'])],
    staff: [member('sari', 'Sari', 'petugas'), member('budi', 'Budi', 'petugas'), member('dewi', 'Dewi', 'pengawas')],
    ...rest,
  };
}

/** Who does something: an officer, a supervisor, the kiosk, or the program. */
export type Who = 'sari' | 'budi' | 'dewi' | 'kiosk' | 'system';

const people: Readonly<Record<Who, { readonly actor: Actor; readonly roles: readonly string[] }>> = {
  sari: { actor: { kind: 'staff', staffId: 'sari' }, roles: ['petugas'] },
  budi: { actor: { kind: 'staff', staffId: 'budi' }, roles: ['petugas'] },
  dewi: { actor: { kind: 'staff', staffId: 'dewi' }, roles: ['pengawas'] },
  kiosk: { actor: { kind: 'device', surface: 'kiosk' }, roles: ['kiosk'] },
  system: { actor: { kind: 'system' }, roles: ['system'] },
};

export interface QueueModel {
  readonly state: QueueState;
  /** All that happened here, in order. */
  readonly events: readonly BranchEvent[];
  office: OfficeState;
  now: number;
  /** The station from which the commands come; the lead decides for those that reach it. */
  standsAt: string;
  /** Decides and, when it is accepted, folds the events. A refusal must be one that the contract names for the method. */
  run<M extends QueueMethod>(who: Who, method: M, input: Decided<M>): Outcome;
  /** As `run`, of a command that the test needs to succeed. */
  must<M extends QueueMethod>(who: Who, method: M, input: Decided<M>): Extract<Outcome, { readonly ok: true }>;
  /** Issues a ticket at the kiosk and answers its id. */
  issue(serviceId: string, ground?: PriorityGround | null): string;
  /** Calls next and answers the ticket. */
  callNext(counterId: string, who?: Who): Ticket;
  ticket(id: string): Ticket;
  wait(minutes: number): void;
}

export type Outcome =
  | { readonly ok: true; readonly events: readonly QueueEvent[]; readonly output: unknown }
  | { readonly ok: false; readonly refusal: QueueRefusal };

/** A queue at a station of its own, for offices of several. */
export interface ModelOptions {
  readonly state?: QueueState;
  readonly station?: QueueContext['station'];
  /** It cannot reach the lead. */
  readonly cutOff?: boolean;
  /** The first of its events, by its own count. */
  readonly originSeq?: number;
  pastDay?(date: string): QueueState;
}

export function createQueueModel(office: OfficeState = makeOffice(), now: number = monday8, options: ModelOptions = {}): QueueModel {
  const { station = { id: 'lead', letter: '' }, cutOff = false, pastDay } = options;
  let state = options.state ?? initialQueue;
  let tickets = state.tickets.size;
  const log: BranchEvent[] = [];
  const context = (who: Who): QueueContext => ({
    now: model.now,
    station: { ...station, id: model.standsAt },
    ownOnly: cutOff ? { stationId: station.id, isLead: station.letter === '' } : null,
    ...(pastDay === undefined ? {} : { pastDay }),
    ...people[who],
    states: { office: model.office },
  });
  const model: QueueModel = {
    get state() {
      return state;
    },
    events: log,
    office,
    now,
    standsAt: station.id,
    run(who, method, input) {
      const command = { method, input } as QueueCommand;
      const before = state;
      const decided: Decision = decide(command, before, context(who));
      if (!decided.ok) {
        if (!(decided.error.type in methods[method].refusals)) throw new Error(`${method} may not answer ${decided.error.type}`);
        return { ok: false, refusal: decided.error };
      }
      for (const event of decided.value) {
        const happened = { ...event, at: model.now, actor: people[who].actor };
        state = evolve(state, happened);
        log.push({ ...happened, originSeq: (options.originSeq ?? 1) + log.length });
      }
      return { ok: true, events: decided.value, output: reply(command, decided.value, before, context(who)) };
    },
    must(who, method, input) {
      const outcome = model.run(who, method, input);
      if (!outcome.ok) throw new Error(`${method} was refused: ${JSON.stringify(outcome.refusal)}`);
      return outcome;
    },
    issue(serviceId, ground = null) {
      const ticketId = `t${station.letter}${++tickets}`;
      model.must('kiosk', 'queue.issue', { ticketId, visitId: `v${station.letter}${tickets}`, serviceId, ground });
      return ticketId;
    },
    callNext(counterId, who = 'dewi') {
      const { events } = model.must(who, 'queue.callNext', { counterId });
      const [event] = events;
      if (event?.type !== 'ticketCalled.v1') throw new Error('nobody was called');
      return model.ticket(event.data.ticketId);
    },
    ticket(id) {
      const ticket = ticketById(state, id);
      if (ticket === undefined) throw new Error(`no ticket ${id}`);
      return ticket;
    },
    wait(minutes) {
      model.now += minutes * minute;
    },
  };
  return model;
}

/** An open day with Sari at counter 1 and Budi at counter 2. */
export function openOffice(change: Partial<OfficeState> & { readonly zone?: OfficeZone } = {}, now: number = monday8): QueueModel {
  const model = createQueueModel(makeOffice(change), now);
  model.must('sari', 'queue.openDay', {});
  model.must('sari', 'queue.openCounter', { counterId: 'k1' });
  model.must('budi', 'queue.openCounter', { counterId: 'k2' });
  return model;
}

/** Ends the visit at a counter, so that it can call again. */
export function serve(model: QueueModel, counterId: string, ticketId: string, minutes = 0): void {
  model.must('dewi', 'queue.startServing', { counterId, ticketId });
  model.wait(minutes);
  model.must('dewi', 'queue.finish', { counterId, ticketId });
}

/** A policy by its short name. */
export const policies: Readonly<Record<PriorityPolicy['kind'], PriorityPolicy>> = {
  accumulating: { kind: 'accumulating', weight: 3, limitMinutes: 10 },
  ratio: { kind: 'ratio', regularPerPriority: 3 },
  strict: { kind: 'strict' },
  fifo: { kind: 'fifo' },
};
