import { Button } from '@mantine/core';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSirenState, windowSiren } from '../../alarm/alert/useSiren.ts';
import classes from './SecurityScreen.module.css';

const testMs = 3000;

/** To be sure that the siren is heard. The tap also lets the browser sound it later without one. */
export function SirenTest() {
  const { t } = useTranslation();
  const state = useSirenState();
  const [sounding, setSounding] = useState(false);
  useEffect(() => {
    if (!sounding) return undefined;
    const siren = windowSiren();
    siren.test(true);
    const over = window.setTimeout(() => setSounding(false), testMs);
    return () => {
      window.clearTimeout(over);
      siren.test(false);
    };
  }, [sounding]);
  return (
    <section className={classes.panel} aria-labelledby="siren-title">
      <h2 id="siren-title" className={classes.panelTitle}>
        {t('security.siren.title')}
      </h2>
      <output className={state === 'ready' ? classes.good : classes.warning}>{t(`security.siren.${state}`)}</output>
      <Button
        size="md"
        variant="default"
        disabled={state === 'off'}
        leftSection={sounding ? <IconPlayerStop size={20} aria-hidden /> : <IconVolume size={20} aria-hidden />}
        onClick={() => setSounding((is) => !is)}
      >
        {t(sounding ? 'security.siren.stop' : 'security.siren.test')}
      </Button>
    </section>
  );
}
