import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useNavigate } from 'react-router';
import type { Output } from '../../shared/rpc/contract.ts';
import { useHost } from '../api/HostProvider.tsx';
import { AlarmClientProvider } from './AlarmContext.tsx';
import { createAlarmClient } from './client.ts';
import { useLayerPlace } from './layer.ts';
import { loadAlerts } from './loading.ts';
import { SecurityDock } from './SecurityDock.tsx';
import { useAlarmWho } from './useAlarmWho.ts';
import { useOwnReports } from './useOwnReports.ts';
import { usePanicKey } from './usePanicKey.ts';
import { takeWindowId } from './windowId.ts';

// Not needed for the first paint, but fetched right after it: it must be here when the host or the cable is gone.
const AlertLayer = lazy(loadAlerts);

/**
 * The security call of a staff window, before the login and behind the lock as well: the button, the key, the small sign
 * of this counter's own calls, and the alert about those of others.
 */
export function AlarmProvider({ session, children }: { session: Output<'access.state'>['session']; children: ReactNode }) {
  const host = useHost();
  const [client] = useState(() => createAlarmClient(takeWindowId()));
  useEffect(() => host.onTransport(client.use), [host, client]);
  useEffect(() => () => client.close(), [client]);
  useAlarmWho(client, session);
  usePanicKey(client.press);
  const navigate = useNavigate();
  const isHere = session !== null && !session.locked;
  useOwnReports(client, isHere, (alarmId) => void navigate(`/kejadian/${alarmId}`));
  const place = useLayerPlace();
  return (
    <AlarmClientProvider client={client}>
      {children}
      {createPortal(<SecurityDock />, place)}
      <Suspense fallback={null}>
        <AlertLayer />
      </Suspense>
    </AlarmClientProvider>
  );
}
