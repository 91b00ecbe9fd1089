import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placement } from '../../../../shared/domain/queue/types.ts';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { CounterTile } from '../CounterTiles.tsx';
import classes from './dialogs.module.css';

type TicketThere = NonNullable<CounterTile['current']>;
interface Props {
  readonly counter: CounterTile;
  readonly tickets: readonly TicketThere[];
  readonly view: FloorView;
}

const placements = ['arrival', 'front', 'end'] as const satisfies readonly Placement[];

/** The visitor here, or one on hold: to another counter as she is, or on to another service. */
export function TicketPart({ counter, tickets, view }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(tickets[0]?.ticketId ?? '');
  const ticket = tickets.find(({ ticketId }) => ticketId === chosen) ?? tickets[0];
  if (ticket === undefined) return null;
  const words = ({ number, status }: TicketThere) =>
    `${number}, ${t(status === 'held' ? 'floor.counter.held' : status === 'serving' ? 'floor.counter.serving' : 'floor.counter.called')}`;
  return (
    <section className={classes.part} aria-labelledby="floor-ticket">
      <h3 id="floor-ticket">
        {t('floor.dialog.ticket')}
        {tickets.length === 1 && `: ${words(ticket)}`}
      </h3>
      {tickets.length > 1 && (
        <NativeSelect
          size="md"
          label={t('floor.dialog.ticket.which')}
          value={ticket.ticketId}
          data={tickets.map((one) => ({ value: one.ticketId, label: words(one) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Move key={`move-${ticket.ticketId}`} counter={counter} ticket={ticket} counters={view.counters} />
      <Transfer key={`transfer-${ticket.ticketId}`} counter={counter} ticket={ticket} services={view.services} />
    </section>
  );
}

function Move({ counter, ticket, counters }: { counter: CounterTile; ticket: TicketThere; counters: FloorView['counters'] }) {
  const { t } = useTranslation();
  const move = useCommand('queue.moveTicket');
  const fit = counters.filter(
    ({ id, status, serviceIds }) => id !== counter.id && status === 'open' && serviceIds.includes(ticket.serviceId),
  );
  const [wanted, setWanted] = useState('');
  const target = fit.find(({ id }) => id === wanted) ?? fit[0];
  if (target === undefined) return <p className={classes.hint}>{t('floor.dialog.move.none')}</p>;
  return (
    <div className={classes.row}>
      <NativeSelect
        size="md"
        className={classes.grow ?? ''}
        label={t('floor.dialog.move')}
        value={target.id}
        data={fit.map(({ id, name, current }) => ({ value: id, label: current === null ? name : `${name} (${current.number})` }))}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <Button
        size="md"
        variant="default"
        loading={move.pending}
        onClick={() => void move.send({ ticketId: ticket.ticketId, fromCounterId: counter.id, counterId: target.id })}
      >
        {t('floor.dialog.move.submit')}
      </Button>
    </div>
  );
}

function Transfer({ counter, ticket, services }: { counter: CounterTile; ticket: TicketThere; services: FloorView['services'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const transfer = useCommand('queue.transfer');
  const [serviceId, setServiceId] = useState(ticket.serviceId);
  const [placement, setPlacement] = useState<Placement>('arrival');
  return (
    <div className={classes.row}>
      <NativeSelect
        size="md"
        className={classes.grow ?? ''}
        label={t('floor.dialog.transfer')}
        value={serviceId}
        data={services.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={(event) => setServiceId(event.currentTarget.value)}
      />
      <NativeSelect
        size="md"
        label={t('floor.dialog.placement')}
        value={placement}
        data={placements.map((value) => ({ value, label: t(`floor.placement.${value}`) }))}
        onChange={(event) => setPlacement(event.currentTarget.value as Placement)}
      />
      <Button
        size="md"
        variant="default"
        loading={transfer.pending}
        onClick={() => void transfer.send({ counterId: counter.id, ticketId: ticket.ticketId, serviceId, placement })}
      >
        {t('floor.dialog.transfer.submit')}
      </Button>
    </div>
  );
}
