import { v7 } from 'uuid';
import type { Language } from '../../../shared/domain/values.ts';
import type { Reply, RpcClient } from '../../../shared/rpc/client.ts';
import type { PaperKind } from '../../../shared/rpc/methods/printing.ts';
import type { PaperOutcome } from '../../../shared/shell.ts';
import { printInFrame } from './frame.ts';
import type { Paper } from './paperDocument.ts';
import { loketShell } from './shell.ts';

export interface PrintRequest {
  readonly kind: PaperKind;
  /** The ticket, the document submission or the shortfall. */
  readonly subjectId: string;
  /** Another printer than the settings name for this paper. */
  readonly printerId?: string | null;
  /** Language of the paper; without it the office's. */
  readonly language?: Language;
}

/** What is known once `printPaper` returns. `queued`: the host prints, its outcome comes with `printing.jobs`. */
export type PrintResult =
  | { readonly kind: 'queued'; readonly jobId: string; readonly copy: number }
  | { readonly kind: 'ended'; readonly jobId: string; readonly copy: number; readonly outcome: PaperOutcome }
  | { readonly kind: 'problem'; readonly problem: Exclude<Reply<'printing.print'>, { kind: 'done' }> };

/** How a window prints HTML on a system printer (`null`: the default one, or the person chooses); replaced in tests. */
export type WindowPrint = (paper: Paper, deviceName: string | null) => Promise<PaperOutcome>;

/**
 * Prints one paper: the job is recorded first, then the host's printer or this window prints it, and the outcome is
 * recorded. A printer's failure is a value (`ended` with `failed`), never an exception, and never loses the record.
 */
export async function printPaper(client: RpcClient, request: PrintRequest, print: WindowPrint = printByWindow): Promise<PrintResult> {
  const jobId = v7();
  const { kind, subjectId, printerId = null } = request;
  const language = request.language === undefined ? {} : { language: request.language };
  const reply = await client.command('printing.print', { jobId, kind, subjectId, printerId, ...language });
  if (reply.kind !== 'done') return { kind: 'problem', problem: reply };
  const { by, copy, paper, deviceName } = reply.output;
  if (by === 'host') return { kind: 'queued', jobId, copy };

  const page = await client.query('printing.paper', { kind, subjectId, paper, copy, language: reply.output.language });
  const outcome: PaperOutcome = page.kind === 'done' ? await print(page.output, deviceName) : { outcome: 'failed', failure: 'rendering' };
  await client.command('printing.report', { jobId, ...outcome });
  return { kind: 'ended', jobId, copy, outcome };
}

/** The desktop program prints without a dialog; a browser shows its own. */
const printByWindow: WindowPrint = async ({ html, widthMm }, deviceName) =>
  (await loketShell()?.printPaper({ html, widthMm, deviceName })) ?? printInFrame({ html, widthMm });

/**
 * Saves a paper as a PDF file. The desktop program writes the PDF itself; a browser has it in its print dialog.
 * @returns false when the paper could not be rendered.
 */
export async function savePaperAsPdf(paper: Paper, fileName: string): Promise<boolean> {
  const shell = loketShell();
  if (shell === null) return (await printInFrame(paper)).outcome === 'handedOver';
  const made = await shell.printToPdf({ html: paper.html, widthMm: paper.widthMm });
  if (made.ok) download(new Blob([made.pdf], { type: 'application/pdf' }), fileName);
  return made.ok;
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own reference by the next task.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
