import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { AlarmClient, AlarmSnapshot } from './client.ts';

const AlarmContext = createContext<AlarmClient | null>(null);

export function AlarmClientProvider({ client, children }: { client: AlarmClient; children: ReactNode }) {
  return <AlarmContext value={client}>{children}</AlarmContext>;
}

/** The window's end of the security call. Only in staff windows. */
export function useAlarmClient(): AlarmClient {
  const client = useContext(AlarmContext);
  if (client === null) throw new Error('useAlarmClient outside a staff window');
  return client;
}

/** What this window knows about calls now. */
export function useAlarmSnapshot(): AlarmSnapshot {
  const client = useAlarmClient();
  return useSyncExternalStore(client.onChange, client.snapshot);
}
