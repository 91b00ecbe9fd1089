import { createContext, type ReactNode, useContext } from 'react';
import type { Output } from '../../../shared/rpc/contract.ts';

export type Session = NonNullable<Output<'access.state'>['session']>;

const SessionContext = createContext<Session | null>(null);

export function StaffSessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is at this window. Only below the staff layout, where somebody is always logged in. */
export function useStaffSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useStaffSession outside the staff layout');
  return session;
}
