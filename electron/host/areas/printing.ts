import { zoneOf } from '../../../shared/domain/office/zone.ts';
import type { PrintingCommand, PrintingRefusal } from '../../../shared/domain/printing/commands.ts';
import { decidePrinting } from '../../../shared/domain/printing/decide.ts';
import type { PrintingEvent } from '../../../shared/domain/printing/events.ts';
import { evolvePrinting } from '../../../shared/domain/printing/evolve.ts';
import { initialPrinting, type PrintingState, type PrintJobState } from '../../../shared/domain/printing/state.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area } from '../engine/areas.ts';
import { paperOwner, storedLabel, ticketLabel } from '../printing/subjects.ts';

/** Print jobs: what is to be printed, by whom, and how it ended. */
export const printingArea: Area<States, PrintingState, PrintingEvent, PrintingRefusal> = {
  name: 'printing',
  topics: ['printing'],
  owns: (stream) => stream.startsWith('printing/'),
  methods: ['printing.print', 'printing.report', 'printing.end'],
  source: { kind: 'loaded', load: (db, command) => load(db, command as PrintingCommand) },
  decider: {
    initial: initialPrinting,
    decide: (command, state, { roles, actor, states }) => {
      const given = command as PrintingCommand;
      return decidePrinting(given, withTicket(given, state, states), {
        roles,
        staffId: actor.kind === 'staff' ? actor.staffId : null,
        office: states.office,
      });
    },
    evolve: evolvePrinting,
  },
  streamFor: (_command, _state, { now, states }) => `printing/${officeDate(now, zoneOf(states.office))}`,
  reply: (_command, events) => {
    const [event] = events;
    if (event?.type !== 'printRequested.v1') return {};
    const { copy, by, paper, language, deviceName } = event.data;
    return { copy, by, paper, language, deviceName };
  },
};

function load(db: Reader, { method, input }: PrintingCommand): PrintingState {
  const job = db.prepare<[string], PrintJobState>('SELECT kind, printed_by AS by, outcome, failure FROM print_job WHERE job_id = ?');
  const state = { ...initialPrinting, job: job.get(input.jobId) ?? null };
  if (method !== 'printing.print') return state;
  const { kind, subjectId } = input;
  const label = kind === 'ticket' ? null : storedLabel(db, kind, subjectId);
  const before = db.prepare<[string, string], { n: number }>('SELECT count(*) AS n FROM print_job WHERE subject_id = ? AND kind = ?');
  const owner = paperOwner(db, kind, subjectId);
  return { ...state, subject: label === null ? null : { label }, owner, printsBefore: before.get(subjectId, kind)?.n ?? 0 };
}

/** Tickets of the day are in memory, not in a table of their own. */
function withTicket(command: PrintingCommand, state: PrintingState, states: States): PrintingState {
  if (command.method !== 'printing.print' || command.input.kind !== 'ticket') return state;
  const label = ticketLabel(states, command.input.subjectId);
  return { ...state, subject: label === null ? null : { label } };
}
