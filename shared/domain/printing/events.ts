import type { Input, Output } from '../../rpc/contract.ts';
import type { PaperKind } from '../../rpc/methods/printing.ts';
import type { Printer } from '../office/types.ts';
import type { Language } from '../values.ts';

export type PrintFailure = NonNullable<Input<'printing.end'>['failure']>;
export type PrintOutcome = Output<'printing.jobs'>[number]['outcome'];
export type EndedOutcome = Input<'printing.end'>['outcome'];
export type PrintedBy = Output<'printing.print'>['by'];
export type PaperWidth = Printer['paper'];

/** A paper is to be printed. Written before anything reaches a printer. */
export interface PrintRequested {
  readonly type: 'printRequested.v1';
  readonly data: {
    readonly jobId: string;
    readonly kind: PaperKind;
    /** The ticket, document or slip that is printed. */
    readonly subjectId: string;
    /** Its number, as people call it. */
    readonly label: string;
    /** null: no printer is set for this paper; the window prints. */
    readonly printerId: string | null;
    readonly printerName: string | null;
    readonly by: PrintedBy;
    /** The operating system's name of the printer; null: its default, or the person chooses. */
    readonly deviceName: string | null;
    readonly paper: PaperWidth;
    readonly language: Language;
    /** 0 the original, n the n-th copy. */
    readonly copy: number;
  };
}

/** How it ended. `interrupted` may be followed by a second end: a window that lived on through the crash knows better. */
export interface PrintEnded {
  readonly type: 'printEnded.v1';
  readonly data: { readonly jobId: string; readonly outcome: EndedOutcome; readonly failure: PrintFailure | null };
}

export type PrintingEvent = PrintRequested | PrintEnded;
