import { zoneOf } from '../../../shared/domain/office/zone.ts';
import {
  type ComplaintCommand,
  type ComplaintMethod,
  type ComplaintRefusal,
  laterSteps,
} from '../../../shared/domain/complaints/commands.ts';
import { decideComplaints } from '../../../shared/domain/complaints/decide.ts';
import { type ComplaintEvent, complaintStream } from '../../../shared/domain/complaints/events.ts';
import { evolveComplaints } from '../../../shared/domain/complaints/evolve.ts';
import { type ComplaintContext, type ComplaintState, initialComplaints } from '../../../shared/domain/complaints/state.ts';
import { officeDateAt } from '../../../shared/domain/time/officeTime.ts';
import type { States } from '../areas.ts';
import { foldedComplaint } from '../complaints/complaintRows.ts';
import type { Reader } from '../database/open.ts';
import type { Area, DecideContext } from '../engine/areas.ts';
import { counterAtWork, ticketAtWork } from './queueAsSeen.ts';

const methods: readonly ComplaintMethod[] = ['complaint.register', 'complaint.skipNumbers', ...laterSteps];

/** Complaints: one stream each; what a command needs is read for it, for there are a hundred thousand. */
export const complaintsArea: Area<States, ComplaintState, ComplaintEvent, ComplaintRefusal> = {
  name: 'complaints',
  topics: ['complaints'],
  owns: (stream) => stream.startsWith('complaint/') || stream.startsWith('complaint-'),
  methods,
  source: { kind: 'loaded', load: (db, command) => load(db, command as ComplaintCommand) },
  decider: {
    initial: initialComplaints,
    decide: (command, state, context) => decideComplaints(command as ComplaintCommand, state, asSeen(context)),
    evolve: evolveComplaints,
  },
  streamFor: (command) => streamOf(command as ComplaintCommand),
  reply: (_command, events, _before, _after, { states }) => replyTo(events, states),
};

function streamOf({ method, input }: ComplaintCommand): string {
  if (method === 'complaint.proposeStructural') return 'complaint-proposals';
  return method === 'complaint.skipNumbers' ? 'complaint-numbers' : complaintStream(input.complaintId);
}

function replyTo([event]: readonly ComplaintEvent[], { office }: States): unknown {
  if (event?.type === 'complaintReceived.v1') return { number: event.data.number };
  if (event?.type !== 'complaintAnswered.v1') return {};
  const { letterOwed, closesAt } = event.data;
  return { letterOwed, closesOn: officeDateAt(closesAt, zoneOf(office)).date };
}

function load(db: Reader, { method, input }: ComplaintCommand): ComplaintState {
  if (method === 'complaint.proposeStructural') {
    const exists = db.prepare<[string]>('SELECT 1 FROM complaint WHERE complaint_id = ?');
    return { ...initialComplaints, known: new Set(input.complaintIds.filter((id) => exists.get(id) !== undefined)) };
  }
  if (method === 'complaint.skipNumbers') return { ...initialComplaints, lastSequence: lastNumbers(db) };
  const complaint = foldedComplaint(db, input.complaintId);
  if (method !== 'complaint.register') return { ...initialComplaints, complaint, other: otherOf(db, otherId(method, input)) };
  const merge = input.form.classification.similar.find(({ relation }) => relation === 'merge');
  return {
    ...initialComplaints,
    complaint,
    other: otherOf(db, merge?.complaintId ?? null),
    lastSequence: lastNumbers(db),
  };
}

/** The last number given in this station's series, by year. */
function lastNumbers(db: Reader): ReadonlyMap<number, number> {
  const series = db.prepare<[], { year: number; last: number }>(
    'SELECT year, last FROM complaint_series WHERE letter = (SELECT letter FROM station)',
  );
  return new Map(series.all().map(({ year, last }) => [year, last]));
}

const otherOf = (db: Reader, id: string | null) => (id === null ? null : foldedComplaint(db, id));

function otherId(method: ComplaintCommand['method'], input: object): string | null {
  if (method === 'complaint.merge' && 'intoId' in input) return String(input.intoId);
  return method === 'complaint.link' && 'otherId' in input ? String(input.otherId) : null;
}

function asSeen({ now, station, actor, roles, states }: DecideContext<States>): ComplaintContext {
  return {
    now,
    letter: station.letter,
    actor,
    isSupervisor: roles.includes('pengawas') || roles.includes('admin'),
    office: states.office,
    counterName: (counterId) => counterAtWork(states, counterId)?.name ?? null,
    ticketNumber: (ticketId) => ticketAtWork(states, ticketId)?.number ?? null,
  };
}
