import { isLive } from '../../shared/alarm/fold.ts';
import { type AlarmKind, type AlarmView, drillReminderMs, unreceivedMs } from '../../shared/alarm/protocol.ts';
import { isAsked, isCovert } from '../../shared/alarm/tiers.ts';
import type { AlarmSnapshot } from './client.ts';

/** Said a little before the limit, so that a slow screen still shows it within three seconds (RELIABILITY 37). */
const tellUnreceivedMs = unreceivedMs - 600;

export type OwnStatus = 'sending' | 'unreceived' | 'received' | 'coming' | 'arrived' | 'withdrawing';

/** A call of this counter, as its small sign shows it. */
export interface OwnCall {
  readonly alarmId: string;
  readonly kind: AlarmKind;
  readonly status: OwnStatus;
  /** Who received it, or who is coming. */
  readonly names: readonly string[];
  /** Pressed on this computer, so it may be refined and withdrawn here. */
  readonly isMine: boolean;
}

/** Live calls of this window's counter, the latest first. Drills are practised in the open. */
export function ownCalls(snapshot: AlarmSnapshot, now: number): readonly OwnCall[] {
  const { station, windowId, who, presses, acts, ahead } = snapshot;
  const place = { windowId, counterId: who.place.counterId };
  const known = (station?.alarms ?? []).filter((alarm) => isLive(alarm) && !alarm.drill && isCovert(alarm, place));
  const chosenKind = (alarmId: string) =>
    acts.findLast(({ message }) => message.alarmId === alarmId && message.act === 'kindChanged')?.message.kind;
  const isWithdrawn = (alarmId: string) => acts.some(({ message }) => message.alarmId === alarmId && message.act === 'withdrawn');
  const call = (alarmId: string, alarm: AlarmView | undefined, since: number, isMine: boolean): OwnCall => ({
    alarmId,
    kind: chosenKind(alarmId) ?? alarm?.kind ?? 'help',
    status: isWithdrawn(alarmId) ? 'withdrawing' : statusOf(alarm, now - since),
    names: namesOf(alarm),
    isMine,
  });
  const pressed = presses.filter(({ message }) => message.windowId === windowId);
  const mine = pressed.map(({ message, since }) =>
    call(
      message.alarmId,
      station?.alarms.find(({ alarmId }) => alarmId === message.alarmId),
      since,
      true,
    ),
  );
  const others = known.filter(({ alarmId }) => !mine.some((own) => own.alarmId === alarmId));
  return [...mine, ...others.map((alarm) => call(alarm.alarmId, alarm, alarm.raisedAt - ahead, alarm.windowId === windowId))].toReversed();
}

function statusOf(alarm: AlarmView | undefined, elapsedMs: number): OwnStatus {
  if (alarm !== undefined && alarm.arrivedAt !== null) return 'arrived';
  if (alarm !== undefined && alarm.acknowledged.length > 0) return 'coming';
  if (alarm !== undefined && alarm.received.length > 0) return 'received';
  return elapsedMs >= tellUnreceivedMs ? 'unreceived' : 'sending';
}

function namesOf(alarm: AlarmView | undefined): readonly string[] {
  const people = alarm === undefined ? [] : alarm.acknowledged.length > 0 ? alarm.acknowledged : alarm.received;
  return [...new Set(people.map(({ name }) => name))].filter((name) => name !== '');
}

/** Live calls that this window shows openly, the oldest real one first. */
export function openAlarms({ station, windowId, who }: AlarmSnapshot): readonly AlarmView[] {
  const place = { windowId, counterId: who.place.counterId };
  return (station?.alarms ?? [])
    .filter((alarm) => isLive(alarm) && (alarm.drill || !isCovert(alarm, place)))
    .toSorted((a, b) => Number(a.drill) - Number(b.drill) || a.raisedAt - b.raisedAt);
}

/** Nobody has answered yet and this window's people are asked to go. */
export const isOurTurn = (alarm: AlarmView, { who }: AlarmSnapshot): boolean =>
  alarm.acknowledged.length === 0 && isAsked(who, Math.max(1, alarm.tier));

/** There has been a drill, and none for a month since (RELIABILITY 40). */
export const isDrillOverdue = ({ station, ahead }: AlarmSnapshot, now: number): boolean =>
  station !== null && station.lastDrillAt !== null && now + ahead - station.lastDrillAt > drillReminderMs;

export const daysBetween = (from: number, to: number): number => Math.floor((to - from) / (24 * 60 * 60_000));
