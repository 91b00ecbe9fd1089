import { branchTable } from './branches.ts';
import { bookTables } from './book.ts';
import { callTable } from './calls.ts';
import { complaintTables } from './complaints.ts';
import { counterSessionTable } from './counterSessions.ts';
import { documentTables } from './documents.ts';
import { floorTables } from './floor.ts';
import { incidentTable } from './incidents.ts';
import { officeDayTable } from './officeDays.ts';
import { peopleTables } from './people.ts';
import { printJobTable } from './printJobs.ts';
import type { StateTable } from './stateTable.ts';
import { ticketTable } from './tickets.ts';
import { trainingTable } from './training.ts';
import { visitTable } from './visits.ts';

/** Every state table of a station. */
export const stateTables: readonly StateTable[] = [
  officeDayTable,
  branchTable,
  ticketTable,
  visitTable,
  callTable,
  counterSessionTable,
  documentTables,
  printJobTable,
  peopleTables,
  complaintTables,
  incidentTable,
  trainingTable,
  bookTables,
  floorTables,
];
