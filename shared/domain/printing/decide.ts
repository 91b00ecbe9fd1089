/**
 * Print jobs. The record is committed before anything prints and the end of a job is an event of its own, so a printer
 * can fail without anything being lost (DESIGN section 5). The first print is the original; every further print of the
 * same paper is SALINAN n, also when an earlier one failed: nobody can see from here whether paper came out.
 */
import type { Result } from '../../result.ts';
import { ok, refuse, unreachable } from '../../result.ts';
import type { PaperKind } from '../../rpc/methods/printing.ts';
import type { CallerRole } from '../../rpc/roles.ts';
import { isTheirs } from '../complaints/guards.ts';
import type { Printer } from '../office/types.ts';
import type { PrintingCommand, PrintingRefusal, Print } from './commands.ts';
import type { EndedOutcome, PaperWidth, PrintedBy, PrintEnded, PrintFailure, PrintingEvent, PrintRequested } from './events.ts';
import type { PaperOwner, PrintingContext, PrintingState } from './state.ts';

type Decided<Event extends PrintingEvent> = Result<readonly Event[], PrintingRefusal>;

export function decidePrinting(command: PrintingCommand, state: PrintingState, context: PrintingContext): Decided<PrintingEvent> {
  switch (command.method) {
    case 'printing.print':
      return print(command.input, state, context);
    case 'printing.report':
      if (state.job !== null && (state.job.by !== 'window' || !mayPrint(context.roles, state.job.kind)))
        return refuse({ type: 'jobUnknown' });
      return end(command.input, state);
    case 'printing.end':
      return end(command.input, state);
    default:
      return unreachable(command);
  }
}

function print(input: Print['input'], state: PrintingState, { office, roles, staffId }: PrintingContext): Decided<PrintRequested> {
  if (state.job !== null) return refuse({ type: 'jobExists' });
  if (state.subject === null || !mayPrint(roles, input.kind)) return refuse({ type: 'subjectUnknown' });
  if (!mayPrintOf(state.owner, { roles, staffId })) return refuse({ type: 'complaintNotYours', number: state.subject.label });
  const printer = choosePrinter(office.printers, input.kind, input.printerId);
  if (printer === 'unknown') return refuse({ type: 'printerUnknown' });
  return ok([
    {
      type: 'printRequested.v1',
      data: {
        jobId: input.jobId,
        kind: input.kind,
        subjectId: input.subjectId,
        label: state.subject.label,
        printerId: printer?.id ?? null,
        printerName: printer?.name ?? null,
        by: printedBy(printer),
        deviceName: printer?.connection.kind === 'system' && printer.connection.deviceName !== '' ? printer.connection.deviceName : null,
        paper: printer?.paper ?? paperWithoutPrinter(input.kind),
        language: input.language ?? office.profile?.language ?? 'id',
        copy: state.printsBefore,
      },
    },
  ]);
}

function end(
  input: { readonly jobId: string; readonly outcome: EndedOutcome; readonly failure: PrintFailure | null },
  { job }: PrintingState,
): Decided<PrintEnded> {
  if (job === null) return refuse({ type: 'jobUnknown' });
  const open = job.outcome === 'pending' || (job.failure === 'interrupted' && input.failure !== 'interrupted');
  if (!open) return refuse({ type: 'jobEnded', outcome: job.outcome });
  const failure = input.outcome === 'failed' ? (input.failure ?? 'refused') : null;
  return ok([{ type: 'printEnded.v1', data: { jobId: input.jobId, outcome: input.outcome, failure } }]);
}

/**
 * For a kiosk other papers than tickets do not exist: nobody is logged in there. A guard prints reports of incidents, and
 * nothing of what visitors brought to a counter.
 */
export function mayPrint(roles: readonly CallerRole[], kind: PaperKind): boolean {
  if (kind === 'ticket') return true;
  return roles.some((role) => role !== 'kiosk' && (role !== 'keamanan' || kind === 'incidentReport'));
}

/**
 * A receipt says the PIN and what it is about, a letter who she is and where she lives: like the PIN itself they are for
 * who received the complaint or has it, and for supervisors.
 */
export const mayPrintOf = (owner: PaperOwner | null, { roles, staffId }: Pick<PrintingContext, 'roles' | 'staffId'>): boolean =>
  owner === null || isTheirs(owner, { staffId, isSupervisor: roles.includes('pengawas') || roles.includes('admin') });

/** The chosen printer, else the one that the settings name for this paper, else none. */
function choosePrinter(printers: readonly Printer[], kind: PaperKind, printerId: string | null): Printer | null | 'unknown' {
  if (printerId !== null) return printers.find((printer) => printer.id === printerId) ?? 'unknown';
  return printers.find((printer) => printer.uses.includes(kind)) ?? null;
}

/** The host reaches network printers; the operating system's printers are the window's and its shell's. */
const printedBy = (printer: Printer | null): PrintedBy => (printer?.connection.kind === 'network' ? 'host' : 'window');

/** The paper that most people have at hand when no printer is set. */
export function paperWithoutPrinter(kind: PaperKind): PaperWidth {
  switch (kind) {
    case 'ticket':
      return '80mm';
    case 'documentReceipt':
    case 'shortfallSlip':
    case 'complaintReceipt':
      return 'a5';
    case 'complaintLetter':
    case 'statusLetter':
    case 'incidentReport':
    case 'sopProposal':
    case 'blackoutSheet':
      return 'a4';
    default:
      return unreachable(kind);
  }
}
