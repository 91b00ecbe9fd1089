import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { StationRole } from '../../../shared/domain/stations/types.ts';
import { guardPostPath } from '../../alarm/useAlarmWho.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { lazyScreen } from '../lazyScreen.ts';
import { loadStubbornly, whenIdle } from '../loadStubbornly.ts';
import { GuardPostFrame } from './GuardPostFrame.tsx';
import { LockScreen } from './LockScreen.tsx';
import { type Session, StaffSessionProvider } from './StaffContext.tsx';
import { StaffFrame } from './StaffFrame.tsx';

const loadLogin = () => loadStubbornly(() => import('../../screens/login/LoginScreen.tsx'));
// Whoever reloads her counter does not wait for the login.
const LoginScreen = lazy(loadLogin);
/** Shown at a station that was cut off for good; its texts come with it. */
const RevokedScreen = lazyScreen<{ here: Output<'stations.here'> }>(
  () => import('../../screens/setup/JoinedScreen.tsx'),
  () => import('../../i18n/areas/setup.ts'),
);
// Logging out must not need a host that is there.
whenIdle(() => void loadLogin());

/** An office that is set up: login before anybody is here, then the screen under its header. */
export default function StaffHere({ session }: { session: Session | null }) {
  return session === null ? <Nobody /> : <Somebody session={session} />;
}

/** A guard post is watched without a login too; every other screen begins with one. */
function Nobody() {
  const { pathname, key } = useLocation();
  const { data: here } = useHostQuery('stations.here', {});
  // Only where the window was opened: who goes on from the post to the login gets there.
  const isArriving = key === 'default' && !pathname.startsWith(guardPostPath);
  if (isArriving && here !== undefined && isGuardPostOnly(here.roles)) return <Navigate to={guardPostPath} replace />;
  if (here?.role === 'revoked')
    return (
      <Suspense fallback={null}>
        <RevokedScreen here={here} />
      </Suspense>
    );
  if (!pathname.startsWith(guardPostPath))
    return (
      <Suspense fallback={null}>
        <LoginScreen />
      </Suspense>
    );
  return (
    <GuardPostFrame>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </GuardPostFrame>
  );
}

/** A station that is a guard post and nothing else for staff: its screen is the post, watched without a login. */
const isGuardPostOnly = (roles: readonly StationRole[]): boolean =>
  roles.includes('guard') && !roles.includes('counter') && !roles.includes('supervisor');

/** A locked screen stays mounted below the lock, so unsaved work is still there after unlocking. */
function Somebody({ session }: { session: Session }) {
  const { pathname } = useLocation();
  const serves = session.roles.some((role) => role !== 'keamanan');
  // A guard has no counter; the post is her screen.
  const isLost = !serves && (pathname === '/' || pathname.startsWith('/loket'));
  return (
    <StaffSessionProvider key={session.staffId} session={session}>
      <StaffFrame>
        <Suspense fallback={null}>{isLost ? <Navigate to={guardPostPath} replace /> : <Outlet />}</Suspense>
      </StaffFrame>
      {session.locked && <LockScreen name={session.name} />}
    </StaffSessionProvider>
  );
}
