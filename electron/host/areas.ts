import type { OfficeState } from '../../shared/domain/office/state.ts';
import type { CentralState } from '../../shared/domain/central/state.ts';
import type { LeadState } from '../../shared/domain/lead/lead.ts';
import type { QueueState } from '../../shared/domain/queue/state.ts';
import { accessArea } from './areas/access.ts';
import { centralArea } from './areas/central.ts';
import { bookArea } from './areas/book.ts';
import { complaintsArea } from './areas/complaints.ts';
import { documentsArea } from './areas/documents.ts';
import { leadArea } from './areas/lead.ts';
import { keyProtectionArea } from './areas/keyProtection.ts';
import { incidentsArea } from './areas/incidents.ts';
import { floorArea } from './areas/floor.ts';
import { officeArea } from './areas/office.ts';
import { peopleArea } from './areas/people.ts';
import { printingArea } from './areas/printing.ts';
import { queueArea } from './areas/queue.ts';
import { trainingArea } from './areas/training.ts';
import type { AnyArea } from './engine/areas.ts';

/** The folded states that deciders and queries may read. Each area adds its own line here. */
export interface States {
  readonly office: OfficeState;
  readonly queue: QueueState;
  readonly lead: LeadState;
  readonly central: CentralState;
}

/** Every area of the domain, in the order in which their states are folded at start. */
export const areas: readonly AnyArea[] = [
  officeArea,
  queueArea,
  leadArea,
  accessArea,
  documentsArea,
  printingArea,
  peopleArea,
  keyProtectionArea,
  complaintsArea,
  incidentsArea,
  trainingArea,
  bookArea,
  floorArea,
  centralArea,
];
