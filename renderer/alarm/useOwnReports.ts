import { useEffect, useEffectEvent } from 'react';
import type { AlarmClient } from './client.ts';

const storageKey = 'loket.alarm.reports';

/**
 * A call that was pressed at this window is over: its incident report opens by itself, at once or as soon as somebody is
 * logged in here again.
 */
export function useOwnReports(client: AlarmClient, isHere: boolean, open: (alarmId: string) => void): void {
  const openNext = useEffectEvent(() => {
    const alarmId = waiting()[0];
    if (!isHere || alarmId === undefined) return;
    sessionStorage.setItem(storageKey, JSON.stringify(waiting().slice(1)));
    open(alarmId);
  });
  useEffect(
    () =>
      client.onOwnOver((alarmId) => {
        sessionStorage.setItem(storageKey, JSON.stringify([...waiting(), alarmId]));
        openNext();
      }),
    [client],
  );
  useEffect(() => {
    if (isHere) openNext();
  }, [isHere]);
}

const waiting = (): readonly string[] => JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly string[];
