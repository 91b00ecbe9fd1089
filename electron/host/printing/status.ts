import type { Output } from '../../../shared/rpc/contract.ts';
import { lastEndOf } from '../queries/printJobRows.ts';
import type { Services } from '../services.ts';

/**
 * The printer as the status line shows it: `none` when the settings name no printer, `failing` with the name of the one
 * whose last paper did not come out, else `ready`. Known from the last outcomes; nobody asks a printer in advance.
 */
export function printerStatus({ db, engine }: Pick<Services, 'db' | 'engine'>): Output<'system.status'>['printer'] {
  const { printers } = engine.states.office;
  const [first] = printers;
  if (first === undefined) return { state: 'none', name: null };
  const failing = printers.find(({ id }) => lastEndOf(db, id)?.outcome === 'failed');
  return failing === undefined ? { state: 'ready', name: first.name } : { state: 'failing', name: failing.name };
}

/** The printer that the settings name for tickets, and who reaches it. */
export function ticketPrinter({ engine }: Pick<Services, 'engine'>): Output<'printing.ticketPrinter'> {
  const printer = engine.states.office.printers.find(({ uses }) => uses.includes('ticket'));
  if (printer === undefined) return null;
  return { name: printer.name, by: printer.connection.kind === 'network' ? 'host' : 'window' };
}
