/**
 * The office and its central server: whether it is enrolled, what waits to be sent and since when, what went wrong, and
 * what the agency announces (docs/decisions/0027). Work at the counter never waits for any of it.
 */
import { z } from 'zod';
import { bilingual, date, id, instant } from '../../domain/values.ts';
import { syncFailures } from '../../sync/failures.ts';
import { syncRefusals } from '../../sync/protocol.ts';
import { command, pick, query } from '../define.ts';
import { everyStaff } from '../roles.ts';

const syncFailure = z.enum(syncFailures);

export const centralRefusals = {
  /** Nothing answers at the address. */
  centralUnreachable: z.strictObject({}),
  /** What answers there is not a central server. */
  centralNotTheServer: z.strictObject({}),
  /** Wrong, used or expired: the server does not say which. */
  centralCodeUnknown: z.strictObject({}),
  /** Not https, and not this computer. */
  centralUrlInsecure: z.strictObject({}),
  centralAlreadyEnrolled: z.strictObject({}),
  centralNotEnrolled: z.strictObject({}),
  centralFailed: z.strictObject({ failure: syncFailure }),
};

/** Where the office is enrolled and under which key. */
export const centralEnrolment = z.strictObject({
  /** Of the server, without a slash at its end. */
  url: z.string(),
  serverId: id,
  officeName: z.string(),
  officeCode: z.string(),
  agencyName: z.string(),
  /** Where the public follows: what receipts print. */
  publicUrl: z.string(),
  enrolledAt: instant,
  keyId: id,
  keyCreatedAt: instant,
});
export type CentralEnrolment = z.infer<typeof centralEnrolment>;

export const centralStatus = z.strictObject({
  /** `null`: this office sends nothing anywhere. */
  enrolment: centralEnrolment.nullable(),
  /** This station is the one that sends now. */
  isPusher: z.boolean(),
  /** The station that sends now; `null`: not known here. */
  pusherStationId: id.nullable(),
  waiting: z.strictObject({
    events: z.number().int().min(0),
    /** When the oldest of them happened; `null`: none waits. */
    since: instant.nullable(),
    files: z.number().int().min(0),
  }),
  /** When the server last confirmed something; `null`: not since this station started. */
  lastSuccessAt: instant.nullable(),
  problem: z
    .strictObject({
      failure: syncFailure,
      /** When the server itself refused. */
      refusal: z.enum(syncRefusals).nullable(),
      since: instant,
      /** `null`: it is not tried again by itself. */
      nextTryAt: instant.nullable(),
    })
    .nullable(),
  /** Server's clock minus this one's, ms. */
  clockOffsetMs: z.number().int(),
  /** Events that the server set aside since the enrolment because it could not understand them. */
  quarantined: z.number().int().min(0),
  /** When the server had forgotten what it had confirmed (a restored backup) and heard everything again. */
  wentBack: instant.nullable(),
  /** What the server asks of the office. */
  orders: z.strictObject({
    waiting: z.number().int().min(0),
    /** The latest 20 that the office did not follow, newest first. */
    refused: z.array(z.strictObject({ orderId: id, kind: z.string(), refusal: z.string(), at: instant })).max(20),
  }),
});
export type CentralStatus = z.infer<typeof centralStatus>;

export const centralAnnouncement = z.strictObject({
  announcementId: id,
  title: bilingual(120),
  body: bilingual(2000),
  /** The last day on which it is shown, in the office's zone. */
  until: date,
  receivedAt: instant,
  /** By the person who asks. */
  seen: z.boolean(),
});
export type CentralAnnouncement = z.infer<typeof centralAnnouncement>;

const done = z.strictObject({});

export const centralMethods = {
  'central.status': query({
    roles: everyStaff,
    input: z.strictObject({}),
    output: centralStatus,
    topics: ['central', 'office', 'stations'],
  }),
  /** The office enrols with the code that the agency's administrator made; from then on it sends. */
  'central.enrol': command({
    roles: ['admin'],
    input: z.strictObject({ url: z.string().max(200), code: z.string().max(80) }),
    output: done,
    refusals: pick(
      centralRefusals,
      'centralUnreachable',
      'centralNotTheServer',
      'centralCodeUnknown',
      'centralUrlInsecure',
      'centralAlreadyEnrolled',
      'centralFailed',
    ),
  }),
  /** Tries now instead of when it would be tried by itself. */
  'central.retry': command({ roles: everyStaff, input: z.strictObject({}), output: done, refusals: {} }),
  /** The office gets new keys; the server revokes the old ones. */
  'central.rotateKey': command({
    roles: ['admin'],
    input: z.strictObject({}),
    output: done,
    refusals: pick(centralRefusals, 'centralNotEnrolled', 'centralUnreachable', 'centralFailed'),
  }),
  /** The office stops sending; what the server has it keeps. */
  'central.leave': command({
    roles: ['admin'],
    input: z.strictObject({}),
    output: done,
    refusals: pick(centralRefusals, 'centralNotEnrolled'),
  }),
  /** What the agency says to its offices and is not over, newest first. */
  'central.announcements': query({
    roles: everyStaff,
    input: z.strictObject({}),
    output: z.strictObject({ announcements: z.array(centralAnnouncement) }),
    topics: ['central'],
  }),
  /** The person has read it; again, or of one that is gone, changes nothing. */
  'central.seeAnnouncement': command({
    roles: everyStaff,
    input: z.strictObject({ announcementId: id }),
    output: done,
    refusals: {},
  }),
};
