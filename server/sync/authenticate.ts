import type { FastifyRequest } from 'fastify';
import { id } from '../../shared/domain/values.ts';
import type { SyncRefusal } from '../../shared/sync/protocol.ts';
import { publicKey } from '../../sync/keys.ts';
import { type Authorization, isSignedBy, parseAuthorization, signatureWindowMs } from '../../sync/signature.ts';
import type { ServerServices } from '../services.ts';

export interface Caller {
  readonly officeId: string;
  readonly agencyId: string;
  readonly keyId: string;
}

/** Who a request says that it is from, with the key that has to have signed it. */
export interface Claim extends Caller {
  readonly authorization: Authorization;
  readonly signingKey: Buffer;
  readonly revokedAt: Date | null;
  /** `rotated`: the office itself took another key. */
  readonly revokedWhy: string | null;
}

export type Claimed = { readonly ok: true; readonly claim: Claim } | { readonly ok: false; readonly refusal: SyncRefusal };

/**
 * Looks up the key of a request before its body is read: whoever knows no key may not fill the memory. The office's id stands
 * in the header `loket-office`: the key is looked up among its own.
 */
export async function readClaim({ db }: Pick<ServerServices, 'db'>, { headers }: Pick<FastifyRequest, 'headers'>): Promise<Claimed> {
  const authorization = parseAuthorization(headers.authorization);
  const officeId = id.safeParse(headers['loket-office']);
  const keyId = id.safeParse(authorization?.keyId);
  if (authorization === null || !officeId.success || !keyId.success) return { ok: false, refusal: 'badSignature' };
  const row = await db.inOffice(officeId.data, async (tx) => {
    const { rows } = await tx.query<{ signing_key: Buffer; revoked_at: Date | null; revoked_why: string | null; agency_id: string }>(
      `SELECT signing_key, revoked_at, revoked_why, agency_id FROM office_key JOIN office USING (office_id)
       WHERE office_id = $1 AND key_id = $2`,
      [officeId.data, keyId.data],
    );
    return rows[0];
  });
  if (row === undefined) return { ok: false, refusal: 'unknownKey' };
  return {
    ok: true,
    claim: {
      officeId: officeId.data,
      agencyId: row.agency_id,
      keyId: keyId.data,
      authorization,
      signingKey: row.signing_key,
      revokedAt: row.revoked_at,
      revokedWhy: row.revoked_why,
    },
  };
}

/** Why a request is not what it says; `null`: it is. @param body the bytes of the request as they came. */
export function whyNot(
  { authorization, signingKey, revokedAt }: Claim,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  body: Uint8Array,
  now: number,
): SyncRefusal | null {
  if (!isSignedBy({ method, path: url, body }, authorization, publicKey('Ed25519', signingKey))) return 'badSignature';
  // Said only to whoever holds the key.
  if (revokedAt !== null) return 'revoked';
  return Math.abs(authorization.at - now) > signatureWindowMs ? 'clockOff' : null;
}
