import { IconShieldExclamation } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/useNow.ts';
import { useAlarmClient, useAlarmSnapshot } from './AlarmContext.tsx';
import { ownCalls } from './calls.ts';
import { loadSignPanel } from './loading.ts';
import { OwnSign } from './OwnSign.tsx';
import classes from './SecurityDock.module.css';
import { useHold } from './useHold.ts';

const SignPanel = lazy(loadSignPanel);
/** Fine enough for the three seconds after which nobody has received a call; without one nothing runs. */
const tickMs = 200;
const idleMs = 3_600_000;

/** The security button at its place in the corner of every staff screen, and below it the small sign of one's own call. */
export function SecurityDock() {
  const { t } = useTranslation();
  const client = useAlarmClient();
  const snapshot = useAlarmSnapshot();
  const now = useNow(ownCalls(snapshot, 0).length > 0 ? tickMs : idleMs);
  // Fetched while the host is there.
  useEffect(() => void loadSignPanel(), []);
  const [explaining, setExplaining] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const calls = ownCalls(snapshot, now);
  const press = () => {
    setExplaining(false);
    client.press();
  };
  const { holding, handlers } = useHold(press, () => setExplaining((shown) => !shown));
  const opened = calls.find(({ alarmId }) => alarmId === openId);
  return (
    <section className={classes.dock} aria-label={t('alarm.button.place')}>
      <button
        type="button"
        className={classes.button}
        data-place="security-button"
        data-holding={holding}
        aria-label={t('alarm.button.label')}
        title={t('alarm.button.label')}
        aria-expanded={explaining}
        {...handlers}
      >
        <svg className={classes.ring} viewBox="0 0 48 48" aria-hidden>
          <circle cx="24" cy="24" r="22" pathLength="1" />
        </svg>
        <IconShieldExclamation size={26} aria-hidden />
      </button>
      <div className={classes.beside}>
        {calls.map((call) => (
          <OwnSign
            key={call.alarmId}
            call={call}
            emergencyNumber={snapshot.station?.emergencyNumber ?? '112'}
            isConnected={snapshot.isConnected}
            expanded={call.alarmId === openId}
            onToggle={() => setOpenId(call.alarmId === openId ? null : call.alarmId)}
          />
        ))}
      </div>
      <div className={classes.below}>
        {opened !== undefined && (
          <Suspense fallback={null}>
            <SignPanel key={opened.alarmId} call={opened} onClose={() => setOpenId(null)} />
          </Suspense>
        )}
        {explaining && (
          <div className={classes.explanation} role="note">
            <p className={classes.words}>{t('alarm.button.explanation')}</p>
            <div className={classes.row}>
              <button type="button" className={classes.call} onClick={press}>
                {t('alarm.button.now')}
              </button>
              <button type="button" className={classes.plain} onClick={() => setExplaining(false)}>
                {t('common.close')}
              </button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
