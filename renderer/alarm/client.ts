/**
 * A window's end of the security call. It works without a login and without an answer of the contract: what is pressed is
 * kept on this computer and repeated until the station has it, over every reconnect and reload, and what a person does
 * about a call likewise. Who is silent too long is shown as cut off.
 */
import { v7 } from 'uuid';
import {
  type AlarmKind,
  type AlarmPerson,
  type AlarmState,
  type AlarmView,
  beatMs,
  lostAfterMs,
  stationMessage,
  type WindowMessage,
} from '../../shared/alarm/protocol.ts';
import type { Transport } from '../../shared/rpc/protocol.ts';
import { cleanLine, cleanText } from '../ui/cleaning.ts';
import { type ActMessage, type Kept, type Outbox, openOutbox, type PressMessage } from './outbox.ts';

/** Who and where this window is, as the station's list of receivers shows it. */
export type AlarmWho = Omit<Extract<WindowMessage, { t: 'hello' }>, 't' | 'windowId'>;

export interface AlarmSnapshot {
  readonly windowId: string;
  readonly who: AlarmWho;
  /** What the station said last; `null` before it said anything. */
  readonly station: AlarmState | null;
  /** How far the station's clock is ahead of this window's, ms. */
  readonly ahead: number;
  /** The station answers now. */
  readonly isConnected: boolean;
  /** The connection stands, yet nothing has been heard of the station for too long. */
  readonly isSilent: boolean;
  /** Calls of this computer that are not over. */
  readonly presses: readonly Kept<PressMessage>[];
  /** What was done about calls and has not arrived. */
  readonly acts: readonly Kept<ActMessage>[];
}

export interface AlarmClient {
  snapshot(): AlarmSnapshot;
  onChange(listener: () => void): () => void;
  /** A call that was pressed on this computer is over; `alarm` is `null` when it ended while nobody could tell this window. */
  onOwnOver(listener: (alarmId: string, alarm: AlarmView | null) => void): () => void;
  use(transport: Transport): void;
  introduce(who: AlarmWho): void;
  press(): void;
  setKind(alarmId: string, kind: AlarmKind): void;
  act(alarmId: string, act: ActMessage['act'], by?: AlarmPerson, reason?: string): void;
  /** This window shows the call to whoever sits there. */
  shown(alarmId: string): void;
  drill(on: boolean): void;
  close(): void;
}

const repeatMs = 1000;
/** Keys and fingers tremble: within this span a second press is the same call. */
const samePressMs = 5000;
export const nobody: AlarmWho = { person: { name: '', staffId: null }, roles: [], place: { counterId: null, name: '' }, guardPost: false };

export function createAlarmClient(windowId: string, storage: Storage = localStorage): AlarmClient {
  const outbox: Outbox = openOutbox(storage, Date.now());
  const listeners = new Set<() => void>();
  const overListeners = new Set<(alarmId: string, alarm: AlarmView | null) => void>();
  /** On this connection: what the station has on disk, and what was told to be shown. */
  const journalled = new Set<string>();
  const told = new Set<string>();
  let link: Transport | null = null;
  let heardAt = 0;
  let snapshot: AlarmSnapshot = {
    ...{ windowId, who: nobody, station: null, ahead: 0, isConnected: false, isSilent: false },
    presses: outbox.presses(),
    acts: outbox.acts(),
  };

  const change = (part: Partial<AlarmSnapshot>) => {
    snapshot = { ...snapshot, ...part, presses: outbox.presses(), acts: outbox.acts() };
    for (const listener of listeners) listener();
  };
  const say = (message: WindowMessage) => link?.send(message);
  const hello = () => say({ t: 'hello', windowId, ...snapshot.who });
  const repeat = () => {
    for (const { message } of outbox.presses()) if (!journalled.has(message.alarmId)) say(message);
    for (const { message } of outbox.acts()) say(message);
  };

  const settle = (station: AlarmState) => {
    const byId = new Map(station.alarms.map((alarm) => [alarm.alarmId, alarm]));
    for (const { message } of outbox.acts()) {
      const alarm = byId.get(message.alarmId);
      if (alarm === undefined ? journalled.has(message.alarmId) : isDone(message, alarm)) outbox.drop(message);
    }
    for (const { message } of outbox.presses()) {
      const alarm = byId.get(message.alarmId) ?? null;
      if (alarm === null ? !journalled.has(message.alarmId) : alarm.over === null) continue;
      outbox.drop(message);
      // Another tab's is repeated here as well, but it is that tab's story.
      if (message.windowId === windowId) for (const listener of overListeners) listener(message.alarmId, alarm);
    }
  };

  const receive = (data: unknown) => {
    const parsed = stationMessage.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    heardAt = Date.now();
    if (message.t === 'journalled') journalled.add(message.alarmId);
    // Answered at once and not by a timer alone: browsers slow the timers of a hidden tab down.
    if (message.t === 'beat') say({ t: 'beat' });
    if (message.t === 'state') {
      settle(message);
      change({ station: message, ahead: message.now - Date.now(), isConnected: true, isSilent: false });
    } else change({ isConnected: true, isSilent: false });
  };

  const timers = [
    window.setInterval(repeat, repeatMs),
    window.setInterval(() => say({ t: 'beat' }), beatMs),
    window.setInterval(() => {
      if (link !== null && !snapshot.isSilent && Date.now() - heardAt > lostAfterMs) change({ isConnected: false, isSilent: true });
    }, repeatMs),
  ];

  const act: AlarmClient['act'] = (alarmId, kindOfAct, by = snapshot.who.person, reason) => {
    // A pasted tab would make the station pass the whole message over, and a call would never end.
    const person = { ...by, name: cleanLine(by.name) };
    const why = reason === undefined ? {} : { reason: cleanText(reason) };
    send({ t: 'act', entryId: v7(), alarmId, act: kindOfAct, by: person, ...why });
  };
  const send = (message: PressMessage | ActMessage) => {
    outbox.keep(message, Date.now());
    say(message);
    change({});
  };

  return {
    snapshot: () => snapshot,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onOwnOver(listener) {
      overListeners.add(listener);
      return () => void overListeners.delete(listener);
    },
    use(transport) {
      link = transport;
      heardAt = Date.now();
      journalled.clear();
      told.clear();
      transport.onMessage((data) => link === transport && receive(data));
      transport.onClose(() => {
        if (link !== transport) return;
        link = null;
        change({ isConnected: false, isSilent: false });
      });
      hello();
      repeat();
    },
    introduce(who) {
      if (JSON.stringify(who) === JSON.stringify(snapshot.who)) return;
      change({ who });
      hello();
    },
    press() {
      const last = outbox.presses().findLast(({ message }) => message.windowId === windowId);
      if (last !== undefined && Date.now() - last.since < samePressMs) return;
      const { place, person } = snapshot.who;
      send({ t: 'press', alarmId: v7(), windowId, kind: 'help', place, by: person });
    },
    setKind(alarmId, kind) {
      // The last choice counts: an earlier one that has not arrived must not come after it.
      for (const { message } of outbox.acts()) if (message.alarmId === alarmId && message.act === 'kindChanged') outbox.drop(message);
      send({ t: 'act', entryId: v7(), alarmId, act: 'kindChanged', by: snapshot.who.person, kind });
    },
    act,
    shown(alarmId) {
      if (link === null || told.has(alarmId)) return;
      told.add(alarmId);
      say({ t: 'shown', alarmId, windowId });
    },
    drill: (on) => say({ t: 'drill', alarmId: v7(), windowId, on, by: snapshot.who.person }),
    close() {
      link = null;
      for (const timer of timers) window.clearInterval(timer);
      listeners.clear();
      overListeners.clear();
    },
  };
}

/** The call shows what was done, so it need not be said again. */
function isDone({ act, by, kind }: ActMessage, alarm: AlarmView): boolean {
  if (alarm.over !== null) return true;
  switch (act) {
    case 'kindChanged':
      return alarm.kind === kind;
    case 'acknowledged':
      return alarm.acknowledged.some(({ name }) => name === by.name);
    case 'arrived':
      return alarm.arrivedAt !== null;
    case 'policeNeeded':
      return alarm.policeAt !== null;
    case 'ended':
    case 'withdrawn':
      return false;
  }
}
