import { createAccessHandlers } from './access/handlers.ts';
import { createAlarmHandlers } from './queries/alarmHandlers.ts';
import { createCentralHandlers } from './central/handlers.ts';
import { createBookHandlers } from './book/handlers.ts';
import { createAttachmentHandlers } from './complaints/attachmentHandlers.ts';
import { createDraftHandlers } from './complaints/draftHandlers.ts';
import { createComplaintQueries } from './complaints/queryHandlers.ts';
import { createRegisterHandlers } from './complaints/registerHandler.ts';
import { createStepHandlers } from './complaints/stepHandlers.ts';
import { createDocumentHandlers } from './queries/documentHandlers.ts';
import { createFloorHandlers } from './floor/floorHandlers.ts';
import { createIncidentHandlers } from './queries/incidentHandlers.ts';
import { createCalmHandlers } from './queries/calmHandlers.ts';
import { createLeadHandlers } from './queries/leadHandlers.ts';
import { createOfficeHandlers } from './queries/officeHandlers.ts';
import { createPeopleHandlers } from './queries/peopleHandlers.ts';
import { createPrintingHandlers } from './queries/printingHandlers.ts';
import { createQueueHandlers } from './queries/queueHandlers.ts';
import { createScreensHandlers } from './queries/screensHandlers.ts';
import { createStationHandlers } from './queries/stationHandlers.ts';
import { createSystemHandlers } from './queries/system.ts';
import type { Callers } from './rpc/connection.ts';
import { createExecute } from './rpc/execute.ts';
import type { Handlers } from './rpc/handlers.ts';
import type { Services } from './services.ts';

/** Every handler of the station, by area, and the rules of who may call. */
export function createHandlers(services: Services): { handlers: Handlers; callers: Callers } {
  const { callers } = services.access;
  const execute = createExecute(services.engine, callers);
  const handlers: Handlers = {
    ...createAccessHandlers(services, execute),
    ...createOfficeHandlers(services, execute),
    ...createDocumentHandlers(services, execute),
    ...createPrintingHandlers(services, callers),
    ...createPeopleHandlers(services, execute),
    ...createQueueHandlers(services, execute, callers),
    ...createRegisterHandlers(services, execute),
    ...createStepHandlers(services, execute),
    ...createComplaintQueries(services),
    ...createAttachmentHandlers(services),
    ...createDraftHandlers(services),
    ...createAlarmHandlers(services),
    ...createIncidentHandlers(services, execute),
    ...createCalmHandlers(services),
    ...createScreensHandlers(services),
    ...createBookHandlers(services, execute),
    ...createFloorHandlers(services),
    ...createLeadHandlers(services),
    ...createSystemHandlers(services),
    ...createStationHandlers(services, execute),
    ...createCentralHandlers(services, execute),
  };
  return { handlers, callers };
}
