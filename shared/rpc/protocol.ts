/**
 * The protocol between a window and a host, the same over every transport.
 *
 * 1. The window sends `call` with a number of its own; the host answers each call exactly once with the same number.
 * 2. A command carries the client's `commandId` (UUIDv7). Sent again, also on another connection, it has no second
 *    effect and gets the first answer. A window that lost its connection therefore repeats what was not answered.
 * 3. After every commit the host pushes `changed` with the topics touched; the window asks its queries again.
 *    An answer to a command is sent before the push of its own commit.
 * 4. `session` is pushed when the host locks or ends the session of this connection.
 * 5. While the data is not open, nothing is answered: the host pushes `standby` with how far it is, or why it cannot go on
 *    yet. As soon as it can, it closes the connection, and the window comes again.
 *
 * An answer to a command means: on disk.
 */
import { z } from 'zod';
import { id } from '../domain/values.ts';
import { topics } from './define.ts';

export const callMessage = z.strictObject({
  t: z.literal('call'),
  n: z.number().int().min(0),
  method: z.string().max(80),
  input: z.unknown(),
  commandId: id.optional(),
});
export type CallMessage = z.infer<typeof callMessage>;

/** Errors that are not refusals of the domain: the caller asked wrongly, may not, or the host failed. */
export const failure = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('unknownMethod'), method: z.string() }),
  z.strictObject({ type: z.literal('forbidden'), method: z.string() }),
  z.strictObject({ type: z.literal('locked') }),
  z.strictObject({ type: z.literal('invalidInput'), issues: z.array(z.strictObject({ path: z.string(), code: z.string() })) }),
  /** The lead decides this and cannot be reached from here. Whether it had the command already is not known; sent again it has one effect. */
  z.strictObject({ type: z.literal('leadUnreachable') }),
  z.strictObject({ type: z.literal('storageFull') }),
  z.strictObject({ type: z.literal('storageFailed') }),
  z.strictObject({ type: z.literal('internal'), reference: z.string() }),
]);
export type Failure = z.infer<typeof failure>;

export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), output: z.unknown() }),
  z.strictObject({ kind: z.literal('refused'), refusal: z.looseObject({ type: z.string() }) }),
  z.strictObject({ kind: z.literal('failed'), failure }),
]);
export type Answer = z.infer<typeof answer>;

export const answerMessage = z.strictObject({ t: z.literal('answer'), n: z.number().int().min(0), answer });
export const changedMessage = z.strictObject({ t: z.literal('changed'), topics: z.array(z.enum(topics)) });
export const sessionMessage = z.strictObject({ t: z.literal('session'), state: z.enum(['locked', 'ended']) });

/** Why the data cannot be opened at the moment; the host tries again by itself. */
export const standbyProblems = ['readOnly', 'full', 'failed'] as const;
export const standbyMessage = z.strictObject({
  t: z.literal('standby'),
  /** Share of the preparation that is done, 0 … 1; `null` before it is known. */
  progress: z.number().min(0).max(1).nullable(),
  problem: z.enum(standbyProblems).nullable(),
});
export type StandbyMessage = z.infer<typeof standbyMessage>;
export type StandbyProblem = (typeof standbyProblems)[number];

export const hostMessage = z.discriminatedUnion('t', [answerMessage, changedMessage, sessionMessage, standbyMessage]);
export type HostMessage = z.infer<typeof hostMessage>;

/** A transport is these four functions; MessagePort, WebSocket and the in-memory pair implement it. */
export interface Transport {
  /** Sends one message (a structured-clonable plain object). Messages sent after the close are dropped. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
