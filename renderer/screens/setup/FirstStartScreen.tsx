import { useState } from 'react';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Connecting } from '../../ui/staff/Connecting.tsx';
import { JoinedScreen } from './JoinedScreen.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import SetUpScreen from './SetUpScreen.tsx';

/** A station without an office: it founds one, joins one, or has joined one whose data is on its way. */
export default function FirstStartScreen() {
  const { data: here } = useHostQuery('stations.here', {});
  const [joining, setJoining] = useState(false);
  if (here === undefined) return <Connecting />;
  if (here.role !== 'alone') return <JoinedScreen here={here} />;
  return joining ? <JoinScreen onBack={() => setJoining(false)} /> : <SetUpScreen onJoin={() => setJoining(true)} />;
}
