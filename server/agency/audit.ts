import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';

/** What the audit knows; the words for it stand in `words/audit.ts`. */
export const auditKinds = [
  'loggedIn',
  'loginFailed',
  'secondFactorFailed',
  'recoveryCodeUsed',
  'loggedOut',
  'secondFactorSetUp',
  'recoveryCodesMade',
  'passwordChanged',
  'complaintRead',
  'attachmentOpened',
  'complaintActed',
  'officeCreated',
  'officeClosed',
  'officeOpened',
  'enrolmentCodeMade',
  'officeKeyRevoked',
  'agencyKeyRotated',
  'userCreated',
  'userChanged',
  'userDeactivated',
  'userActivated',
  'passwordReset',
  'secondFactorReset',
  'announced',
  'servicePublished',
  'holidaysPublished',
  'personErased',
  'triesUnlocked',
  'complaintsExported',
  'webhookCreated',
  'webhookEnabled',
  'webhookDisabled',
  'webhookRemoved',
  'deliveriesRetried',
  'channelSet',
  'channelRemoved',
  'testSent',
  'noticesRetried',
  'publicSettingsChanged',
  'quarantineRetried',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditLine {
  readonly what: AuditKind;
  /** `null`: nobody known. */
  readonly userId: string | null;
  readonly officeId?: string;
  /** A complaint's number, a login, a key's id: never anybody's words. */
  readonly subject?: string;
  readonly detail?: string;
}

/** Writes a line in the caller's transaction, which must see the agency. */
export async function audit(tx: Tx, agencyId: string, now: number, line: AuditLine): Promise<void> {
  await tx.query(
    `INSERT INTO agency_audit (office_id, audit_id, at, user_id, what, of_office, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [agencyId, v7(), new Date(now), line.userId, line.what, line.officeId ?? null, line.subject ?? null, line.detail ?? null],
  );
}

export interface AuditEntry {
  readonly auditId: string;
  readonly at: Date;
  readonly what: AuditKind;
  /** Who it was by name; `null`: nobody known. */
  readonly who: string | null;
  readonly officeId: string | null;
  readonly subject: string | null;
  readonly detail: string | null;
}

/** The newest lines first. @param before an id: only older ones. @param userId only this person's. */
export async function readAudit(
  tx: Tx,
  agencyId: string,
  { before, userId, limit }: { readonly before: string | null; readonly userId: string | null; readonly limit: number },
): Promise<readonly AuditEntry[]> {
  const { rows } = await tx.query<{
    audit_id: string;
    at: Date;
    what: AuditKind;
    full_name: string | null;
    of_office: string | null;
    subject: string | null;
    detail: string | null;
  }>(
    `SELECT a.audit_id, a.at, a.what, u.full_name, a.of_office, a.subject, a.detail
     FROM agency_audit a LEFT JOIN agency_user u ON u.office_id = a.office_id AND u.user_id = a.user_id
     WHERE a.office_id = $1 AND ($2::uuid IS NULL OR a.audit_id < $2) AND ($3::uuid IS NULL OR a.user_id = $3)
     ORDER BY a.audit_id DESC LIMIT $4`,
    [agencyId, before, userId, limit],
  );
  return rows.map((row) => ({
    auditId: row.audit_id,
    at: row.at,
    what: row.what,
    who: row.full_name,
    officeId: row.of_office,
    subject: row.subject,
    detail: row.detail,
  }));
}
