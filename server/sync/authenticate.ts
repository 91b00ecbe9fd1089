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
  /** There are older ones that still count. */
  readonly replaces: boolean;
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
    const { rows } = await tx.query<{ signing_key: Buffer; revoked_at: Date | null; agency_id: string; replaces: boolean }>({
      name: 'office-key',
      text: `SELECT signing_key, revoked_at, agency_id, EXISTS (SELECT 1 FROM office_key AS older
          WHERE older.office_id = $1 AND older.revoked_at IS NULL AND older.created_at < key.created_at) AS replaces
        FROM office_key AS key JOIN office USING (office_id) WHERE office_id = $1 AND key_id = $2`,
      values: [officeId.data, keyId.data],
    });
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
      replaces: row.replaces,
    },
  };
}

/** Why a request is not what it says; `null`: it is. @param body the bytes of the request as they came. */
export async function whyNot(
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  { officeId, keyId, authorization, signingKey, revokedAt, replaces }: Claim,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  body: Uint8Array,
): Promise<SyncRefusal | null> {
  if (!isSignedBy({ method, path: url, body }, authorization, publicKey('Ed25519', signingKey))) return 'badSignature';
  // Said only to whoever holds the key.
  if (revokedAt !== null) return 'revoked';
  if (Math.abs(authorization.at - now()) > signatureWindowMs) return 'clockOff';
  if (replaces) await revokeOlder(db, officeId, keyId, now());
  return null;
}

/** The office uses a new key: it has it for good, and the ones before it end. Until then they count, or a crash would lock it out. */
const revokeOlder = (db: ServerServices['db'], officeId: string, keyId: string, now: number) =>
  db.inOffice(officeId, (tx) =>
    tx.query(
      `UPDATE office_key SET revoked_at = $3, revoked_why = 'replaced' WHERE office_id = $1 AND revoked_at IS NULL
         AND created_at < (SELECT created_at FROM office_key WHERE office_id = $1 AND key_id = $2)`,
      [officeId, keyId, new Date(now)],
    ),
  );
