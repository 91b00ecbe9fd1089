/**
 * What a paper says, before it has a shape (DOMAIN section 8). A model holds everything a template needs and nothing
 * personal in full: NIK and phone come masked, the ground of a priority does not come at all (DOMAIN section 7).
 */
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
  /** Content of the QR code: a number of the office's own, nothing personal. */
  readonly qr: string;
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
  /** Empty when the office gave none. */
  readonly footer: Bilingual;
}

export interface DocumentReceiptPaper extends Paper {
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

export type PaperModel = TicketPaper | DocumentReceiptPaper | ShortfallSlipPaper;
