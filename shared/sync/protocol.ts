/**
 * Sync between an office and the central server, version 1. Requests are signed by the office (sync/signature.ts).
 *
 *   POST /sync/v1/enrol     a code, two public keys      → who the office is here, the agency's key, the key of PINs
 *   GET  /sync/v1/heads                                  → how far each station's chain is on the server
 *   POST /sync/v1/events    a batch (sync/batch.ts)      → how far they are now; answered only after the commit
 *   GET  /sync/v1/events    ?after=<position>            → a batch of what the server has
 *   GET  /sync/v1/orders    ?wait=<seconds>              → what the server asks of the office and was not told the outcome of
 *   POST /sync/v1/rotate    two public keys              → the id of the new key; the old one ends when it is first used
 *   /sync/v1/files          tus 1.0                      attachments
 *
 * Pushing: chains of several stations in one batch, each from where the server's head stands, without gaps. What the server has
 * is passed over, so a batch may be sent again at any time. The server never refuses an event for what it says: what it does not
 * understand, what does not fit its chain and what stands at a place already taken goes to quarantine, and the rest goes on.
 * If the server's heads go back (a restored backup), the office goes back with them and sends again.
 */
import { z } from 'zod';
import { complaintRules } from '../domain/complaints/rules.ts';
import { holiday, officeProfile, service, weekHours } from '../domain/office/types.ts';
import { id, instant, line } from '../domain/values.ts';

export const syncPath = '/sync/v1';
/** Every answer of a central server carries it; what answers without is a captive portal or another program. */
export const serverHeader = 'loket-server';
export const batchType = 'application/vnd.loket.batch+zstd';
/** The batch before compression, at most. */
export const maxBatchBytes = 32 * 1024 * 1024;
/** Events of a batch, at most. */
export const maxBatchEvents = 20_000;

const hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
export const key32 = z.base64url().length(43);
const binary = (max: number) => z.base64().max(max);

export const head = z.strictObject({ origin: id, originSeq: z.number().int().min(0), hash: hex32 });
export type Head = z.infer<typeof head>;

/** Content sealed for a key: X25519 ephemeral key, AES-256-GCM. */
export const sealedContent = z.strictObject({ keyId: id, ephemeral: key32, content: binary(200_000) });
export type SealedContent = z.infer<typeof sealedContent>;

/** What a sealed text of the office is; decides who is shown it. */
export const textKinds = [
  /** What the complaint says: for the unit that it is assigned to. */
  'complaint',
  /** Of a person, under her id: the masked name, and how she can be reached with notices. */
  'contact',
  /** Words to the complainant. */
  'completionRequest',
  'question',
  'answer',
  'statusReport',
  'referral',
  /** Words of the complainant. */
  'reply',
  'completion',
  'reopening',
] as const;
export type TextKind = (typeof textKinds)[number];

export const sealedText = z.strictObject({ textId: id, subjectId: id, kind: z.enum(textKinds), sealed: sealedContent });
export type SealedText = z.infer<typeof sealedText>;

/** With it a number and a PIN are checked: keyed HMAC, hex of 16 bytes. */
export const pinTag = z.strictObject({ subjectId: id, tag: z.string().regex(/^[0-9a-f]{32}$/u) });

/** The queues as the public may see them: no ticket but the one that is called, no person. */
export const queueNow = z.strictObject({
  at: instant,
  isOpen: z.boolean(),
  openCounters: z.number().int().min(0).max(99),
  services: z
    .array(
      z.strictObject({
        serviceId: id,
        waiting: z.number().int().min(0),
        /** Minutes that whoever comes now will wait; `null`: cannot be told. */
        estimate: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
        lastCalled: z.string().max(12).nullable(),
      }),
    )
    .max(100),
});
export type QueueNow = z.infer<typeof queueNow>;

/** What the public and the agency see of an office's configuration, as the office itself sees it. */
export const officeTold = z.strictObject({
  profile: officeProfile,
  hours: weekHours,
  holidays: z.array(z.strictObject({ year: z.number().int(), confirmed: z.boolean(), days: z.array(holiday).max(100) })).max(30),
  services: z.array(service).max(100),
  counters: z.array(z.strictObject({ id, number: z.number().int(), name: line(40) })).max(100),
  /** Deadlines, units and categories of complaints. */
  complaintRules,
  contact: line(200, 0),
});
export type OfficeTold = z.infer<typeof officeTold>;

/** First line of a batch. */
export const batchHeader = z.strictObject({
  format: z.literal(1),
  count: z.number().int().min(0).max(maxBatchEvents),
  /** Origins by which the events' lines are short; the hash of the last event of each. */
  origins: z.array(z.strictObject({ origin: id, hash: hex32 })).max(500),
  texts: z.array(sealedText).max(50_000),
  pins: z.array(pinTag).max(20_000),
  /** Texts that were erased at the office. */
  erased: z.array(id).max(20_000),
  /** Both only when they changed since the server last heard them. */
  office: officeTold.nullable(),
  now: queueNow.nullable(),
  /** Only from the server: the position of the last event in it. */
  position: z.number().int().nullable(),
});
export type BatchHeader = z.infer<typeof batchHeader>;

export const heads = z.strictObject({ heads: z.array(head).max(500), position: z.number().int() });

export const pushAnswer = z.strictObject({
  heads: z.array(head).max(500),
  /** Of this batch. */
  quarantined: z.number().int(),
  /** Of the office, all that are set aside now. */
  quarantinedInAll: z.number().int(),
  /** The chains do not fit at their ends: send the batch again with the hash of every event. Nothing was stored. */
  needsHashes: z.boolean(),
  /** Something waits in /orders. */
  hasOrders: z.boolean(),
  position: z.number().int(),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

export const enrolRequest = z.strictObject({
  code: z.string().min(10).max(80),
  signingKey: key32,
  sealingKey: key32,
});

const agencyKey = z.strictObject({ keyId: id, publicKey: key32 });
export const enrolAnswer = z.strictObject({
  serverId: id,
  officeId: id,
  keyId: id,
  officeCode: z.string(),
  officeName: z.string(),
  agencyName: z.string(),
  /** Where the public follows: what receipts print. */
  publicUrl: z.url(),
  agencyKey,
  /** Sealed for the office's sealing key, label `pin-key:<office id>`. */
  pinKey: sealedContent,
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

export const rotateRequest = z.strictObject({ signingKey: key32, sealingKey: key32 });
export const rotateAnswer = z.strictObject({ keyId: id });

/** Label under which an order is sealed. */
export const orderLabel = (orderId: string): string => `order:${orderId}`;
/** Label under which a text of an office is sealed. */
export const textLabel = (textId: string): string => `text:${textId}`;

/** Label under which the file of an attachment is sealed. */
export const fileLabel = (attachmentId: string): string => `file:${attachmentId}`;

/** Sealed bytes of an attachment, at most; what officers may attach is smaller (decision 14). */
export const maxFileBytes = 12 * 1024 * 1024;
/** One request of an upload, at most: its signature covers all of it, so it is held in memory. */
export const maxFilePartBytes = 1024 * 1024;

/**
 * What the office says of a file when it begins to send it (tus metadata): `POST /sync/v1/files`. The upload's address is
 * `/sync/v1/files/<attachment id>`, so that whoever sends it next goes on where it stands. The bytes are an ephemeral X25519
 * key (32) and what is sealed under `fileLabel`.
 */
export const fileMetadata = z.strictObject({
  attachmentId: id,
  subjectId: id,
  mediaType: z
    .string()
    .max(100)
    .regex(/^[a-z]+\/[a-z0-9.+-]+$/u),
  /** The agency's key that it is sealed for. */
  keyId: id,
  /** Of the sealed bytes. */
  sha256: hex32,
});
export type FileMetadata = z.infer<typeof fileMetadata>;

export const orderEnvelope = z.strictObject({
  orderId: id,
  createdAt: instant,
  actor: z.string().regex(/^(?:agency:[0-9a-f-]{36}|public|system)$/u),
  sealed: sealedContent,
});
export type OrderEnvelope = z.infer<typeof orderEnvelope>;
export const ordersAnswer = z.strictObject({
  orders: z.array(orderEnvelope).max(200),
  agencyKey,
  /** Lower than it was: the server was put back to a backup. */
  position: z.number().int(),
});

/** Why the server refuses a request as a whole. */
export const syncRefusals = [
  'badRequest',
  'codeUnknown',
  'unknownKey',
  'revoked',
  'badSignature',
  /** `serverTime` says what the server's clock shows. */
  'clockOff',
  'tooLarge',
  'busy',
  'failed',
] as const;
export const syncRefusal = z.strictObject({ refusal: z.enum(syncRefusals), serverTime: instant });
export type SyncRefusal = (typeof syncRefusals)[number];
