import type { Bilingual } from '../values.ts';

/** A paper as it was called when the receipt or slip was given; later changes of the catalogue do not touch it. */
export interface RequirementRecord {
  readonly id: string;
  readonly title: Bilingual;
}

export interface MissingRecord extends RequirementRecord {
  /** Empty when it is obvious where to get it. */
  readonly whereToGet: Bilingual;
}

/** What a receipt and a slip have in common. */
interface AtCounter {
  readonly counterId: string;
  readonly counterName: string;
  /** The office day on which it happened, in the office's zone. */
  readonly officeDate: string;
  readonly ticketId: string | null;
  readonly ticketNumber: string | null;
  readonly serviceId: string;
  readonly serviceTitle: Bilingual;
}

/** A complete submission was taken in. The applicant is only the opaque id of a person in the vault. */
export interface DocumentReceived {
  readonly type: 'documentReceived.v1';
  readonly data: AtCounter & {
    readonly documentId: string;
    readonly personId: string;
    /** `B-2026-000123`; text, made of `letter`, `year` and `sequence`. */
    readonly number: string;
    readonly letter: string;
    readonly year: number;
    readonly sequence: number;
    readonly received: readonly RequirementRecord[];
    /** Calendar date in the office's zone. */
    readonly readyOn: string;
  };
}

/** Papers were missing; the visitor got a slip that says which and where to get them. */
export interface ShortfallRecorded {
  readonly type: 'shortfallRecorded.v1';
  readonly data: AtCounter & { readonly shortfallId: string; readonly missing: readonly MissingRecord[] };
}

/** Events were lost in a recovery; the series goes on after `last`, because numbers up to it may be on paper. */
export interface RegistrationsSkipped {
  readonly type: 'registrationsSkipped.v1';
  readonly data: { readonly year: number; readonly letter: string; readonly last: number };
}

/** What was applied for lies ready to be collected. */
export interface DocumentReady {
  readonly type: 'documentReady.v1';
  readonly data: { readonly documentId: string };
}

/** It was handed out, or is no longer needed. */
export interface DocumentCollected {
  readonly type: 'documentCollected.v1';
  readonly data: { readonly documentId: string };
}

export type DocumentEvent = DocumentReceived | DocumentReady | DocumentCollected | ShortfallRecorded | RegistrationsSkipped;
