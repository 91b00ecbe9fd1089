import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { DayView } from '../../../../shared/domain/queue/types.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';
import type { StaffRole } from '../../../../shared/rpc/roles.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { isSupervisor } from '../model/actions.ts';
import classes from './CounterTile.module.css';

export type CounterRow = Output<'queue.counters'>['counters'][number];

interface Props {
  counter: CounterRow;
  services: readonly Service[];
  day: DayView;
  me: { readonly staffId: string; readonly roles: readonly StaffRole[] };
  /** Name of the other counter at which this person is signed on. */
  elsewhere: string | null;
  disabled: boolean;
  onChoose: () => void;
}

/** One counter: its number, who is there, what it takes, and the one thing that can be done with it. */
export function CounterTile({ counter, services, day, me, elsewhere, disabled, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hintId = useId();
  const mine = counter.staffId === me.staffId;
  const taken = counter.staffId !== null && !mine;
  const titles = counter.serviceIds.flatMap((id) => services.find((service) => service.id === id)?.title[language] ?? []);

  const hint = () => {
    if (mine) return null;
    if (day.status !== 'open') return t('counter.choice.dayFirst');
    if (elsewhere !== null) return t('counter.choice.atOther', { name: elsewhere });
    return taken && !isSupervisor(me.roles) ? t('counter.choice.takenHint') : null;
  };
  const why = hint();
  const button = mine ? 'counter.choice.continue' : taken ? 'counter.choice.takeOver' : 'counter.choice.open';

  return (
    <article className={classes.tile} data-mine={mine} aria-label={counter.name}>
      <div className={classes.head}>
        <span className={classes.number} aria-hidden>
          {counter.number}
        </span>
        <div>
          <h2 className={classes.name}>{counter.name}</h2>
          <p className={classes.status} data-status={counter.status}>
            {t(`counterStatus.${counter.status}`)}
          </p>
        </div>
      </div>
      <div className={classes.who}>
        <IconUser size={20} aria-hidden />
        <p>
          {mine ? t('counter.choice.mine') : taken ? t('counter.choice.by', { name: counter.staffName ?? '' }) : t('counter.choice.free')}
          {counter.current !== null && (
            <span className={classes.serving}>{t('counter.choice.serving', { number: counter.current.number })}</span>
          )}
        </p>
      </div>
      <p className={classes.services}>{titles.join(' · ')}</p>
      <div className={classes.action}>
        <Button
          size="lg"
          fullWidth
          variant={mine || !taken ? 'filled' : 'default'}
          disabled={disabled || why !== null}
          aria-describedby={why === null ? undefined : hintId}
          onClick={onChoose}
        >
          {t(button)}
        </Button>
        <p id={hintId} className={classes.hint}>
          {why}
        </p>
      </div>
    </article>
  );
}
