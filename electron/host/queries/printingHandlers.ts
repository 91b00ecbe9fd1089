import { mayPrint, mayPrintOf } from '../../../shared/domain/printing/decide.ts';
import { paperHtml } from '../../../shared/papers/html/index.ts';
import { paperSize } from '../../../shared/papers/size.ts';
import { ok, refuse } from '../../../shared/result.ts';
import { paperModel } from '../printing/models.ts';
import { qrModules } from '../printing/qr.ts';
import { ticketPrinter } from '../printing/status.ts';
import { paperOwner, storedLabel } from '../printing/subjects.ts';
import type { Callers } from '../rpc/connection.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { recentJobs } from './printJobRows.ts';

/** Papers as HTML, and the print jobs with what became of them. */
export function createPrintingHandlers(services: Services, callers: Callers): Handlers {
  return {
    'printing.jobs': ({ limit }) => ok(recentJobs(services.db, limit)),
    'printing.ticketPrinter': () => ok(ticketPrinter(services)),
    'printing.paper': ({ paper, ...request }, { connection }) => {
      const [roles, actor] = [callers.rolesOf(connection), callers.actorOf(connection)];
      if (!mayPrint(roles, request.kind)) return refuse({ type: 'subjectUnknown' });
      const model = paperModel(services, request);
      if (model === null) return refuse({ type: 'subjectUnknown' });
      const owner = paperOwner(services.db, request.kind, request.subjectId);
      if (!mayPrintOf(owner, { roles, staffId: actor.kind === 'staff' ? actor.staffId : null }))
        return refuse({ type: 'complaintNotYours', number: storedLabel(services.db, 'complaintReceipt', request.subjectId) ?? '' });
      return ok({ html: paperHtml(model, paper, qrModules(model.qr)), widthMm: paperSize(paper).widthMm });
    },
  };
}
