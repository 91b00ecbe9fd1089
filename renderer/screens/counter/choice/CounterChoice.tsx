import { Skeleton } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useConnectionState } from '../../../api/HostProvider.tsx';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { loadStubbornly } from '../../../ui/loadStubbornly.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { DayPanel } from '../day/DayPanel.tsx';
import { useOpenDay } from '../day/useOpenDay.tsx';
import classes from './CounterChoice.module.css';
import { type CounterRow, CounterTile } from './CounterTile.tsx';
import { TakeOverDialog } from './TakeOverDialog.tsx';

const Disturbances = lazy(() => loadStubbornly(() => import('./Disturbances.tsx')));

/** Which counter to work at today; opens the office first when nobody has. */
export function CounterChoice() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { online } = useConnectionState();
  const session = useStaffSession();
  const { data, failure } = useHostQuery('queue.counters', {});
  const { data: kiosk } = useHostQuery('office.configuration', {});
  const openCounter = useCommand('queue.openCounter');
  const openDay = useOpenDay();
  const [takingOver, setTakingOver] = useState<CounterRow | null>(null);

  if (data === undefined) return failure === undefined ? <Skeleton m="lg" height={320} radius="md" /> : <Trouble failure={failure} />;
  const mine = data.counters.find(({ staffId }) => staffId === session.staffId);
  const open = async (counter: CounterRow, takeOver: boolean) => {
    if (openCounter.pending) return;
    const reply = await openCounter.send({ counterId: counter.id, ...(takeOver ? { takeOver } : {}) });
    setTakingOver(null);
    if (reply.kind === 'done') await navigate(`/loket/${counter.id}`);
  };
  const choose = (counter: CounterRow) => {
    if (counter.staffId === session.staffId) return void navigate(`/loket/${counter.id}`);
    if (counter.staffId !== null) return setTakingOver(counter);
    return void open(counter, false);
  };

  return (
    <div className={classes.page}>
      {data.day.status !== 'open' && (
        <div className={classes.day}>
          <DayPanel band day={data.day} pending={openDay.pending} disabled={!online} onOpen={() => void openDay.open()} />
        </div>
      )}
      {data.day.status === 'open' && (
        <Suspense fallback={null}>
          <Disturbances services={kiosk?.services ?? []} />
        </Suspense>
      )}
      <h1 className={classes.title}>{t('counter.choice.title')}</h1>
      <p className={classes.intro}>{t('counter.choice.intro')}</p>
      {data.counters.length === 0 ? (
        <Notice Icon={IconBuildingCommunity} title={t('counter.choice.empty')} />
      ) : (
        <ul className={classes.tiles}>
          {data.counters.map((counter) => (
            <li key={counter.id}>
              <CounterTile
                counter={counter}
                services={kiosk?.services ?? []}
                day={data.day}
                me={session}
                elsewhere={mine !== undefined && mine.id !== counter.id ? mine.name : null}
                disabled={!online || openCounter.pending}
                onChoose={() => choose(counter)}
              />
            </li>
          ))}
        </ul>
      )}
      {openDay.dialog}
      {takingOver !== null && (
        <TakeOverDialog
          name={takingOver.name}
          staff={takingOver.staffName ?? ''}
          pending={openCounter.pending}
          onConfirm={() => void open(takingOver, true)}
          onClose={() => setTakingOver(null)}
        />
      )}
    </div>
  );
}
