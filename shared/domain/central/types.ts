import type { Bilingual } from '../values.ts';
import type { OrderKind } from '../../sync/orders.ts';

/** Where this office belongs on a central server. The private keys lie in the vault under `keysNoteId`, with the key of PINs. */
export interface Enrolment {
  /** Without a slash at its end. */
  readonly url: string;
  readonly serverId: string;
  readonly officeId: string;
  readonly officeCode: string;
  readonly officeName: string;
  readonly agencyName: string;
  /** What receipts print. */
  readonly publicUrl: string;
  readonly keyId: string;
  readonly keysNoteId: string;
  /** For whom the office seals what it sends. */
  readonly agencyKey: { readonly keyId: string; readonly publicKey: string };
}

/** What the agency tells the staff of its offices. */
export interface Announcement {
  readonly announcementId: string;
  readonly title: Bilingual;
  readonly body: Bilingual;
  /** The last office day on which it is shown. */
  readonly until: string;
}

/** What became of an order of the central server; `done` or the type of the refusal. */
export interface OrderDecided {
  readonly orderId: string;
  /** `unknown`: of a newer server. */
  readonly kind: OrderKind | 'unknown';
  readonly outcome: string;
}

export interface ServiceRated {
  readonly subject: 'complaint' | 'document';
  readonly subjectId: string;
  /** 1–5. */
  readonly score: number;
  /** The nine elements of Permenpan 14/2017, 1–4 each; null: left blank. */
  readonly skm: readonly (number | null)[] | null;
  /** Words with it, in the vault; null: none. */
  readonly textId: string | null;
}
