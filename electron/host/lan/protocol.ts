/**
 * The protocol of a link between two stations of an office. Both were known to each other by certificate before the first byte.
 *
 * 1. Every message is `{ c, m }`: a channel's name and that channel's own message. Anything else ends the link.
 * 2. On the channel `link` the ends tell each other: `hello` first, and again when what it says changes (where this end listens),
 *    `beat` every two seconds with its wall clock (shown to people when it is far off, never used to order anything), `open` for each
 *    channel that it has a use for.
 * 3. A channel exists as soon as both ends opened it; nothing is sent on it before, so nothing is lost.
 * 4. The lead sends `roster` at first and whenever it changed. Only the lead's is believed.
 * 5. `revoked` tells an end that it is no longer part of the office; nothing that it sends is read.
 * 6. An end that is silent for six seconds is gone: the link is cut, and comes anew.
 */
import { z } from 'zod';
import { instant } from '../../../shared/domain/values.ts';
import { roster } from './stateFile.ts';

export const channelName = z.string().regex(/^[a-z][A-Za-z]{0,23}$/u);
export const linkFrame = z.strictObject({ c: channelName, m: z.unknown() });

export const linkMessage = z.discriminatedUnion('t', [
  /** `port`: where this end listens; `null`: nowhere. */
  z.strictObject({ t: z.literal('hello'), port: z.number().int().min(1).max(65_535).nullable(), now: instant }),
  z.strictObject({ t: z.literal('beat'), now: instant }),
  z.strictObject({ t: z.literal('open'), channel: channelName }),
  z.strictObject({ t: z.literal('roster'), roster }),
  z.strictObject({ t: z.literal('revoked') }),
]);
export type LinkMessage = z.infer<typeof linkMessage>;

export const linkChannel = 'link';
export const linkBeatMs = 2000;
export const linkSilentMs = 6000;
/** More than this waiting to be sent means that the other end takes nothing any more. */
export const mostBacklogBytes = 32 * 1024 * 1024;
/** Channels that one link may open. */
export const mostChannels = 16;
