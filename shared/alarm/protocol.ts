/**
 * The protocol of the security call between a window and its station (DESIGN decision 10).
 *
 * 1. Every staff window says `hello`: who is there, where, with which roles. Names come from the window; the alarm never
 *    asks the login, because it must work when nobody is logged in and when the login is broken.
 * 2. `press` with an id of the window's own is answered by `journalled` once it is on disk (or `journalled` with
 *    `onDisk: false` when it cannot be written; the call goes out all the same). A window repeats a press until then.
 * 3. The station tells every staff window its whole `state` whenever something changed. A window that shows an alarm to
 *    somebody answers `shown`. The pressing window and others of the same counter are covert: they show a small sign.
 * 4. `act` records what a person did about an alarm; repeated, it has one effect (`entryId`).
 * 5. Both ends send `beat`; who is silent is lost, and both ends show it.
 */
import { z } from 'zod';
import { id, instant, line } from '../domain/values.ts';
import { staffRoles } from '../rpc/roles.ts';

/** bantuan, ancaman, kekerasan, medis, kebakaran. */
export const alarmKinds = ['help', 'threat', 'violence', 'medical', 'fire'] as const;
export const alarmKind = z.enum(alarmKinds);
export type AlarmKind = z.infer<typeof alarmKind>;

/** Who did something: the name as the window knows it. */
export const alarmPerson = z.strictObject({ name: line(80, 0), staffId: id.nullable() });
export type AlarmPerson = z.infer<typeof alarmPerson>;

export const alarmPlace = z.strictObject({ counterId: id.nullable(), name: line(80, 0) });
export type AlarmPlace = z.infer<typeof alarmPlace>;

const entryBase = { id, at: instant, station: id, alarmId: id };
const by = alarmPerson;

/** What is journalled and told to other stations. Entries are never changed; the state is folded from them. */
export const alarmEntry = z.discriminatedUnion('type', [
  z.strictObject({ ...entryBase, type: z.literal('raised'), kind: alarmKind, drill: z.boolean(), place: alarmPlace, by, windowId: id }),
  z.strictObject({ ...entryBase, type: z.literal('kindChanged'), kind: alarmKind, by }),
  z.strictObject({ ...entryBase, type: z.literal('received'), by, windowId: id }),
  z.strictObject({ ...entryBase, type: z.literal('acknowledged'), by }),
  z.strictObject({ ...entryBase, type: z.literal('arrived'), by }),
  z.strictObject({ ...entryBase, type: z.literal('policeNeeded'), by }),
  z.strictObject({ ...entryBase, type: z.literal('ended'), by, reason: line(500) }),
  z.strictObject({ ...entryBase, type: z.literal('withdrawn'), by, reason: line(500) }),
  /** A drill ends by itself, or gives way to a real call. */
  z.strictObject({ ...entryBase, type: z.literal('drillOver'), why: z.enum(['time', 'realCall']) }),
  z.strictObject({ ...entryBase, type: z.literal('tierReached'), tier: z.number().int().min(1).max(3) }),
  z.strictObject({
    ...entryBase,
    type: z.literal('outputTried'),
    output: z.enum(['webhook', 'command', 'serial', 'relay']),
    ok: z.boolean(),
    detail: line(200, 0),
  }),
]);
export type AlarmEntry = z.infer<typeof alarmEntry>;

export const acts = ['kindChanged', 'acknowledged', 'arrived', 'policeNeeded', 'ended', 'withdrawn'] as const;

export const windowMessage = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('hello'),
    windowId: id,
    person: alarmPerson,
    roles: z.array(z.enum(staffRoles)).max(staffRoles.length),
    place: alarmPlace,
    /** A guard post is a receiver of the first tier also when nobody is logged in. */
    guardPost: z.boolean(),
  }),
  z.strictObject({ t: z.literal('press'), alarmId: id, windowId: id, kind: alarmKind, place: alarmPlace, by }),
  z.strictObject({ t: z.literal('shown'), alarmId: id, windowId: id }),
  z.strictObject({
    t: z.literal('act'),
    entryId: id,
    alarmId: id,
    act: z.enum(acts),
    by,
    kind: alarmKind.optional(),
    reason: line(500, 0).optional(),
  }),
  z.strictObject({ t: z.literal('drill'), alarmId: id, windowId: id, on: z.boolean(), by }),
  z.strictObject({ t: z.literal('beat') }),
]);
export type WindowMessage = z.infer<typeof windowMessage>;

export const alarmView = z.strictObject({
  alarmId: id,
  kind: alarmKind,
  drill: z.boolean(),
  place: alarmPlace,
  by,
  windowId: id,
  raisedAt: instant,
  tier: z.number().int(),
  /** Who has seen it on a screen. */
  received: z.array(z.strictObject({ name: z.string(), at: instant })),
  acknowledged: z.array(z.strictObject({ name: z.string(), at: instant })),
  arrivedAt: instant.nullable(),
  policeAt: instant.nullable(),
  /** Ended, withdrawn or, for a drill, over; null: live. */
  over: z.strictObject({ how: z.enum(['ended', 'withdrawn', 'drillOver']), at: instant, name: z.string(), reason: z.string() }).nullable(),
  outputs: z.array(z.strictObject({ output: z.string(), ok: z.boolean(), detail: z.string(), at: instant })),
});
export type AlarmView = z.infer<typeof alarmView>;

export const receiverView = z.strictObject({
  windowId: id,
  name: z.string(),
  place: z.string(),
  roles: z.array(z.enum(staffRoles)),
  guardPost: z.boolean(),
  /** Since when nothing was heard of it; null: it answers. */
  lostAt: instant.nullable(),
});
export type ReceiverView = z.infer<typeof receiverView>;

export const alarmState = z.strictObject({
  t: z.literal('state'),
  /** The station's clock, so that elapsed seconds do not depend on the window's. */
  now: instant,
  /** Live ones, and those that ended in the last minutes. */
  alarms: z.array(alarmView),
  receivers: z.array(receiverView),
  lastDrillAt: instant.nullable(),
  emergencyNumber: z.string(),
  /** The journal can be written; if not, calls still go out but may not survive a restart. */
  journalOk: z.boolean(),
});
export type AlarmState = z.infer<typeof alarmState>;

export const stationMessage = z.discriminatedUnion('t', [
  alarmState,
  z.strictObject({ t: z.literal('journalled'), alarmId: id, onDisk: z.boolean() }),
  z.strictObject({ t: z.literal('beat') }),
]);
export type StationMessage = z.infer<typeof stationMessage>;

/** Between stations: entries flow both ways and are known by their id; receivers tell whom a station can reach. */
export const peerMessage = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('entries'), entries: z.array(alarmEntry).max(2000) }),
  z.strictObject({ t: z.literal('receivers'), station: id, receivers: z.array(receiverView).max(200) }),
  z.strictObject({ t: z.literal('beat') }),
]);
export type PeerMessage = z.infer<typeof peerMessage>;

/** How often both ends are heard, and after how much silence one counts as lost (RELIABILITY 38: shown within 15 s). */
export const beatMs = 3000;
export const lostAfterMs = 10_000;
/** A press that nobody received after this is shown as BELUM DITERIMA (RELIABILITY 37). */
export const unreceivedMs = 3000;
export const drillMs = 5 * 60_000;
/** Without a drill for this long, a reminder is shown (RELIABILITY 40). */
export const drillReminderMs = 30 * 24 * 60 * 60_000;
