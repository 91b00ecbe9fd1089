import type { PaperVisit } from '../book/types.ts';
import type { NewEvent } from '../decider.ts';
import type { BranchMerged, MergeEvent, QueueNotice } from './mergeEvents.ts';
import type { CallReason, CancelReason, Placement, PriorityGround, VisitStep } from './types.ts';

/** 1:k counters by service: regular visitors called since the last priority one (see policy.ts). */
export type RegularsSincePriority = Readonly<Record<string, number>>;

/** How many numbers each series of an office day leaves out, because they may already be on paper. */
export interface SkippedNumbers {
  readonly date: string;
  readonly by: number;
}

/** Numbers of days still to be opened that are on paper already: office day → the greatest in any series. */
export type NumbersAhead = Readonly<Record<string, number>>;

export interface TicketIssued {
  readonly ticketId: string;
  readonly visitId: string;
  readonly number: string;
  /** Service prefix and station letter; `sequence` counts within it for one office day. */
  readonly series: string;
  readonly sequence: number;
  readonly serviceId: string;
  readonly ground: PriorityGround | null;
  /**
   * Place in the line of the whole office day, shared only by tickets of one visit: growing and whole, but for visitors of the
   * blackout book, who stand between those around whom they came.
   */
  readonly order: number;
  /** For a second service of a visit: the ticket whose arrival it shares. */
  readonly arrivedWith: string | null;
  /** The longest wait that was told, minutes; null or left out: nothing could be told. */
  readonly estimateMinutes?: number | null;
  /** The station that issued it while cut off; left out: the lead, or merged. */
  readonly branch?: string;
  /** Day time (ms) from which the wait counts; left out: this moment. */
  readonly since?: number;
  /** Its visitor came while there was no electricity, and stands where her arrival on paper puts her. */
  readonly enteredAfterwards?: EnteredAfterwards;
}

export interface EnteredAfterwards {
  readonly sheetId: string;
  readonly row: number;
  /** When she came, and was first called if she was: instants, ms since the epoch. */
  readonly arrivedAt: number;
  readonly firstCalledAt: number | null;
  /** Day time from which her wait counts: never less than that of those before her, nor more than that of those behind. */
  readonly since: number;
  /** The row as it was written. */
  readonly visit: PaperVisit;
}

export interface TicketCalled {
  readonly ticketId: string;
  readonly visitId: string;
  readonly number: string;
  readonly serviceId: string;
  readonly counterId: string;
  /** Number of this announcement; grows over calls, recalls and days. */
  readonly callOrder: number;
  readonly reason: CallReason;
  /** The 1:k counters that this call changed, with their new values. */
  readonly regularsSincePriority: RegularsSincePriority;
}

interface AtCounter {
  readonly ticketId: string;
  readonly counterId: string;
}

/** A service whose system is down (`note`: what the office says of it), or works again. */
export interface ServiceDisturbance {
  readonly serviceId: string;
  readonly disturbed: boolean;
  readonly note: string;
  /** Until when the office promises what it cannot do now; null or left out: nothing can be promised. */
  readonly promisedOn?: string | null | undefined;
}

/** Everything that can happen in the queue. Events never hold personal data: ids, numbers and grounds only. */
export type QueueEvent = PlainQueueEvent | NewEvent<'branchMerged.v1', BranchMerged>;

/** As `QueueEvent`, but for the one that holds others. */
export type PlainQueueEvent =
  | MergeEvent
  /** Carried over from the office day before, so that a new day folds from its own stream alone. */
  | NewEvent<
      'officeDayOpened.v1',
      {
        readonly date: string;
        readonly regularsSincePriority: RegularsSincePriority;
        readonly lastCallOrder: number;
        readonly skipped?: SkippedNumbers;
        /** How far branches have been merged, by office day and station. */
        readonly merged?: Readonly<Record<string, number>>;
        readonly ahead?: NumbersAhead;
        /** Those that nobody has seen yet. */
        readonly notices?: readonly QueueNotice[];
      }
    >
  | NewEvent<'serviceDisturbanceSet.v1', ServiceDisturbance>
  | NewEvent<'officeDayClosed.v1', { readonly date: string; readonly reason: 'officer' | 'rollover' }>
  /** The wall clock jumped to another date while visitors were there; nobody is called or numbered until it is settled. */
  | NewEvent<'clockSuspected.v1', { readonly clockDate: string }>
  | NewEvent<'clockTrusted.v1', { readonly clockDate: string }>
  /** Events were lost in a recovery; every series of the date goes on `by` numbers later. */
  | NewEvent<'numbersSkipped.v1', SkippedNumbers>
  | NewEvent<'ticketIssued.v1', TicketIssued>
  | NewEvent<'ticketCalled.v1', TicketCalled>
  | NewEvent<'ticketRecalled.v1', AtCounter & { readonly number: string; readonly callOrder: number }>
  | NewEvent<'ticketNoShow.v1', AtCounter>
  /** `order` is the ticket's new place in the line; among tickets placed in front it decides too. */
  | NewEvent<
      'ticketReturned.v1',
      { readonly ticketId: string; readonly placement: Placement; readonly order: number; readonly since?: number }
    >
  | NewEvent<'servingStarted.v1', AtCounter>
  | NewEvent<'ticketHeld.v1', AtCounter>
  | NewEvent<'ticketResumed.v1', AtCounter>
  | NewEvent<
      'ticketTransferred.v1',
      AtCounter & {
        readonly fromServiceId: string;
        readonly serviceId: string;
        readonly placement: Placement;
        readonly order: number;
        readonly since?: number;
      }
    >
  | NewEvent<'ticketFinished.v1', AtCounter>
  | NewEvent<'ticketCancelled.v1', { readonly ticketId: string; readonly counterId: string | null; readonly reason: CancelReason }>
  | NewEvent<'ticketExpired.v1', { readonly ticketId: string; readonly reason: ExpiryReason }>
  | NewEvent<
      'counterOpened.v1',
      {
        readonly counterId: string;
        readonly staffId: string;
        /** Officer whom a supervisor replaced. */ readonly takenOverFrom: string | null;
        /** Where the officer sits; left out by old events: at the lead. */
        readonly stationId?: string;
      }
    >
  | NewEvent<
      'counterClosed.v1',
      {
        readonly counterId: string;
        readonly reason: 'officer' | 'moved' | 'dayClosed' | 'rollover';
        /** The station that closed it while cut off. */
        readonly branch?: string;
      }
    >
  /** A supervisor took the visitor to another counter; `callOrder`: announced there, `null`: she walks along. */
  | NewEvent<'ticketMoved.v1', AtCounter & { readonly number: string; readonly fromCounterId: string; readonly callOrder: number | null }>
  | NewEvent<'counterBreakStarted.v1', { readonly counterId: string }>
  | NewEvent<'counterBreakEnded.v1', { readonly counterId: string }>
  | NewEvent<'visitStepReached.v1', AtCounter & { readonly step: VisitStep }>
  | NewEvent<'requirementsChecked.v1', AtCounter & { readonly receivedRequirementIds: readonly string[] }>
  /** The note's text is in the vault; here only whether there is one. */
  | NewEvent<'visitNoteChanged.v1', { readonly visitId: string; readonly ticketId: string; readonly hasNote: boolean }>;

/** Why a ticket ended without service: the day was closed over it, or the date changed. */
export type ExpiryReason = 'dayClosed' | 'dayRolledOver';

/** An event of one type, for the functions that fold it. */
export type QueueEventOf<Type extends QueueEvent['type']> = Extract<QueueEvent, { readonly type: Type }>;
