import { Loader, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../../api/HostProvider.tsx';
import classes from './Connecting.module.css';

const slowAfterMs = 4000;

/** Before the host has answered for the first time: it is not there, prepares its data, or cannot open it. */
export function Connecting() {
  const { t } = useTranslation();
  const { standby } = useConnectionState();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), slowAfterMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (standby?.problem != null) {
    return (
      <main className={classes.page} role="alert">
        <h1 className={classes.title}>{t('staff.standby.title')}</h1>
        <p className={classes.words}>{t(`staff.standby.${standby.problem}`)}</p>
        <p className={classes.words}>{t('staff.standby.meanwhile')}</p>
        <Loader color="var(--accent)" size="sm" aria-hidden />
      </main>
    );
  }
  const preparing = standby?.progress ?? null;
  const words = t(preparing !== null ? 'staff.standby.preparing' : slow ? 'staff.connecting.slow' : 'staff.connecting');
  return (
    <main className={classes.page}>
      {preparing === null ? (
        <Loader color="var(--accent)" aria-hidden />
      ) : (
        <Progress className={classes.progress} size="lg" value={100 * preparing} aria-label={words} />
      )}
      <output className={classes.words}>{words}</output>
    </main>
  );
}
