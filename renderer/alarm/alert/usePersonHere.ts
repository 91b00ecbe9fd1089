import { useSyncExternalStore } from 'react';
import type { AlarmPerson } from '../../../shared/alarm/protocol.ts';
import { useAlarmSnapshot } from '../AlarmContext.tsx';

const storageKey = 'loket.alarm.name';
const listeners = new Set<() => void>();

export interface PersonHere {
  readonly person: AlarmPerson;
  /** Nobody is logged in: the name is chosen or typed. */
  readonly needsName: boolean;
  choose(name: string): void;
}

/** Who answers a call at this window: who is logged in, else the name that was chosen here last. */
export function usePersonHere(): PersonHere {
  const { who } = useAlarmSnapshot();
  const name = useSyncExternalStore(onChange, chosenName);
  const needsName = who.person.name === '';
  return { person: needsName ? { name: name.trim(), staffId: null } : who.person, needsName, choose };
}

const chosenName = () => sessionStorage.getItem(storageKey) ?? '';

/** The alert and the guard post ask for the same name. */
function choose(name: string): void {
  sessionStorage.setItem(storageKey, name);
  for (const listener of listeners) listener();
}

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
