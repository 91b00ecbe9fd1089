/** What came of one attempt to write to somebody. Reasons are a word, without anything that the other side wrote. */
export type Sent =
  | { readonly state: 'sent'; readonly providerId: string | null }
  /** Worth another attempt. */
  | { readonly state: 'retry'; readonly why: string }
  /** It will never get there. */
  | { readonly state: 'failed'; readonly why: string };

export interface Message {
  readonly noticeId: string;
  /** A mailbox, or a number `+62…`. */
  readonly address: string;
  readonly number: string;
  readonly subject: string;
  readonly text: string;
}
