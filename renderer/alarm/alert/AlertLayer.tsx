import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAlarmSnapshot } from '../AlarmContext.tsx';
import { useLayerPlace } from '../layer.ts';
import { AlertBanner } from './AlertBanner.tsx';
import { AlertScreen } from './AlertScreen.tsx';
import { useOpenAlarms } from './useOpenAlarms.ts';
import { windowSiren } from './useSiren.ts';

/** Calls of others at this window: the whole screen with the siren, or a banner once the call is in somebody's hands. */
export default function AlertLayer() {
  const { full, small, shrink, enlarge } = useOpenAlarms();
  const [mutedIds, setMutedIds] = useState<readonly string[]>([]);
  // At the guard post the calls stand on the page itself.
  const { guardPost } = useAlarmSnapshot().who;
  const place = useLayerPlace();
  const sounding = full.filter(({ alarmId, acknowledged }) => acknowledged.length === 0 && !mutedIds.includes(alarmId));
  const sound = sounding.length === 0 ? null : sounding.every(({ drill }) => drill) ? 'drill' : 'alarm';
  useEffect(() => windowSiren().sound(sound), [sound]);
  useEffect(() => () => windowSiren().sound(null), []);
  return (
    <>
      {full.length > 0 && (
        <AlertScreen
          alarms={full}
          isSounding={sound !== null}
          onMute={() => setMutedIds(full.map(({ alarmId }) => alarmId))}
          onShrink={() => shrink(full)}
        />
      )}
      {full.length === 0 && small.length > 0 && !guardPost && createPortal(<AlertBanner alarms={small} onEnlarge={enlarge} />, place)}
    </>
  );
}
