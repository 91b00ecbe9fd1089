import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { useAlarmClient, useAlarmSnapshot } from '../AlarmContext.tsx';
import { isOurTurn, openAlarms, ownCalls } from '../calls.ts';

export interface OpenAlarms {
  /** Shown in full: they ask something of whoever sits here. */
  readonly full: readonly AlarmView[];
  /** Shown in the banner: somebody answered, or others are asked; work can go on. */
  readonly small: readonly AlarmView[];
  shrink(alarms: readonly AlarmView[]): void;
  enlarge(): void;
}

/**
 * Which calls fill the screen and which are a banner. A call that was put aside comes back when its next tier is asked and
 * still nobody has answered; a drill that was started here is followed at the guard post and stays small. While this counter
 * calls for help itself, the calls of others stay small and mute here: the one who threatens must notice nothing.
 */
export function useOpenAlarms(): OpenAlarms {
  const client = useAlarmClient();
  const snapshot = useAlarmSnapshot();
  const [small, setSmall] = useState<ReadonlyMap<string, string>>(new Map());
  const alarms = openAlarms(snapshot);
  const isCalling = ownCalls(snapshot, 0).length > 0;
  const isSmall = (alarm: AlarmView) =>
    small.get(alarm.alarmId) === stageOf(alarm) ||
    ((isCalling || (alarm.drill && alarm.windowId === snapshot.windowId)) && small.get(alarm.alarmId) !== 'full');
  const full = alarms.filter((alarm) => !isSmall(alarm));
  const isInSight = useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
  // After the paint, and not in a tab that lies behind another: only then is the call before somebody's eyes.
  useEffect(() => {
    if (!isInSight) return;
    for (const { alarmId } of alarms) client.shown(alarmId);
  });
  return {
    full,
    small: alarms.filter(isSmall),
    shrink: (chosen) => setSmall((before) => new Map([...before, ...chosen.map((alarm) => [alarm.alarmId, stageOf(alarm)] as const)])),
    enlarge: () => setSmall(new Map(alarms.map(({ alarmId }) => [alarmId, 'full']))),
  };

  /** Changes when the call asks something new of this window. */
  function stageOf(alarm: AlarmView): string {
    if (alarm.acknowledged.length > 0) return 'answered';
    return isOurTurn(alarm, snapshot) ? 'asked' : 'others asked';
  }
}

function onVisibilityChange(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
