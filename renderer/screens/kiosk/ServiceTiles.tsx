import { IconClockHour4, IconUsers } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import type { Language } from '../../../shared/domain/values.ts';
import classes from './kiosk.module.css';
import { type KioskService, tileColumns, tilePage } from './kioskLayout.ts';
import { estimateWords } from './kioskWords.ts';

interface ServiceTilesProps {
  readonly services: readonly KioskService[];
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onChoose: (service: KioskService) => void;
}

export function ServiceTiles({ services, page: wanted, onPage, onChoose }: ServiceTilesProps) {
  const { shown, page, pages } = tilePage(services, wanted);
  const { data } = useHostQuery('floor.notices', {});
  const disturbed = new Set(data?.disturbances.map(({ serviceId }) => serviceId));
  const { landscape, portrait } = tileColumns(shown.length);
  return (
    <div className={classes['services']}>
      <ul className={classes['tiles']} style={{ '--landscape': landscape, '--portrait': portrait } as CSSProperties}>
        {shown.map((service) => (
          <li key={service.id} className={classes['tileCell']}>
            <ServiceTile service={service} disturbed={disturbed.has(service.id)} onChoose={() => onChoose(service)} />
          </li>
        ))}
      </ul>
      {pages > 1 && <Pages page={page} pages={pages} onPage={onPage} />}
    </div>
  );
}

function ServiceTile({ service, disturbed, onChoose }: { service: KioskService; disturbed: boolean; onChoose: () => void }) {
  const { i18n } = useTranslation();
  const { prefix, title, queue } = service;
  return (
    <button type="button" className={classes['tile']} data-capacity={queue.capacity} onClick={onChoose}>
      <span className={classes['tileTop']}>
        <span className={classes['prefix']} data-wide={prefix.length > 1} aria-hidden="true">
          {prefix}
        </span>
        <span className={classes['tileTitle']}>{title[i18n.language as Language]}</span>
      </span>
      <TileQueue queue={queue} disturbed={disturbed} />
    </button>
  );
}

/** How it looks right now: never a promise that cannot be kept. */
function TileQueue({ queue, disturbed }: { queue: KioskService['queue']; disturbed: boolean }) {
  const { t } = useTranslation();
  if (queue.capacity === 'full') return <span className={classes['tileFull']}>{t('kiosk.tile.full')}</span>;
  const estimate = estimateWords(queue.estimate, t) ?? t('kiosk.estimate.unknown');
  // Nobody waits for this service, yet its counters are busy with others: "nobody waiting" beside a long wait would confuse.
  const sayWho = queue.waiting > 0 || queue.estimate === null || queue.estimate.toMinutes <= 1;
  return (
    <span className={classes['tileQueue']}>
      {sayWho && (
        <span className={classes['tileFact']} data-who>
          <IconUsers aria-hidden size="1.1em" />
          {queue.waiting === 0 ? t('kiosk.tile.nobody') : t('kiosk.tile.waiting', { count: queue.waiting })}
        </span>
      )}
      {disturbed ? (
        // How long it takes nobody knows then; a time would be a promise.
        <span className={classes['tileDisturbed']}>{t('notice.disturbed')}</span>
      ) : (
        <span className={classes['tileFact']}>
          <IconClockHour4 aria-hidden size="1.1em" />
          {estimate}
        </span>
      )}
      {queue.capacity === 'tight' && <span className={classes['tileTight']}>{t('kiosk.tile.tight')}</span>}
    </span>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  return (
    <nav className={classes['pages']} aria-label={t('kiosk.page.at', { page: page + 1, pages })}>
      <button type="button" className={classes['pageButton']} disabled={page === 0} onClick={() => onPage(page - 1)}>
        ← {t('kiosk.page.previous')}
      </button>
      <span aria-hidden="true">{t('kiosk.page.at', { page: page + 1, pages })}</span>
      <button type="button" className={classes['pageButton']} disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        {t('kiosk.page.next')} →
      </button>
    </nav>
  );
}
