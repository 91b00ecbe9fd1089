import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { id, line, officeZone } from '../../../shared/domain/values.ts';
import { createOffice, makeEnrolmentCode, type Office, revokeOfficeKey } from '../../offices.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { one } from '../pages/forms.ts';
import { codePage, type NewOfficeTyped, officePage } from '../pages/office.ts';
import { officesPage } from '../pages/offices.ts';
import { keysOfOffice, liveOffices, officesOf, officesOfAgency } from '../queries/offices.ts';
import { reopenDaysOf, setReopenDays } from '../../public/settings.ts';
import { unlockTries } from '../../public/tries.ts';
import { lockedAt } from '../queries/locked.ts';
import { agencyRoles } from '../roles.ts';
import { isUniqueViolation } from '../uniqueViolation.ts';

const admin = { roles: ['admin'] } as const;

export const officeRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '', access: { roles: agencyRoles }, handle: (context: UserContext) => showOffices(context, null) },
  { method: 'POST', path: '/kantor', access: admin, handle: addOffice },
  {
    method: 'GET',
    path: '/kantor/:office',
    access: admin,
    handle: (context) => withOffice(context, (found, office) => showOffice(found, office)),
  },
  { method: 'POST', path: '/kantor/:office/kode', access: admin, handle: (context) => withOffice(context, makeCode) },
  { method: 'POST', path: '/kantor/:office/cabut', access: admin, handle: (context) => withOffice(context, revoke) },
  { method: 'POST', path: '/kantor/:office/tutup', access: admin, handle: (context) => withOffice(context, close) },
  { method: 'POST', path: '/kantor/:office/percobaan', access: admin, handle: (context) => withOffice(context, unlock) },
  { method: 'POST', path: '/kantor/:office/publik', access: admin, handle: (context) => withOffice(context, savePublic) },
  { method: 'POST', path: '/kantor/:office/buka', access: admin, handle: (context) => withOffice(context, reopen) },
];

async function showOffices(context: UserContext, typed: NewOfficeTyped | null): Promise<FastifyReply> {
  const { services, agency, user } = context;
  const offices = await officesOf(services.db, agency.officeId, user);
  const ids = offices.map(({ officeId }) => officeId);
  const live = await services.db.inOffices(ids, (tx) => liveOffices(tx, ids, services.now()));
  const all = user.role === 'admin' ? await officesOfAgency(services.db, agency.officeId) : [];
  return officesPage(context, { offices, live, closed: all.filter(({ closedAt }) => closedAt !== null), typed });
}

async function withOffice(
  context: UserContext,
  handle: (context: UserContext, office: Office) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { office: code } = context.request.params as { office: string };
  const office = (await officesOfAgency(context.services.db, context.agency.officeId)).find((known) => known.code === code);
  return office === undefined ? context.notFound() : handle(context, office);
}

const newOffice = z.object({
  kode: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/u),
  nama: line(120),
  zona: officeZone,
});

async function addOffice(context: UserContext): Promise<FastifyReply> {
  const { services, agency, request, words } = context;
  const typed = { code: one(request.body, 'kode'), name: one(request.body, 'nama'), zone: one(request.body, 'zona') };
  const body = newOffice.safeParse(request.body);
  if (!body.success) {
    const wrong = new Set(body.error.issues.map(({ path }) => path[0]));
    return showOffices(context, {
      ...typed,
      ...(wrong.has('kode') ? { codeProblem: words.offices.codeWrong } : {}),
      ...(wrong.has('nama') ? { nameProblem: words.offices.nameMissing } : {}),
    });
  }
  const { kode: code, nama: name, zona: zone } = body.data;
  try {
    const officeId = await createOffice(services.db, services.keys, agency.officeId, { code, name, zone }, services.now());
    await context.inAgency((tx) => context.record(tx, { what: 'officeCreated', officeId, subject: code }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return showOffices(context, { ...typed, codeProblem: words.offices.codeTaken });
  }
  return context.goTo(`/kantor/${code}`);
}

async function showOffice(context: UserContext, office: Office, typedDays: string | null = null): Promise<FastifyReply> {
  const shown = await context.services.db.inOffice(office.officeId, async (tx) => ({
    keys: await keysOfOffice(tx, office.officeId),
    locked: await lockedAt(tx, office.officeId),
    reopenDays: await reopenDaysOf(tx, office.officeId),
  }));
  return officePage(context, office, { ...shown, typedDays });
}

async function makeCode(context: UserContext, office: Office): Promise<FastifyReply> {
  if (office.closedAt !== null) return context.goTo(`/kantor/${office.code}`);
  const { services, user } = context;
  const code = await makeEnrolmentCode(services.db, services.keys, office, `agency:${user.userId}`, services.now());
  await context.inAgency((tx) => context.record(tx, { what: 'enrolmentCodeMade', officeId: office.officeId, subject: office.code }));
  return codePage(context, office, code);
}

async function revoke(context: UserContext, office: Office): Promise<FastifyReply> {
  const keyId = id.safeParse(one(context.request.body, 'kunci'));
  if (!keyId.success) return context.badForm();
  const why = line(120).safeParse(one(context.request.body, 'alasan'));
  const { db, now } = context.services;
  if (await revokeOfficeKey(db, office.officeId, keyId.data, why.success ? why.data : '-', now()))
    await context.inAgency((tx) => context.record(tx, { what: 'officeKeyRevoked', officeId: office.officeId, subject: keyId.data }));
  return context.goTo(`/kantor/${office.code}`);
}

/** Somebody talked to whoever holds the receipt; after too many wrong PINs only this opens the number again. */
async function unlock(context: UserContext, { officeId, code }: Office): Promise<FastifyReply> {
  const number = line(40).safeParse(one(context.request.body, 'nomor'));
  if (!number.success) return context.badForm();
  const { services, agency } = context;
  await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    if (await unlockTries(tx, services.keys, officeId, number.data))
      await context.record(tx, { what: 'triesUnlocked', officeId, subject: number.data.toUpperCase() });
  });
  return context.goTo(`/kantor/${code}?terbuka=1`);
}

const reopenDays = z
  .string()
  .regex(/^\d{1,3}$/u)
  .transform(Number)
  .pipe(z.number().max(365));

async function savePublic(context: UserContext, office: Office): Promise<FastifyReply> {
  const { services, agency, request } = context;
  const { officeId, code } = office;
  const typed = one(request.body, 'hari').trim();
  const days = reopenDays.safeParse(typed);
  if (!days.success) return showOffice(context, office, typed);
  await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    await setReopenDays(tx, officeId, days.data);
    await context.record(tx, { what: 'publicSettingsChanged', officeId, detail: String(days.data) });
  });
  return context.goTo(`/kantor/${code}?tersimpan=1`);
}

async function close(context: UserContext, { officeId, code }: Office): Promise<FastifyReply> {
  const { services, agency } = context;
  const now = new Date(services.now());
  await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    await tx.query('UPDATE office SET closed_at = $2 WHERE office_id = $1 AND closed_at IS NULL', [officeId, now]);
    await tx.query("UPDATE office_key SET revoked_at = $2, revoked_why = 'closed' WHERE office_id = $1 AND revoked_at IS NULL", [
      officeId,
      now,
    ]);
    await tx.query('UPDATE enrolment_code SET used_at = $2 WHERE office_id = $1 AND used_at IS NULL', [officeId, now]);
    await context.record(tx, { what: 'officeClosed', officeId, subject: code });
  });
  return context.goTo(`/kantor/${code}`);
}

async function reopen(context: UserContext, { officeId, code }: Office): Promise<FastifyReply> {
  const { services, agency } = context;
  await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    await tx.query('UPDATE office SET closed_at = NULL WHERE office_id = $1', [officeId]);
    await context.record(tx, { what: 'officeOpened', officeId, subject: code });
  });
  return context.goTo(`/kantor/${code}`);
}
