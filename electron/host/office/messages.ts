/**
 * What two stations of an office tell each other about their copies and their commands (decision 0016), over any ordered
 * transport that is already trusted.
 *
 * 1. Each greets with `hello`: how much it has of every station's chain, and of the vault's rows of the other.
 * 2. What the other lacks is sent in the order in which the sender learned of it, at most `window` batches ahead of the
 *    answers. That order puts causes first. `have` answers a batch once it is on disk, with everything the receiver has.
 *    Rows of the vault go before the events that name them; erasures go before everything.
 *    Every two seconds each says `level` if it has more by then, through whomever it came.
 *    A batch names the greeting that it answers and its place behind it: only the next one is taken, others were sent in vain.
 * 3. A receiver that finds a gap greets again; one that finds a changed or a second event at one place says `problem`, with the
 *    station whose copy is wrong. One whose disk takes nothing says so too, and greets again every two seconds.
 * 4. `call` asks the lead to decide a command for a window of the sender; `answer` names the lead's last event, which the
 *    sender waits for before the window hears of it.
 * 5. `beat` comes from the lead every two seconds, and is answered by `heard` unless a newer term is known or was promised.
 * 6. `ask` is answered by `standing` and binds nobody. `seek` is answered by `promised`: unless the lease of the lead may still
 *    live, the station answers no beat of an older term from then on, also after a restart.
 * 7. `lead` tells a station to become the lead: by promotion, for a person at the sender; or by taking over, from the lead itself.
 * 8. Files of attachments are asked for part by part (files/protocol.ts).
 */
import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import { answer } from '../../../shared/rpc/protocol.ts';
import { callerRoles } from '../../../shared/rpc/roles.ts';
import { sharedEvent, sharedReceipt } from '../engine/sharedEvent.ts';
import { sharedRow } from '../vault/sharedRows.ts';
import { filePart, gotFile, noFile, wantFile } from './files/protocol.ts';

const count = z.number().int().min(0);
/** How much a station has of each chain: origin → number of its last event there. */
const heads = z.record(id, count);
export type Heads = z.infer<typeof heads>;

/**
 * Why nothing is copied between two stations. `forked`: the chain of `stationId` is not the same at both, for it was put back to an
 * older copy and wrote on, or its disk changed what was written; `storage`: its disk takes nothing now.
 */
export const copyProblem = z.strictObject({ kind: z.enum(['forked', 'storage']), stationId: id });
export type CopyProblem = z.infer<typeof copyProblem>;

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: id }),
  z.strictObject({ kind: z.literal('device'), surface: z.enum(['staff', 'kiosk', 'board']) }),
]);
/** Who is at the window that a forwarded call comes from, as its own station knows her. */
export const forwardedCaller = z.strictObject({ actor, roles: z.array(z.enum(callerRoles)).min(1).max(20) });
export type ForwardedCaller = z.infer<typeof forwardedCaller>;

/** How a station sees the lead, for somebody who wants to become it. */
export const stationStanding = z.strictObject({
  term: count,
  heads,
  /** The lease of the lead may still live as this station sees it. */
  leadAlive: z.boolean(),
  /** Milliseconds since it heard the lead; 0 at the lead itself. */
  leadHeardMsAgo: z.number().min(0),
  /** Files of registered complaints that it has not. */
  filesMissing: count,
});
export type StationStanding = z.infer<typeof stationStanding>;

/** How becoming the lead ended, for the person who asked. */
export const leadOutcome = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done'), term: count }),
  /** Some station still hears the lead, or is it. */
  z.strictObject({ type: z.literal('leadStillThere'), stationId: id }),
  /** Stations that could not be asked and may keep the lead alive; a person may override that. */
  z.strictObject({ type: z.literal('notAsked'), stationIds: z.array(id).max(200) }),
  /** What others have could not be fetched in time. */
  z.strictObject({ type: z.literal('copyIncomplete'), stationId: id }),
  z.strictObject({ type: z.literal('unreachable') }),
]);
export type LeadOutcome = z.infer<typeof leadOutcome>;

export const eventsPerBatch = 200;
export const rowsPerBatch = 50;

export const officeMessage = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello'), n: count, heads, rowsSeen: count }),
  z.strictObject({ t: z.literal('erasures'), erased: z.array(z.strictObject({ kind: z.enum(['person', 'note']), id })).max(100_000) }),
  z.strictObject({ t: z.literal('rows'), upTo: count, rows: z.array(sharedRow).max(rowsPerBatch) }),
  z.strictObject({ t: z.literal('haveRows'), upTo: count }),
  z.strictObject({
    t: z.literal('events'),
    hello: count,
    n: count,
    events: z.array(sharedEvent).max(eventsPerBatch),
    receipts: z.array(sharedReceipt).max(eventsPerBatch),
  }),
  z.strictObject({ t: z.literal('have'), heads }),
  z.strictObject({ t: z.literal('level'), heads }),
  z.strictObject({ t: z.literal('problem'), problem: copyProblem }),
  z.strictObject({
    t: z.literal('call'),
    n: count,
    method: z.string().max(80),
    input: z.unknown(),
    commandId: id,
    caller: forwardedCaller,
  }),
  z.strictObject({ t: z.literal('answer'), n: count, answer, head: count }),
  /** `kept`: a person lets it go on without a lease; left out otherwise. */
  z.strictObject({ t: z.literal('beat'), n: count, term: count, kept: z.literal(true).optional() }),
  z.strictObject({ t: z.literal('heard'), n: count, term: count }),
  z.strictObject({ t: z.literal('ask'), n: count }),
  z.strictObject({ t: z.literal('standing'), n: count, standing: stationStanding }),
  z.strictObject({ t: z.literal('seek'), n: count, term: count }),
  z.strictObject({ t: z.literal('promised'), n: count, standing: stationStanding }),
  z.strictObject({ t: z.literal('lead'), n: count, order: z.enum(['promote', 'takeOver']), override: z.boolean(), actor }),
  z.strictObject({ t: z.literal('led'), n: count, outcome: leadOutcome }),
  wantFile,
  filePart,
  noFile,
  gotFile,
]);
export type OfficeMessage = z.infer<typeof officeMessage>;
