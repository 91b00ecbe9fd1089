import { Button } from '@mantine/core';
import { IconArrowsSort, IconHeart, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useDurationWords } from '../../ui/useDurationWords.ts';
import classes from './Floor.module.css';

/** The office in four figures, and what a supervisor does about all of it. */
export function FloorHead({ view, onAct }: { view: FloorView; onAct: (kind: 'broadcast' | 'policy' | 'thank') => void }) {
  const { t } = useTranslation();
  const duration = useDurationWords();
  const { counters, services, level, remainingMinutes, policy } = view;
  const open = counters.filter(({ status }) => status === 'open').length;
  const waiting = services.reduce((sum, { queue }) => sum + queue.waiting, 0);
  const percent = level === null ? t('floor.level.none') : t('floor.level.value', { n: Math.round(level * 100) });
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{t('floor.title')}</h1>
      <dl className={classes.figures}>
        <Figure label={t('floor.level')} value={percent} />
        <Figure label={t('floor.waiting')} value={String(waiting)} />
        <Figure label={t('floor.open')} value={t('floor.open.value', { n: open, all: counters.length })} />
        <Figure
          label={t('floor.remaining')}
          value={remainingMinutes === null ? t('floor.remaining.none') : duration(remainingMinutes * 60_000)}
        />
        <Figure label={t('floor.policy')} value={t(`floor.policy.${policy.kind}`)} />
      </dl>
      <div className={classes.acts}>
        <Button size="md" variant="default" leftSection={<IconSpeakerphone size={20} aria-hidden />} onClick={() => onAct('broadcast')}>
          {t('floor.act.broadcast')}
        </Button>
        <Button size="md" variant="default" leftSection={<IconArrowsSort size={20} aria-hidden />} onClick={() => onAct('policy')}>
          {t('floor.act.policy')}
        </Button>
        <Button size="md" variant="default" leftSection={<IconHeart size={20} aria-hidden />} onClick={() => onAct('thank')}>
          {t('floor.act.thank')}
        </Button>
      </div>
    </header>
  );
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <div className={classes.figure}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
