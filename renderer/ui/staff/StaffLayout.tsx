import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useSession } from '../../api/useSession.ts';
import { lazyScreen } from '../lazyScreen.ts';
import { LoginScreen } from '../../screens/login/LoginScreen.tsx';
import { Connecting } from './Connecting.tsx';
import { LockScreen } from './LockScreen.tsx';
import { StaffSessionProvider } from './StaffContext.tsx';
import { StaffFrame } from './StaffFrame.tsx';
import { useIdleTouch } from './useIdleTouch.ts';

const SetUpScreen = lazyScreen(
  () => import('../../screens/setup/SetUpScreen.tsx'),
  () => import('../../i18n/areas/setup.ts'),
);

/**
 * Every staff screen: set-up before there is an office, login before anybody is here, and the screen itself under its
 * header. A locked screen stays mounted below the lock, so unsaved work is still there after unlocking.
 */
export default function StaffLayout() {
  const { data: access } = useHostQuery('access.state', {});
  const session = access?.session ?? null;
  const { touch } = useSession();
  useIdleTouch(touch, session !== null && !session.locked);

  if (access === undefined) return <Connecting />;
  if (!access.setUp) {
    return (
      <Suspense fallback={<Connecting />}>
        <SetUpScreen />
      </Suspense>
    );
  }
  if (session === null) return <LoginScreen />;
  return (
    <StaffSessionProvider key={session.staffId} session={session}>
      <StaffFrame>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </StaffFrame>
      {session.locked && <LockScreen name={session.name} />}
    </StaffSessionProvider>
  );
}
