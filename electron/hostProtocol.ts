/**
 * What the shell and the host's process say to each other over the process's own channel.
 *
 * 1. The shell forks the process and sends `start` with the data directory and the keys: keys never stand in an
 *    argument, an environment variable or a file.
 * 2. The host answers `standby` as soon as the security call works, `replay` while it prepares, then `ready` once; or
 *    `startFailed` and ends. A failed start is not tried again by itself: the same data gives the same failure, and a person
 *    must read why. What the disk withholds is another matter: the host says `problem` and waits, on standby.
 * 3. From `standby` on the shell sends for each window `connect` with one end of a message channel as the only transferred
 *    port. The same window again ends its former connection. At `ready` the host ends those of before, and they come again.
 * 4. A station that joins an office sends `adoptKeys` with the office's keys; the shell stores them in the operating system's key
 *    store and answers `keysAdopted`. Then the host sends `restart`, closes and exits with 0, and the shell starts it again at once.
 * 5. `lock` locks every session (screen lock, sleep). `stop` closes the database; the process then exits with 0.
 */
import { z } from 'zod';
import { standbyProblems } from '../shared/rpc/protocol.ts';
import { surfaces } from '../shared/rpc/roles.ts';
import { keyNames, sharedKeyNames } from './host/keyStore.ts';

const key = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === 32, 'key');

export const hostConfig = z.strictObject({
  dataDir: z.string().min(1),
  demo: z.boolean(),
  lanPort: z.number().int().min(0).max(65_535),
  protection: z.enum(['os', 'basicText']),
  keys: z.strictObject(Object.fromEntries(keyNames.map((name) => [name, key])) as Record<(typeof keyNames)[number], typeof key>),
  /** The administrator's opt-in to a weak key store, for the audit log; `null` when the store is not weak. */
  weakKeyStore: z.strictObject({ optInId: z.uuid(), backend: z.string().max(40) }).nullable(),
});
export type HostConfig = z.infer<typeof hostConfig>;

const sharedKeys = z.strictObject(
  Object.fromEntries(sharedKeyNames.map((name) => [name, key])) as Record<(typeof sharedKeyNames)[number], typeof key>,
);

export const toHost = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('start'), config: hostConfig }),
  z.strictObject({ t: z.literal('connect'), windowId: z.number().int(), surface: z.enum(surfaces) }),
  z.strictObject({ t: z.literal('keysAdopted'), ok: z.boolean() }),
  z.strictObject({ t: z.literal('lock') }),
  z.strictObject({ t: z.literal('stop') }),
]);
export type ToHost = z.infer<typeof toHost>;

export const startFailure = z.strictObject({ name: z.string().max(80), message: z.string().max(2000) });
export type StartFailure = z.infer<typeof startFailure>;

export const fromHost = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('standby') }),
  z.strictObject({ t: z.literal('problem'), problem: z.enum(standbyProblems).nullable() }),
  z.strictObject({ t: z.literal('ready') }),
  z.strictObject({ t: z.literal('adoptKeys'), keys: sharedKeys }),
  z.strictObject({ t: z.literal('restart') }),
  z.strictObject({ t: z.literal('replay'), done: z.number().int(), total: z.number().int() }),
  z.strictObject({ t: z.literal('startFailed'), failure: startFailure }),
]);
export type FromHost = z.infer<typeof fromHost>;
