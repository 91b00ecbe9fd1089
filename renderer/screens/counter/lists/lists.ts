import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import type { Why } from '../model/actions.ts';

/** What every list of tickets needs. */
export interface ListProps {
  readonly tickets: readonly TicketView[];
  readonly serviceTitle: (serviceId: string) => string;
  /** Why its buttons do nothing now. */
  readonly why: Why | null;
}
