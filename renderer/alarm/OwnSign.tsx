import { useTranslation } from 'react-i18next';
import type { OwnCall } from './calls.ts';
import classes from './SecurityDock.module.css';

/**
 * Small on purpose: the visitor on the other side must not notice. Only a call that nobody received is said loudly enough
 * to be acted upon.
 */
export function OwnSign({
  call,
  emergencyNumber,
  isConnected,
  expanded,
  onToggle,
}: {
  call: OwnCall;
  emergencyNumber: string;
  isConnected: boolean;
  expanded: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const { status, names } = call;
  return (
    <output>
      <button type="button" className={classes.sign} data-status={status} aria-expanded={expanded} onClick={onToggle}>
        <span className={classes.dot} aria-hidden />
        <span className={classes.words}>
          {status === 'unreceived' ? (
            <>
              <strong>{t('alarm.sign.unreceived')}</strong> {t('alarm.sign.emergency', { number: emergencyNumber })}
            </>
          ) : (
            t(`alarm.sign.${status}`, { names: names.join(', ') })
          )}
          {!isConnected && <span className={classes.quiet}> {t('alarm.sign.retrying')}</span>}
        </span>
      </button>
    </output>
  );
}
