/** The floor `/lantai`: everything a duty supervisor sees, and what she says from there. No personal data of visitors. */
import { z } from 'zod';
import { calmLevel } from '../../domain/calm/types.ts';
import { broadcastSurface, broadcastSurfaces, broadcastText, thanksReason } from '../../domain/floor/types.ts';
import { counter, priorityPolicy, service } from '../../domain/office/types.ts';
import { counterStatus, dayView, priorityGround, ticketStatus } from '../../domain/queue/types.ts';
import { bilingual, date, id, instant } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { everyStaff, staffRoles } from '../roles.ts';
import { helpView } from './incidents.ts';
import { queueRefusals } from './queueRefusals.ts';
import { serviceQueue } from './queueViews.ts';

const supervisors = ['pengawas', 'admin'] as const;
const done = z.strictObject({});
const count = z.number().int().min(0);
const ms = z.number().int().min(0);

export const floorRefusals = {
  /** The end of a text lies in the past, or more than seven days away. */
  broadcastEndInvalid: z.strictObject({}),
  broadcastUnknown: z.strictObject({}),
  thanksToOneself: z.strictObject({}),
  thanksUnknown: z.strictObject({}),
};

const ticketThere = z.strictObject({
  ticketId: id,
  number: z.string(),
  status: ticketStatus,
  serviceId: id,
  priority: z.boolean(),
  /** Time at the counter, without holds and disturbances, at the time of the answer; of one that was called, since the call. */
  elapsedMs: ms,
  /** Whether that time runs on: not on hold, and the service not disturbed. */
  running: z.boolean(),
  /** What the visit should take (the service standard's minutes, else the catalogue's mean). */
  targetMs: ms,
});

const disturbance = z.strictObject({ note: z.string(), promisedOn: date.nullable() });
const curveSlot = z.strictObject({ minute: z.number().int(), arrivals: count, waiting: count, served: count });
const curve = z.strictObject({ date, slots: z.array(curveSlot) });

const broadcastView = z.strictObject({
  broadcastId: id,
  text: broadcastText,
  surfaces: z.array(broadcastSurface),
  from: instant,
  until: instant,
  by: z.string(),
});

export const floorView = z.strictObject({
  day: dayView,
  policy: priorityPolicy,
  /** Minutes of work left until closing, without breaks; `null`: the hours do not list today. */
  remainingMinutes: count.nullable(),
  counters: z.array(
    counter.extend({
      status: counterStatus,
      staffId: id.nullable(),
      staffName: z.string().nullable(),
      current: ticketThere.nullable(),
      held: z.array(ticketThere),
      /** Level of the conflict that is open there; `null`: calm. */
      incident: z.strictObject({ incidentId: id, level: calmLevel }).nullable(),
    }),
  ),
  services: z.array(
    service.pick({ id: true, prefix: true, title: true, targetWaitMinutes: true }).extend({
      queue: serviceQueue,
      /** Wait of whoever waits longest, at the time of the answer; `null`: nobody waits. */
      longestWaitMs: ms.nullable(),
      emptyInMinutes: count.nullable(),
      expected: count,
      leftAtClosing: count.nullable(),
      /** Part served within the target (DOMAIN section 3); `null`: nobody counts yet. */
      level: z.number().min(0).max(1).nullable(),
      disturbance: disturbance.nullable(),
    }),
  ),
  level: z.number().min(0).max(1).nullable(),
  /** Priority visitors who have waited for most of their limit, the most urgent first; at most 20. */
  nearLimit: z.array(
    z.strictObject({ ticketId: id, number: z.string(), serviceId: id, ground: priorityGround, waitedMs: ms, limitMs: ms }),
  ),
  officers: z.array(z.strictObject({ staffId: id, name: z.string(), roles: z.array(z.enum(staffRoles)), counterId: id.nullable() })),
  /** Stations of the office that are not revoked, this one first. */
  stations: z.array(
    z.strictObject({
      letter: z.string(),
      name: z.string(),
      role: z.enum(['alone', 'lead', 'follower']),
      self: z.boolean(),
      health: z.enum(['good', 'warning', 'bad']),
      trouble: z.enum(['none', 'checking', 'damaged', 'failing', 'unreachable', 'notCopied', 'clock']),
    }),
  ),
  printers: z.array(
    z.strictObject({ printerId: id, name: z.string(), state: z.enum(['unknown', 'ready', 'failing']), endedAt: instant.nullable() }),
  ),
  helps: z.array(helpView),
  /** Conflicts that are still going on, the newest first; at most 20. */
  incidents: z.array(
    z.strictObject({
      incidentId: id,
      level: calmLevel,
      counterName: z.string().nullable(),
      ticketNumber: z.string().nullable(),
      openedAt: instant,
    }),
  ),
  complaints: z.strictObject({
    overdue: count,
    dueToday: count,
    /** The most urgent ones; at most 10. */
    next: z.array(z.strictObject({ complaintId: id, number: z.string(), dueAt: instant, overdue: z.boolean() })),
  }),
  broadcasts: z.array(broadcastView),
  /** Today, and the newest earlier office day of the same weekday within five weeks. */
  today: curve,
  before: curve.nullable(),
});
export type FloorView = z.output<typeof floorView>;

export const floorMethods = {
  /** Everything on the floor. */
  'floor.view': query({
    roles: supervisors,
    input: z.strictObject({}),
    output: floorView,
    topics: ['queue', 'office', 'staff', 'incidents', 'printing', 'complaints', 'system', 'stations', 'floor'],
  }),
  /** What this surface must show: texts from the floor, and services that are disturbed. */
  'floor.notices': query({
    roles: ['board', 'kiosk', ...everyStaff],
    input: z.strictObject({}),
    output: z.strictObject({
      broadcasts: z.array(broadcastView.pick({ broadcastId: true, text: true, until: true })),
      disturbances: z.array(disturbance.extend({ serviceId: id, title: bilingual(120) })),
    }),
    topics: ['floor', 'queue', 'office'],
  }),
  'floor.broadcast': command({
    roles: supervisors,
    input: z.strictObject({
      broadcastId: id,
      text: broadcastText,
      surfaces: z.array(broadcastSurface).min(1).max(broadcastSurfaces.length),
      until: instant,
    }),
    output: done,
    refusals: pick(floorRefusals, 'broadcastEndInvalid'),
  }),
  'floor.withdrawBroadcast': command({
    roles: supervisors,
    input: z.strictObject({ broadcastId: id }),
    output: done,
    refusals: pick(floorRefusals, 'broadcastUnknown'),
  }),
  /** Thanks an officer by name. */
  'floor.thank': command({
    roles: supervisors,
    input: z.strictObject({ thanksId: id, staffId: id, reason: thanksReason }),
    output: done,
    refusals: { ...pick(queueRefusals, 'officerUnknown'), ...pick(floorRefusals, 'thanksToOneself') },
  }),
  /** Thanks to the caller that she has not put away yet, the newest first. */
  'floor.thanks': query({
    roles: everyStaff,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ thanksId: id, reason: thanksReason, by: z.string(), at: instant })),
    topics: ['floor', 'staff'],
  }),
  'floor.seeThanks': command({
    roles: everyStaff,
    input: z.strictObject({ thanksId: id }),
    output: done,
    refusals: pick(floorRefusals, 'thanksUnknown'),
  }),
};
