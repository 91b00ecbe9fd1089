import { lazy, Suspense, useState } from 'react';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { loadStubbornly } from '../../ui/loadStubbornly.ts';
import { Connecting } from '../../ui/staff/Connecting.tsx';
import SetUpScreen from './SetUpScreen.tsx';

const JoinScreen = lazy(() => loadStubbornly(() => import('./JoinScreen.tsx')));
const JoinedScreen = lazy(() => loadStubbornly(() => import('./JoinedScreen.tsx')));

/** A station without an office: it founds one, joins one, or has joined one whose data is on its way. */
export default function FirstStartScreen() {
  const { data: here } = useHostQuery('stations.here', {});
  const [joining, setJoining] = useState(false);
  if (here === undefined) return <Connecting />;
  if (here.role === 'alone' && !joining) return <SetUpScreen onJoin={() => setJoining(true)} />;
  return (
    <Suspense fallback={<Connecting />}>
      {here.role === 'alone' ? <JoinScreen onBack={() => setJoining(false)} /> : <JoinedScreen here={here} />}
    </Suspense>
  );
}
