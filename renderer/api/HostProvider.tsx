import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Topic } from '../../shared/rpc/define.ts';
import type { ConnectionState, HostConnection } from './connection.ts';

const HostContext = createContext<HostConnection | null>(null);

/** Gives the screens below their connection; keeps every query fresh by the host's pushes. */
export function HostProvider({ connection, children }: { connection: HostConnection; children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  useEffect(() => watch(connection, queries), [connection, queries]);
  return (
    <HostContext value={connection}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostContext>
  );
}

export function useHost(): HostConnection {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost outside HostProvider');
  return host;
}

export function useConnectionState(): ConnectionState {
  const host = useHost();
  return useSyncExternalStore(host.onState, host.state);
}

/** Data never goes stale by age: the host says when it changed. */
const createQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false } },
  });

function watch({ client, onState, state }: HostConnection, queries: QueryClient): () => void {
  const invalidate = (topics: readonly Topic[]) =>
    void queries.invalidateQueries({
      predicate: ({ meta }) => (meta?.['topics'] as readonly Topic[] | undefined)?.some((topic) => topics.includes(topic)) ?? false,
    });
  const stops = [
    client.onChanged(invalidate),
    client.onSession(() => void queries.invalidateQueries()),
    onState(() => {
      if (state().online) void queries.invalidateQueries();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
