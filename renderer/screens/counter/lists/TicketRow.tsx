import type { ReactNode } from 'react';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { PriorityMark } from '../../../ui/PriorityMark.tsx';
import classes from './lists.module.css';

interface Props {
  ticket: TicketView;
  service: string;
  /** How long it waited, is held, was served. */
  time: string;
  tag?: string | undefined;
  children?: ReactNode;
}

/** One ticket in a list: number, mark, service, time, and its button. */
export function TicketRow({ ticket, service, time, tag, children }: Props) {
  return (
    <li className={classes.row} data-priority={ticket.ground !== null}>
      <div className={classes.main}>
        <p className={classes.top}>
          <span className={classes.number}>{ticket.number}</span>
          {ticket.ground !== null && <PriorityMark ground={ticket.ground} small />}
          {tag !== undefined && <span className={classes.tag}>{tag}</span>}
        </p>
        <p className={classes.sub}>
          <span className={classes.service}>{service}</span> · {time}
        </p>
      </div>
      {children}
    </li>
  );
}
