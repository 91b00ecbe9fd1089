/** What the rest of the host sees of this station among the others of its office. */
import type { Logger } from 'pino';
import type { ActorHere } from '../../../shared/domain/decider.ts';
import type { LeadState } from '../../../shared/domain/lead/lead.ts';
import type { OwnOnly } from '../../../shared/domain/queue/commands.ts';
import type { QueueState } from '../../../shared/domain/queue/state.ts';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer, Transport } from '../../../shared/rpc/protocol.ts';
import type { SealedFiles } from '../complaints/sealedFiles.ts';
import type { Writer } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import type { Erasure } from '../vault/erasures.ts';
import type { Vault } from '../vault/vault.ts';
import type { Files } from './files/files.ts';
import type { ForwardedCall } from './forwarding.ts';
import type { Mode, Place } from './leading.ts';
import type { CopyProblem, LeadOutcome, StationStanding } from './messages.ts';

type Person = ActorHere;

export interface OfficeStanding {
  readonly mode: Mode;
  /** `null`: not known yet, as at a station that has just joined. */
  readonly leadId: string | null;
  readonly term: number;
  /** It leads, and nobody else can have been appointed in its place without an override; also while it reaches nobody. */
  readonly holdsLease: boolean;
  /** A lead that goes on without a lease because a person said so. */
  readonly isKept: boolean;
  /** While it works by itself: since when by the wall clock, ms. */
  readonly cutOffSince: number | null;
  /** All stations of the office that are not revoked, this one included. */
  readonly stationIds: readonly string[];
  readonly peers: readonly { readonly stationId: string; readonly isLevel: boolean; readonly problem: CopyProblem | null }[];
}

export interface Office {
  /** Another station of this office, over a link that is already trusted; ends with the link. */
  connect(peer: { readonly stationId: string; readonly transport: Transport }): void;
  /** Where a command is to be decided; waits while a hand-over is under way. */
  place(method: Method): Promise<Place>;
  /** Whether this station decides it now; for what the host does by itself. */
  decidesHere(method: Method): boolean;
  /** Asks the lead to decide; answers when this station's own copy has what the answer rests on. */
  forward(call: ForwardedCall): Promise<Answer>;
  /** Whether everything decided here so far is on the disk of one other station; `false`: none is reachable (rule 3). */
  secured(): Promise<boolean>;
  /** Waits for that. @returns what a person is told: of a call that nobody else has, that it was taken back. */
  acknowledged(command: { readonly method: Method; readonly commandId: string }, answer: Answer): Promise<Answer>;
  /** From now on commands of other stations are decided by this. */
  serve(decide: (call: ForwardedCall, stationId: string) => Promise<Answer>): void;
  /** While this station decides without the lead, or says that it does no more; `null`: it does not. */
  ownOnly(): OwnOnly | null;
  standing(): OfficeStanding;
  /** How every reachable station sees the lead. */
  standings(): Promise<ReadonlyMap<string, StationStanding>>;
  /** Makes a station the lead, this one or another, because a person says so (rules 14 and 15). */
  promote(stationId: string, request: { readonly override: boolean; readonly actor: Person }): Promise<LeadOutcome>;
  /** Gives the lead to another station; only at the lead. */
  handOver(stationId: string, actor: Person): Promise<LeadOutcome>;
  /** A person keeps this lead going although it reaches nobody. @returns whether it is the lead. */
  keepLeading(actor: Person): boolean;
  /** Files of attachments that other stations have. */
  readonly files: Pick<Files, 'fetch' | 'fetchAnew' | 'standing'>;
  close(): void;
}

export interface OfficeParts {
  readonly station: Station;
  readonly db: Writer;
  readonly engine: Engine<{ readonly lead: LeadState; readonly queue: QueueState }>;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly sealedFiles: SealedFiles;
  /** Keys were destroyed here that another station destroyed before. */
  readonly onErased: (erased: readonly Erasure[]) => void;
  readonly ports: Ports;
  readonly log: Logger;
  /** This station joined an office that another one founded; before its events are here nobody else can say so. */
  readonly hasJoined: boolean;
  /** The other stations of the office that are not revoked, connected or not. */
  readonly others: () => readonly string[];
  /** This station is no longer part of the office: nothing of the lead's is decided here, not even cut off. */
  readonly isRevoked?: () => boolean;
  /** The letter of a station; `null`: not known. */
  readonly letterOf: (stationId: string) => string | null;
  /** A station worked cut off on a later day than the office's: the office's is brought in step with the clock. */
  readonly onNewDate: (date: string) => void;
}
