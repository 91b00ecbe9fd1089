import { z } from 'zod';
import { id } from '../../domain/values.ts';
import { command, pick } from '../define.ts';
import { atCounter, counterStaff, done } from './queueParts.ts';
import { queueRefusals } from './queueRefusals.ts';

/** Who works at which counter. */
export const queueCounters = {
  'queue.openCounter': command({
    roles: counterStaff,
    /** `takeOver` lets a supervisor replace the officer who is signed on. */
    input: atCounter.extend({ takeOver: z.boolean().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterTaken', 'alreadyAtCounter'),
  }),
  'queue.closeCounter': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterClosed', 'counterBusy', 'notAtCounter'),
  }),
  'queue.startBreak': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(
      queueRefusals,
      'leadUnreachable',
      'dayNotOpen',
      'counterUnknown',
      'counterClosed',
      'counterOnBreak',
      'counterBusy',
      'notAtCounter',
    ),
  }),
  'queue.endBreak': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterClosed', 'notAtCounter'),
  }),
  /** A supervisor puts an officer at a counter, wherever she is now. */
  'queue.assignOfficer': command({
    roles: ['pengawas', 'admin'],
    input: atCounter.extend({ staffId: id, takeOver: z.boolean().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'officerUnknown', 'counterTaken', 'counterBusy'),
  }),
};
