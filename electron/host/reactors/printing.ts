import type { EndedOutcome, PrintFailure, PrintRequested } from '../../../shared/domain/printing/events.ts';
import { paperCommands } from '../../../shared/papers/raw/index.ts';
import { paperSize } from '../../../shared/papers/size.ts';
import type { RecordedEvent } from '../engine/event.ts';
import { encodeEscPos } from '../printing/escpos.ts';
import { createJobQueue } from '../printing/jobQueue.ts';
import { paperModel } from '../printing/models.ts';
import { type Sending, sendToPrinter } from '../printing/tcpSender.ts';
import { pendingJobIds } from '../queries/printJobRows.ts';
import type { Services } from '../services.ts';

type Job = PrintRequested['data'];

/**
 * Sends committed print jobs to network printers and records how each ended. It hears of commits only, so a replay
 * never prints. What a crash left open is recorded as interrupted: nobody knows whether paper came out, a person
 * decides about printing again.
 * @returns how to stop, before the database closes.
 */
export function startPrintingReactor(services: Services): () => void {
  const { engine, ports, log } = services;

  const end = (jobId: string, outcome: EndedOutcome, failure: PrintFailure | null) => {
    const input = { jobId, outcome, failure };
    engine.execute({ method: 'printing.end', input, commandId: ports.random.uuid(), actor: { kind: 'system' }, roles: ['system'] });
  };
  const queue = createJobQueue({
    clock: ports.clock,
    onRenderingError: (error) => log.error({ err: error }, 'a paper could not be made'),
    onEnd(jobId, sent) {
      if (!sent.ok) log.warn({ jobId, failure: sent.failure }, 'printing failed');
      try {
        end(jobId, sent.ok ? 'printed' : 'failed', sent.ok ? null : sent.failure);
      } catch (error) {
        // The job stays open and is recorded as interrupted at the next start; the next paper must still print.
        log.error({ jobId, err: error }, 'the end of a print job could not be recorded');
      }
    },
  });

  for (const jobId of pendingJobIds(services.db)) end(jobId, 'failed', 'interrupted');
  const stop = engine.onCommit(({ events, here }) => {
    if (!here) return;
    for (const event of events) {
      if (event.type !== 'printRequested.v1') continue;
      const { data } = event as RecordedEvent<PrintRequested>;
      if (data.by !== 'host' || data.printerId === null) continue;
      queue.add({ jobId: data.jobId, printerId: data.printerId, start: () => send(services, data) });
    }
  });
  return () => {
    stop();
    queue.close();
  };
}

/** Reads the paper and the printer's address at this moment: both may have changed while the job waited. */
function send(services: Services, job: Job): Sending {
  const printer = services.engine.states.office.printers.find(({ id }) => id === job.printerId);
  if (printer?.connection.kind !== 'network') return { sent: Promise.resolve({ ok: false, failure: 'noPrinter' }), abort: () => {} };
  const model = paperModel(services, job);
  if (model === null) throw new Error(`Nothing to print for ${job.kind} ${job.subjectId}`);
  const { columns } = paperSize(job.paper);
  return sendToPrinter(services.ports, printer.connection, encodeEscPos(paperCommands(model, columns), columns));
}
