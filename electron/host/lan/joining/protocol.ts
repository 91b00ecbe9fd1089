/**
 * How a new station joins (decision 19). Both ends speak mutual TLS 1.3 with certificates that nobody knows yet; what binds them
 * together is the code, which a person carried from one screen to the other.
 *
 * 1. new → lead  `hello`     its station id and a fresh nonce
 * 2. lead → new  `challenge` a fresh nonce of the lead
 * 3. new → lead  `proof`     HMAC under the code over both certificates' fingerprints, both nonces and the station id
 * 4. lead → new  `welcome`   letter, name, roster and the office's keys, with the lead's own HMAC over the same and the welcome
 * 5. new → lead  `joined`    everything is on disk
 *
 * A station that is not the lead answers `hello` with `refused`, so that whoever typed its address hears why.
 *
 * Each end computes the proofs over the fingerprints that it sees itself, so a man in the middle, who shows each end a certificate
 * of his own, can pass on no proof. The code is worth nothing after the first right proof, after ten minutes, or when cancelled.
 */
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { fingerprint, stationDetails, stationLetter } from '../../../../shared/domain/stations/types.ts';
import { id } from '../../../../shared/domain/values.ts';
import { roster } from '../stateFile.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
const key = z.base64().length(44);

export const welcome = z.strictObject({
  letter: stationLetter.min(1),
  details: stationDetails,
  roster,
  /** The keys of the office's vault, base64 (decision 16, rule 20). */
  keys: z.strictObject({ officeKey: key, indexKey: key, pepper: key }),
});
export type Welcome = z.infer<typeof welcome>;

export const fromNewStation = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello'), stationId: id, nonce: hex32 }),
  z.strictObject({ t: z.literal('proof'), proof: hex32 }),
  z.strictObject({ t: z.literal('joined') }),
]);
export type FromNewStation = z.infer<typeof fromNewStation>;

export const refusals = ['codeRefused', 'tooManyTries', 'stationRevoked', 'stationNameTaken', 'notLead', 'leadCannotRecord'] as const;
export const fromLead = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('challenge'), nonce: hex32 }),
  /** `welcome` as the JSON text that the proof covers. */
  z.strictObject({ t: z.literal('welcome'), welcome: z.string().max(2_000_000), proof: hex32 }),
  z.strictObject({ t: z.literal('refused'), reason: z.enum(refusals) }),
]);
export type FromLead = z.infer<typeof fromLead>;

export const transcript = z.strictObject({ stationId: id, newStation: fingerprint, lead: fingerprint, newNonce: hex32, leadNonce: hex32 });
/** Everything that both ends must have seen alike. */
export type Transcript = z.infer<typeof transcript>;

/** The new station's proof that it was given the code. */
export const proofOfNewStation = (code: string, seen: Transcript): string => proof(code, 'loket join 1: new station', seen, '');

/** The lead's proof that it showed the code, and that the welcome is its own. */
export const proofOfLead = (code: string, seen: Transcript, welcomeJson: string): string =>
  proof(code, 'loket join 1: lead', seen, hash('sha256', welcomeJson));

/** Every part has its length before it, so that no two transcripts give the same bytes. */
function proof(code: string, domain: string, seen: Transcript, more: string): string {
  const hmac = createHmac('sha256', code);
  for (const part of [domain, seen.lead, seen.newStation, seen.leadNonce, seen.newNonce, seen.stationId, more]) {
    hmac.update(`${part.length}:${part};`);
  }
  return hmac.digest('hex');
}

/** Takes the same time wherever the first difference is. */
export const isSameProof = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** One end waits no longer than this for the next message. */
export const joinStepMs = 10_000;
export const joinCodeMs = 10 * 60_000;
/** Tries of one address, and of all who knock, within a minute. */
export const triesPerMinute = 5;
export const triesPerMinuteOfAll = 60;
