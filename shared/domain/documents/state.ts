import type { Actor } from '../decider.ts';
import type { OfficeState } from '../office/state.ts';
import type { TicketStatus } from '../queue/types.ts';

/** The few rows that a decision on documents needs. */
export interface DocumentState {
  /** Last number given in this station's series, by year. */
  readonly lastSequence: ReadonlyMap<number, number>;
  /** The number already given to the document of this command; null: it is new. */
  readonly registeredAs: string | null;
  /** Whether the slip of this command is already recorded. */
  readonly slipRecorded: boolean;
  /** The submission that is marked ready or handed out; null: there is none. */
  readonly followed: FollowedDocument | null;
}

export interface FollowedDocument {
  readonly number: string;
  readonly isReady: boolean;
  readonly isCollected: boolean;
}

export const initialDocuments: DocumentState = { lastSequence: new Map(), registeredAs: null, slipRecorded: false, followed: null };

export interface CounterAtWork {
  readonly name: string;
  /** Who is signed on; null when the counter is closed. */
  readonly staffId: string | null;
}

export interface TicketAtWork {
  readonly number: string;
  readonly status: TicketStatus;
  /** The counter that called it last; null while nobody did. */
  readonly counterId: string | null;
  readonly counterName: string;
}

/** What the decision may know besides its state: this moment's office, counters and tickets, all values. */
export interface DocumentContext {
  /** ms since the epoch (UTC). */
  readonly now: number;
  readonly letter: string;
  readonly actor: Actor;
  readonly office: OfficeState;
  /** `null`: no such counter. */
  counter(counterId: string): CounterAtWork | null;
  /** The day that is promised while this service is disturbed; `null`: it is not, or nothing is promised. */
  promisedOn(serviceId: string): string | null;
  /** `null`: no such ticket today. */
  ticket(ticketId: string): TicketAtWork | null;
}
