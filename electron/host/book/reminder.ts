import { defaultBookSettings } from '../../../shared/domain/book/types.ts';
import { dateNow, dayView } from '../../../shared/domain/queue/day.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { actorToText } from '../engine/event.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Services } from '../services.ts';
import { hasOpened, isDismissed, isPrinted } from './rows.ts';

type Parts = Pick<Services, 'db' | 'engine' | 'ports' | 'access'>;

/**
 * Whether this person is to be reminded of today's sheet: it must be on paper before the electricity goes. From the opening of
 * the day until a sheet is printed or somebody says that none is needed; for who opened the office, and for supervisors.
 */
export function reminder({ db, engine, ports, access: { callers } }: Parts, connection: Connection): Output<'book.reminder'> {
  const { office, queue } = engine.states;
  const now = ports.clock.now();
  const date = dateNow(office, now);
  const { printerId: chosen, ...rest } = office.book ?? defaultBookSettings;
  // A printer that was removed since prints nothing.
  const settings = { ...rest, printerId: office.printers.some(({ id }) => id === chosen) ? chosen : null };
  const isOpen = dayView(queue, office, now).openDate === date;
  const roles = callers.rolesOf(connection);
  const opened = () => hasOpened(db, date, actorToText(callers.actorOf(connection)));
  const isTheirs = roles.includes('pengawas') || roles.includes('admin') || opened();
  const due = isOpen && isTheirs && !isDismissed(db, date) && !isPrinted(db, date);
  return { date, due, automatic: due && settings.automatic && printedByWindow(engine, settings.printerId) && opened(), settings };
}

/** The host prints on network printers by itself; the operating system's are a window's. */
export function printedByWindow({ states }: Parts['engine'], printerId: string | null): boolean {
  const { printers } = states.office;
  const printer = printers.find(({ id, uses }) => (printerId === null ? uses.includes('blackoutSheet') : id === printerId));
  return printer?.connection.kind !== 'network';
}
