import { IconAlertTriangle, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { timerWords } from '../../ui/format.ts';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import classes from './Floor.module.css';

export type CounterTile = FloorView['counters'][number];
type TicketThere = NonNullable<CounterTile['current']>;

/** One tile a counter; Enter or a tap opens what can be done there. The arrow keys move among them. */
export function CounterTiles({ view, since, onManage }: { view: FloorView; since: number; onManage: (counterId: string) => void }) {
  const { t } = useTranslation();
  const roving = useRovingFocus(view.counters.length);
  return (
    <section aria-labelledby="floor-counters">
      <h2 id="floor-counters" className={classes.heading}>
        {t('floor.counters')}
      </h2>
      <ul className={classes.tiles} data-few={view.counters.length < 3} {...roving.list}>
        {view.counters.map((counter, at) => (
          <li key={counter.id}>
            <button
              type="button"
              className={classes.tile}
              data-status={counter.status}
              data-level={counter.incident?.level ?? 'calm'}
              onClick={() => onManage(counter.id)}
              {...roving.item(at)}
            >
              <span className={classes.tileBody}>
                <Tile counter={counter} since={since} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ counter, since }: { counter: CounterTile; since: number }) {
  const { t } = useTranslation();
  const { name, status, staffName, current, held, incident } = counter;
  return (
    <>
      <span className={classes.tileHead}>
        <strong>{name}</strong>
        {status !== 'closed' && (
          <span className={classes.mood} data-level={incident?.level ?? 'calm'}>
            {incident === null ? <IconMoodSmile size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
            {incident === null ? t('floor.counter.calm') : t(`calm.level.${incident.level}`)}
          </span>
        )}
      </span>
      <span className={classes.officer}>{staffName ?? t('floor.counter.nobody')}</span>
      {current === null ? (
        <span className={classes.state}>{t(status === 'open' ? 'floor.counter.free' : `floor.counter.${status}`)}</span>
      ) : (
        <Visitor ticket={current} since={since} />
      )}
      {held.length > 0 && <span className={classes.quiet}>{t('floor.counter.heldCount', { n: held.length })}</span>}
    </>
  );
}

function Visitor({ ticket, since }: { ticket: TicketThere; since: number }) {
  const { t } = useTranslation();
  const { number, status, priority, running, targetMs } = ticket;
  const elapsed = ticket.elapsedMs + (running ? since : 0);
  const late = status === 'serving' && elapsed > targetMs;
  const time = timerWords(elapsed);
  return (
    <>
      <span className={classes.ticket}>
        <span className={classes.number}>{number}</span>
        <span>{t(status === 'serving' ? 'floor.counter.serving' : 'floor.counter.called')}</span>
        {priority && <span className={classes.priority}>{t('floor.counter.priority')}</span>}
      </span>
      <span className={classes.elapsed} data-late={late}>
        <span>
          {status === 'serving'
            ? t('floor.counter.elapsed', { time, target: Math.round(targetMs / 60_000) })
            : t('floor.counter.since', { time })}
        </span>
        {late && <strong>{t('floor.counter.late')}</strong>}
        {!running && <strong>{t('floor.counter.paused')}</strong>}
      </span>
      {status === 'serving' && (
        <span className={classes.bar} data-late={late} aria-hidden>
          <span style={{ inlineSize: `${Math.min(100, (100 * elapsed) / Math.max(1, targetMs))}%` }} />
        </span>
      )}
    </>
  );
}
