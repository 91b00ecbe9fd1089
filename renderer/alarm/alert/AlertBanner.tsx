import { Button } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { timerWords } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import { useAlarmSnapshot } from '../AlarmContext.tsx';
import classes from './AlertBanner.module.css';

/** A call in somebody's hands: it stays in sight until a person ends it. */
export function AlertBanner({ alarms, onEnlarge }: { alarms: readonly AlarmView[]; onEnlarge: () => void }) {
  const { t } = useTranslation();
  const { ahead } = useAlarmSnapshot();
  const now = useNow(1000);
  const banner = useRef<HTMLElement>(null);
  useOwnSpace(banner);
  const [first] = alarms;
  if (first === undefined) return null;
  const place = first.place.name === '' ? t(first.drill ? 'alarm.place.drill' : 'alarm.place.unknown') : first.place.name;
  const names = [...new Set(first.acknowledged.map(({ name }) => name))].join(', ');
  return (
    <section ref={banner} className={classes.banner} data-drill={alarms.every(({ drill }) => drill)} aria-label={t('alarm.banner.label')}>
      <IconShieldExclamation size={26} aria-hidden className={classes.icon} />
      <p className={classes.words}>
        {first.drill && <strong>{t('alarm.drill.mark')} · </strong>}
        <strong>{place}</strong> · {t(`alarm.kind.${first.kind}`)} · {timerWords(now + ahead - first.raisedAt)}
        {names !== '' && <> · {t(first.arrivedAt === null ? 'alarm.card.coming' : 'alarm.card.arrived', { names })}</>}
        {alarms.length > 1 && <> · {t('alarm.banner.more', { n: alarms.length - 1 })}</>}
      </p>
      <Button size="md" variant="default" onClick={onEnlarge}>
        {t('alarm.banner.enlarge')}
      </Button>
    </section>
  );
}

/** Above and below it, px. */
const around = 16;

/** The frame of the screens ends above the banner, so that no button lies under it. */
function useOwnSpace(banner: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = banner.current;
    if (element === null) return undefined;
    const { style } = document.documentElement;
    const keep = () => style.setProperty('--alert-space', `${element.offsetHeight + around}px`);
    const observer = new ResizeObserver(keep);
    observer.observe(element);
    keep();
    return () => {
      observer.disconnect();
      style.removeProperty('--alert-space');
    };
  }, [banner]);
}
