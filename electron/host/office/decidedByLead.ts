import { laterSteps } from '../../../shared/domain/complaints/commands.ts';
import type { Method } from '../../../shared/rpc/contract.ts';

/** Areas whose commands the lead alone decides: the queue, and what is the same for the whole office. */
const wholeAreas: readonly string[] = ['queue', 'office', 'staff', 'calm', 'floor'];

/** Single commands that it decides too. */
const singleMethods: ReadonlySet<Method> = new Set<Method>([
  'access.changeSecret',
  'central.enrol',
  'central.leave',
  'central.rotateKey',
  'central.seeAnnouncement',
  'book.record',
  'book.correct',
  'book.saveSettings',
  ...laterSteps,
  'incident.openFromAlarm',
  'lead.handOver',
  'people.erase',
  'stations.change',
  'stations.revoke',
]);

/** Whether a command is the lead's to decide (decision 0016, rule 1); all others are decided where they happen. */
export const isDecidedByLead = (method: Method): boolean => wholeAreas.includes(method.split('.')[0] ?? '') || singleMethods.has(method);
