import { z } from 'zod';
import { paperKinds, paperWidths } from '../../domain/office/types.ts';
import { id, instant, language } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { complaintRefusals } from './complaintRefusals.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

export const paperKind = z.enum(paperKinds);
export type PaperKind = z.infer<typeof paperKind>;

/** How a print job ended. `handedOver` = given to the operating system, whose paper nobody can see from here. */
export const printOutcome = z.enum(['pending', 'printed', 'handedOver', 'failed', 'cancelled']);
export const printFailure = z.enum(['unreachable', 'timeout', 'refused', 'noPrinter', 'rendering', 'interrupted']);

export const printingRefusals = {
  subjectUnknown: z.strictObject({}),
  printerUnknown: z.strictObject({}),
  jobUnknown: z.strictObject({}),
  /** Another command already used this job id. */
  jobExists: z.strictObject({}),
  /** The end of the job is already known. */
  jobEnded: z.strictObject({ outcome: printOutcome }),
};

/** Who puts the paper through a printer: the host (a network printer) or the window itself. */
export const printedBy = z.enum(['host', 'window']);

export const printJobView = z.strictObject({
  jobId: id,
  kind: paperKind,
  /** What was printed; a reprint names it again. */
  subjectId: id,
  /** Ticket number, registration number, or the ticket number of a slip. */
  label: z.string(),
  printerName: z.string().nullable(),
  outcome: printOutcome,
  failure: printFailure.nullable(),
  /** 0 the original, n the n-th copy, printed as SALINAN n. */
  copy: z.number().int().min(0),
  at: instant,
});

export const printingMethods = {
  /** Prints a paper, or prints it again: every print after the first is marked SALINAN n. */
  'printing.print': command({
    roles: ['kiosk', 'keamanan', ...counterStaff],
    /** `printerId` null: the printer that the settings name for this paper, else the window's own print. */
    input: z.strictObject({ jobId: id, kind: paperKind, subjectId: id, printerId: id.nullable(), language: language.optional() }),
    output: z.strictObject({
      copy: z.number().int(),
      /** `window`: this window must print the paper's HTML itself and report with `printing.report`. */
      by: printedBy,
      /** The paper's size and language, for `printing.paper`. */
      paper: z.enum(paperWidths),
      language,
      /** The system printer to print on silently, where the shell can; null: the default one, or the person chooses. */
      deviceName: z.string().nullable(),
    }),
    refusals: {
      ...pick(printingRefusals, 'subjectUnknown', 'printerUnknown', 'jobExists'),
      ...pick(complaintRefusals, 'complaintNotYours'),
    },
  }),
  /** The window tells how its own print ended. */
  'printing.report': command({
    roles: ['kiosk', 'keamanan', ...counterStaff],
    input: z.strictObject({ jobId: id, outcome: z.enum(['handedOver', 'failed', 'cancelled']), failure: printFailure.nullable() }),
    output: z.strictObject({}),
    refusals: pick(printingRefusals, 'jobUnknown', 'jobEnded'),
  }),
  /** The host's own command when a printer answered, failed, or a crash interrupted the job. */
  'printing.end': command({
    roles: ['system'],
    input: z.strictObject({ jobId: id, outcome: printOutcome.exclude(['pending']), failure: printFailure.nullable() }),
    output: z.strictObject({}),
    refusals: pick(printingRefusals, 'jobUnknown', 'jobEnded'),
  }),
  'printing.jobs': query({
    roles: counterStaff,
    input: z.strictObject({ limit: z.number().int().min(1).max(100) }),
    output: z.array(printJobView),
    topics: ['printing'],
  }),
  /** Where a ticket comes out. `null`: the settings name no printer for tickets. `host`: the station prints, whoever asks. */
  'printing.ticketPrinter': query({
    roles: ['kiosk', ...counterStaff],
    input: z.strictObject({}),
    output: z.strictObject({ name: z.string(), by: printedBy }).nullable(),
    topics: ['office'],
  }),
  /** The paper of a job as a whole HTML document with its exact size, for preview and for the window's own print. */
  'printing.paper': query({
    roles: ['kiosk', 'keamanan', ...counterStaff],
    input: z.strictObject({
      kind: paperKind,
      subjectId: id,
      paper: z.enum(paperWidths),
      copy: z.number().int().min(0),
      language: language.optional(),
    }),
    output: z.strictObject({ html: z.string(), widthMm: z.number() }),
    refusals: { ...pick(printingRefusals, 'subjectUnknown'), ...pick(complaintRefusals, 'complaintNotYours') },
    topics: [],
  }),
};
