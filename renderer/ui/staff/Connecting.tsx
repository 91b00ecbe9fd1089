import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Connecting.module.css';

const slowAfterMs = 4000;

/** Before the host has answered for the first time. */
export function Connecting() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), slowAfterMs);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <main className={classes.page}>
      <Loader color="var(--accent)" aria-hidden />
      <output className={classes.words}>{t(slow ? 'staff.connecting.slow' : 'staff.connecting')}</output>
    </main>
  );
}
