import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import { type BoardCounter, counterPages, gridOf } from './boardLayout.ts';
import { useTurn } from './useNow.ts';

const pageMs = 8000;

/** All counters with the number each of them serves; more than fit take turns, an announced one is always in sight. */
export function CounterGrid({ counters, announcedCounter }: { counters: readonly BoardCounter[]; announcedCounter: number | null }) {
  const { t } = useTranslation();
  const turn = useTurn(pageMs);
  const pages = counterPages(counters);
  const announcedPage = pages.findIndex((page) => page.some(({ number }) => number === announcedCounter));
  const at = announcedPage === -1 ? turn % pages.length : announcedPage;
  const page = pages[at] ?? [];
  const { columns, rows } = gridOf(page.length);
  return (
    <section className={classes['counters']} aria-label={t('board.counters')}>
      <ul className={classes['grid']} style={{ '--columns': columns, '--rows': rows } as CSSProperties}>
        {page.map((counter) => (
          <CounterTile key={counter.counterId} counter={counter} announced={counter.number === announcedCounter} />
        ))}
      </ul>
      {pages.length > 1 && <p className={classes['pages']}>{t('board.page', { page: at + 1, pages: pages.length })}</p>}
    </section>
  );
}

function CounterTile({ counter, announced }: { counter: BoardCounter; announced: boolean }) {
  const { t } = useTranslation();
  const title = t('board.counter', { number: counter.number });
  const ownName = /^(?:loket|counter)\s*\d+$/iu.test(counter.name) ? null : counter.name;
  return (
    <li className={classes['tile']} data-status={counter.status} data-flash={announced} data-called={counter.ticketStatus === 'called'}>
      <div className={classes['tileInner']}>
        <div className={classes['tileHead']}>
          <span className={classes['tileTitle']}>{title}</span>
          {ownName !== null && <span className={classes['tileName']}>{ownName}</span>}
        </div>
        <TileNumber counter={counter} />
      </div>
    </li>
  );
}

function TileNumber({ counter }: { counter: BoardCounter }) {
  const { t } = useTranslation();
  if (counter.ticketNumber !== null) return <span className={classes['tileNumber']}>{counter.ticketNumber}</span>;
  switch (counter.status) {
    case 'closed':
      return <span className={classes['tileState']}>{t('board.counterClosed')}</span>;
    case 'break':
      return <span className={classes['tileState']}>{t('board.counterOnBreak')}</span>;
    case 'open':
      return <span className={classes['tileState']}>{t('board.counterFree')}</span>;
  }
}
