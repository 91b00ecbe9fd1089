import { lazy, type ReactNode, Suspense } from 'react';
import { AlarmProvider } from '../../alarm/AlarmProvider.tsx';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useSession } from '../../api/useSession.ts';
import { lazyScreen } from '../lazyScreen.ts';
import { loadStubbornly } from '../loadStubbornly.ts';
import { Connecting } from './Connecting.tsx';
import { useIdleTouch } from './useIdleTouch.ts';

/** What an office that is not set up never needs. */
const StaffHere = lazy(() => loadStubbornly(() => import('./StaffHere.tsx')));
const FirstStartScreen = lazyScreen(
  () => import('../../screens/setup/FirstStartScreen.tsx'),
  () => import('../../i18n/areas/setup.ts'),
);

/**
 * Every staff screen: set-up before there is an office, login before anybody is here, and the screen itself under its
 * header. The security call is around all of them.
 */
export default function StaffLayout() {
  const { data: access } = useHostQuery('access.state', {});
  const session = access?.session ?? null;
  const { touch } = useSession();
  useIdleTouch(touch, session !== null && !session.locked);
  const screen = (): ReactNode => {
    if (access === undefined) return <Connecting />;
    if (!access.setUp) return <FirstStartScreen />;
    return <StaffHere session={session} />;
  };
  return (
    <AlarmProvider session={session}>
      <Suspense fallback={<Connecting />}>{screen()}</Suspense>
    </AlarmProvider>
  );
}
