/**
 * What a paper says, before it has a shape (DOMAIN section 8). A model holds everything a template needs and nothing
 * personal in full: NIK and phone come masked, the ground of a priority does not come at all (DOMAIN section 7).
 */
import type { Signature } from '../domain/complaints/form.ts';
import type { PriorityPolicy } from '../domain/office/types.ts';
import type { WaitEstimate } from '../domain/queue/types.ts';
import type { Bilingual, Language, OfficeZone } from '../domain/values.ts';

interface Paper {
  readonly language: Language;
  readonly officeName: string;
  readonly officeAddress: string;
  readonly zone: OfficeZone;
  /** Where to ask and complain; empty when the office gave none. */
  readonly contact: string;
  /** 0 the original, n printed as SALINAN n. */
  readonly copy: number;
  /** Content of the QR code: a number of the office's own or where the public follows it, nothing personal. */
  readonly qr: string;
}

/** What the public can follow by number and PIN. */
interface Followable {
  /** The page on which that is done; `null`: the office is not enrolled at a central server. */
  readonly followPage: string | null;
  /** Empty: there is none, or nothing to use it for. */
  readonly pin: string;
}

export interface TicketPaper extends Paper {
  readonly kind: 'ticket';
  readonly number: string;
  readonly serviceTitle: Bilingual;
  /** ms since the epoch (UTC). */
  readonly issuedAt: number;
  /** People before this one when the ticket was issued; null: not known any more. */
  readonly ahead: number | null;
  readonly estimate: WaitEstimate;
  /** Only that there is a priority; its ground is personal. */
  readonly priority: boolean;
  /** The system of the service is down: what the office says of it, and the day that it promises; null: it is not. */
  readonly disturbance: { readonly note: string; readonly promisedOn: string | null } | null;
  /** Empty when the office gave none. */
  readonly footer: Bilingual;
}

export interface DocumentReceiptPaper extends Paper, Followable {
  readonly kind: 'documentReceipt';
  readonly number: string;
  /** NIK and phone masked, empty when not given; null: the person was erased. */
  readonly applicant: { readonly name: string; readonly nik: string; readonly phone: string } | null;
  readonly serviceTitle: Bilingual;
  readonly received: readonly Bilingual[];
  readonly receivedAt: number;
  /** Calendar date in the office's zone. */
  readonly readyOn: string;
  readonly staffName: string;
  readonly counterName: string;
  readonly ticketNumber: string | null;
}

export interface ShortfallSlipPaper extends Paper {
  readonly kind: 'shortfallSlip';
  readonly ticketNumber: string | null;
  readonly serviceTitle: Bilingual;
  readonly missing: readonly { readonly title: Bilingual; readonly whereToGet: Bilingual }[];
  readonly at: number;
  readonly staffName: string;
  readonly counterName: string;
}

export interface ComplaintReceiptPaper extends Paper, Followable {
  readonly kind: 'complaintReceipt';
  readonly number: string;
  /** Masked; null: no name was given, or it was erased. */
  readonly complainant: string | null;
  readonly receivedAt: number;
  readonly summary: string;
  readonly temporary: string;
  readonly type: Bilingual | null;
  readonly class: Bilingual;
  readonly unit: Bilingual | null;
  readonly counterName: string | null;
  readonly ticketNumber: string | null;
  readonly staffName: string;
  /** The office to which it was passed on when it was received. */
  readonly referredTo: string | null;
  /** The number of the complaint that it is followed up with. */
  readonly mergedInto: string | null;
  /** Calendar dates in the office's zone; none when nothing is due here any more. */
  readonly deadlines: readonly { readonly label: Bilingual; readonly date: string }[];
  readonly officerSignature: Signature | null;
  readonly complainantSignature: Signature | null;
}

/** Letters and reports on a sheet, all of one build. */
export interface LetterPaper extends Paper {
  readonly kind: 'complaintLetter' | 'statusLetter' | 'incidentReport' | 'sopProposal';
  readonly title: Bilingual;
  /** The number it is about; empty: it has none. */
  readonly number: string;
  readonly at: number;
  /** Lines of the address; a letter goes to the complainant herself, so her name and address stand in full. */
  readonly to: readonly string[];
  readonly facts: readonly (readonly [label: Bilingual, value: string | null])[];
  readonly sections: readonly { readonly heading: Bilingual | null; readonly text: string }[];
  readonly signedAs: Bilingual;
  readonly staffName: string;
}

/** A sheet of the blackout book: prepared rows to be written by hand while there is no electricity. */
export interface BlackoutSheetPaper extends Paper {
  readonly kind: 'blackoutSheet';
  readonly number: string;
  /** The day it is for, in the office's zone. */
  readonly date: string;
  readonly rowNumbers: readonly string[];
  readonly services: readonly { readonly prefix: string; readonly title: Bilingual }[];
  readonly policy: PriorityPolicy;
  /** Empty: none is set. */
  readonly securityPhone: string;
}

export type PaperModel = TicketPaper | DocumentReceiptPaper | ShortfallSlipPaper | ComplaintReceiptPaper | LetterPaper | BlackoutSheetPaper;
