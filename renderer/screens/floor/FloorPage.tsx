import { IconPlugConnectedX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { loadStubbornly, whenIdle } from '../../ui/loadStubbornly.ts';
import { Attention } from './Attention.tsx';
import { Charts } from './charts/Charts.tsx';
import { ComplaintsToday } from './ComplaintsToday.tsx';
import { CounterTiles } from './CounterTiles.tsx';
import { Equipment } from './Equipment.tsx';
import classes from './Floor.module.css';
import { FloorBroadcasts } from './FloorBroadcasts.tsx';
import { FloorHead } from './FloorHead.tsx';
import type { FloorDialog } from './floorDialog.ts';
import { Queues } from './Queues.tsx';
import { useSince } from '../../ui/useSince.ts';

const load = () => loadStubbornly(() => import('./dialogs/FloorDialogs.tsx'));
const FloorDialogs = lazy(async () => ({ default: (await load()).FloorDialogs }));
// Fetched while the host is there, so that a dialog opens at once.
whenIdle(() => void load());

/** What is urgent first, then counters and queues, then the day and the equipment. */
export function FloorPage({ view, stale }: { view: FloorView; stale: boolean }) {
  const { t } = useTranslation();
  const since = useSince(view);
  const [dialog, setDialog] = useState<FloorDialog | null>(null);
  return (
    <div className={classes.page} data-stale={stale}>
      <FloorHead view={view} onAct={(kind) => setDialog({ kind })} />
      {stale && (
        <p className={classes.staleBand} role="alert">
          <IconPlugConnectedX size={22} aria-hidden /> {t('floor.stale')}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <CounterTiles view={view} since={since} onManage={(counterId) => setDialog({ kind: 'counter', counterId })} />
          <Queues view={view} since={since} onDisturb={(serviceId) => setDialog({ kind: 'disturb', serviceId })} />
          <Charts view={view} />
        </div>
        <div className={classes.side}>
          <Attention view={view} since={since} />
          <ComplaintsToday complaints={view.complaints} />
          <FloorBroadcasts broadcasts={view.broadcasts} />
          <Equipment view={view} />
        </div>
      </div>
      {dialog !== null && (
        <Suspense fallback={null}>
          <FloorDialogs dialog={dialog} view={view} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </div>
  );
}
