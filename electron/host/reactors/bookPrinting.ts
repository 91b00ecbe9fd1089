import { defaultBookSettings } from '../../../shared/domain/book/types.ts';
import type { QueueEventOf } from '../../../shared/domain/queue/events.ts';
import { printedByWindow } from '../book/reminder.ts';
import { isPrinted } from '../book/rows.ts';
import type { RecordedEvent } from '../engine/event.ts';
import type { Services } from '../services.ts';

type DayOpened = QueueEventOf<'officeDayOpened.v1'>;

/**
 * Prints the sheets of the morning when the office opens its day, where the settings say so and the host itself reaches the
 * printer. Only the station that decided the opening does it, and an office that opens a second time has its sheets.
 * @returns how to stop.
 */
export function startBookPrinting({ db, engine, ports, station, log }: Services): () => void {
  const run = (method: string, input: unknown) =>
    engine.execute({ method, input, commandId: ports.random.uuid(), actor: { kind: 'system' }, roles: ['system'] });

  const printFor = (date: string) => {
    const { automatic, sheets, printerId } = engine.states.office.book ?? defaultBookSettings;
    if (!automatic || printedByWindow(engine, printerId) || isPrinted(db, date)) return;
    const sheetIds = Array.from({ length: sheets }, () => ports.random.uuid());
    const made = run('book.makeSheets', { sheetIds, date });
    if (made.kind !== 'done') return log.warn({ date }, 'no sheet of the blackout book could be made');
    for (const subjectId of sheetIds) run('printing.print', { jobId: ports.random.uuid(), kind: 'blackoutSheet', subjectId, printerId });
  };

  return engine.onCommit(({ events }) => {
    for (const event of events) {
      if (event.type !== 'officeDayOpened.v1' || event.origin !== station.id) continue;
      printFor((event as RecordedEvent<DayOpened>).data.date);
    }
  });
}
