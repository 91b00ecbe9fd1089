import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Reply } from '../../shared/rpc/client.ts';
import { useHost } from './HostProvider.tsx';
import { forgetSession, rememberSession } from './session.ts';

export interface SessionActions {
  logIn(staffId: string, secret: string): Promise<Reply<'access.logIn'>>;
  unlock(secret: string): Promise<Reply<'access.unlock'>>;
  lock(): Promise<Reply<'access.lock'>>;
  logOut(): Promise<Reply<'access.logOut'>>;
  /** Tells the host that a person is at the window; answers and failures do not matter to her. */
  touch(): void;
}

/**
 * Logging in, locking and leaving on this window's connection. What the window may see changes with each of them, so every
 * question is asked again; answers of another person are forgotten first.
 */
export function useSession(): SessionActions {
  const { client, state } = useHost();
  const queries = useQueryClient();
  return useMemo(() => {
    const ofPerson = ({ queryKey }: { readonly queryKey: QueryKey }) => queryKey[0] !== 'access.state';
    // The push of a log-in may come before its answer: screens that are up already keep their questions, and ask again.
    const forgetAnswers = () => {
      queries.removeQueries({ type: 'inactive', predicate: ofPerson });
      return queries.resetQueries({ type: 'active', predicate: ofPerson });
    };
    const askAgain = () => queries.invalidateQueries();
    return {
      async logIn(staffId, secret) {
        const reply = await client.command('access.logIn', { staffId, secret });
        if (reply.kind !== 'done') return reply;
        rememberSession(reply.output.token);
        await Promise.all([forgetAnswers(), queries.invalidateQueries({ queryKey: ['access.state'] })]);
        return reply;
      },
      async unlock(secret) {
        const reply = await client.command('access.unlock', { secret });
        if (reply.kind === 'refused' && reply.refusal.type === 'sessionEnded') forgetSession();
        if (reply.kind === 'done' || reply.kind === 'refused') await askAgain();
        return reply;
      },
      async lock() {
        const reply = await client.command('access.lock', {});
        await askAgain();
        return reply;
      },
      async logOut() {
        const reply = await client.command('access.logOut', {});
        forgetSession();
        await askAgain();
        return reply;
      },
      touch() {
        if (state().online) void client.command('access.touch', {});
      },
    };
  }, [client, state, queries]);
}
