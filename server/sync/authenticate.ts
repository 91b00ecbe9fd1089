import type { FastifyRequest } from 'fastify';
import { id } from '../../shared/domain/values.ts';
import type { SyncRefusal } from '../../shared/sync/protocol.ts';
import { publicKey } from '../../sync/keys.ts';
import { isSignedBy, parseAuthorization, signatureWindowMs } from '../../sync/signature.ts';
import type { ServerServices } from '../services.ts';

export interface Caller {
  readonly officeId: string;
  readonly agencyId: string;
  readonly keyId: string;
}

export type Authenticated = { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly refusal: SyncRefusal };

const no = (refusal: SyncRefusal): Authenticated => ({ ok: false, refusal });

/**
 * Which office a request is signed by. The office's id stands in the header `loket-office`: the key is looked up among its own.
 * @param body the bytes of the request as they came.
 */
export async function authenticate(
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>,
  body: Uint8Array,
): Promise<Authenticated> {
  const authorization = parseAuthorization(request.headers.authorization);
  const officeId = id.safeParse(request.headers['loket-office']);
  if (authorization === null || !officeId.success) return no('badSignature');
  const row = await db.inOffice(officeId.data, async (tx) => {
    const { rows } = await tx.query<{ signing_key: Buffer; revoked_at: Date | null; agency_id: string; replaces: boolean }>({
      name: 'office-key',
      text: `SELECT signing_key, revoked_at, agency_id, EXISTS (SELECT 1 FROM office_key AS older
          WHERE older.office_id = $1 AND older.revoked_at IS NULL AND older.created_at < key.created_at) AS replaces
        FROM office_key AS key JOIN office USING (office_id) WHERE office_id = $1 AND key_id = $2`,
      values: [officeId.data, authorization.keyId],
    });
    return rows[0];
  });
  if (row === undefined) return no('unknownKey');
  const signed = { method: request.method, path: request.url, body };
  if (!isSignedBy(signed, authorization, publicKey('Ed25519', row.signing_key))) return no('badSignature');
  // Said only to whoever holds the key.
  if (row.revoked_at !== null) return no('revoked');
  if (Math.abs(authorization.at - now()) > signatureWindowMs) return no('clockOff');
  if (row.replaces) await revokeOlder(db, officeId.data, authorization.keyId, now());
  return { ok: true, caller: { officeId: officeId.data, agencyId: row.agency_id, keyId: authorization.keyId } };
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
