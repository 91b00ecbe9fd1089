import { mayPrint } from '../../../shared/domain/printing/decide.ts';
import { paperHtml } from '../../../shared/papers/html/index.ts';
import { paperSize } from '../../../shared/papers/size.ts';
import { ok, refuse } from '../../../shared/result.ts';
import { paperModel } from '../printing/models.ts';
import { qrModules } from '../printing/qr.ts';
import type { Callers } from '../rpc/connection.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { recentJobs } from './printJobRows.ts';

/** Papers as HTML, and the print jobs with what became of them. */
export function createPrintingHandlers(services: Services, callers: Callers): Handlers {
  return {
    'printing.jobs': ({ limit }) => ok(recentJobs(services.db, limit)),
    'printing.paper': ({ paper, ...request }, { connection }) => {
      if (!mayPrint(callers.rolesOf(connection), request.kind)) return refuse({ type: 'subjectUnknown' });
      const model = paperModel(services, request);
      if (model === null) return refuse({ type: 'subjectUnknown' });
      return ok({ html: paperHtml(model, paper, qrModules(model.qr)), widthMm: paperSize(paper).widthMm });
    },
  };
}
