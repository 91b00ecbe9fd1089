import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { CounterTile } from '../CounterTiles.tsx';
import classes from './dialogs.module.css';
import { OfficerPart } from './OfficerPart.tsx';
import { ServicesPart } from './ServicesPart.tsx';
import { TicketPart } from './TicketPart.tsx';

/** Everything a supervisor does at one counter. It stays open, so that one act can follow the other. */
export function CounterDialog({ counter, view, onClose }: { counter: CounterTile; view: FloorView; onClose: () => void }) {
  const { t } = useTranslation();
  const openDay = useCommand('queue.openDay');
  const tickets = counter.current === null ? counter.held : [counter.current, ...counter.held];
  return (
    <Dialog title={t('floor.dialog.counter', { name: counter.name })} onClose={onClose} size="40rem">
      <div className={classes.parts}>
        {view.day.status === 'open' ? (
          <>
            <OfficerPart key={counter.staffId} counter={counter} view={view} />
            {tickets.length > 0 && <TicketPart counter={counter} tickets={tickets} view={view} />}
          </>
        ) : (
          <section className={classes.part}>
            <p>{t('floor.dialog.dayClosed')}</p>
            <Button size="md" loading={openDay.pending} onClick={() => void openDay.send({})}>
              {t('floor.dialog.openDay')}
            </Button>
          </section>
        )}
        <ServicesPart counter={counter} services={view.services} />
      </div>
    </Dialog>
  );
}
