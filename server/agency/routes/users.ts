import type { FastifyReply } from 'fastify';
import { id } from '../../../shared/domain/values.ts';
import type { Tx } from '../../database/database.ts';
import type { AuditKind } from '../audit.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { many, one } from '../pages/forms.ts';
import { oneTimePage } from '../pages/oneTime.ts';
import { type UserTyped, userPage } from '../pages/user.ts';
import { usersPage } from '../pages/users.ts';
import { makePassword } from '../passwords.ts';
import { officesOfAgency, toldOffices, unitTitles } from '../queries/offices.ts';
import type { AgencyUser } from '../roles.ts';
import {
  changeUser,
  createUser,
  listUsers,
  login as loginName,
  removeSecondFactor,
  setActive,
  setPassword,
  userById,
  userRights,
} from '../users.ts';

const admin = { roles: ['admin'] } as const;

export const userRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pengguna', access: admin, handle: (context) => showUsers(context, null) },
  { method: 'POST', path: '/pengguna', access: admin, handle: addUser },
  {
    method: 'GET',
    path: '/pengguna/:user',
    access: admin,
    handle: (context) => withUser(context, (user) => showUser(context, user, null)),
  },
  { method: 'POST', path: '/pengguna/:user', access: admin, handle: (context) => withUser(context, (user) => saveUser(context, user)) },
  {
    method: 'POST',
    path: '/pengguna/:user/sandi',
    access: admin,
    handle: (context) => withUser(context, (user) => resetPassword(context, user)),
  },
  {
    method: 'POST',
    path: '/pengguna/:user/dua-langkah',
    access: admin,
    handle: (context) => withUser(context, (user) => resetSecond(context, user)),
  },
  {
    method: 'POST',
    path: '/pengguna/:user/status',
    access: admin,
    handle: (context) => withUser(context, (user) => changeActive(context, user)),
  },
];

async function withUser(context: UserContext, handle: (user: AgencyUser) => Promise<FastifyReply>): Promise<FastifyReply> {
  const userId = id.safeParse((context.request.params as { user: string }).user);
  if (!userId.success) return context.notFound();
  const user = await context.inAgency((tx) => userById(tx, context.agency.officeId, userId.data));
  return user === null ? context.notFound() : handle(user);
}

/**
 * What a user may be given: offices of the agency, and units that any of them told of. What she has already is among them also when
 * it is closed or gone: otherwise saving would take the tick away, and without any tick everything is hers.
 */
async function choices(
  { services, agency, language, words }: UserContext,
  has: Partial<Pick<AgencyUser, 'seesOffices' | 'seesUnits'>> = {},
) {
  const all = await officesOfAgency(services.db, agency.officeId);
  const offices = all.filter(({ officeId, closedAt }) => closedAt === null || has.seesOffices?.includes(officeId));
  const ids = offices.map(({ officeId }) => officeId);
  const units = unitTitles((await services.db.inOffices(ids, (tx) => toldOffices(tx, ids))).values());
  const gone = (has.seesUnits ?? []).filter((unitId) => !units.has(unitId));
  return {
    offices: offices.map(({ officeId, name }) => [officeId, name] as const),
    units: [
      ...[...units].map(([unitId, title]) => [unitId, title[language]] as const),
      ...gone.map((unitId) => [unitId, words.complaints.unknownUnit] as const),
    ],
  };
}

async function showUsers(context: UserContext, typed: UserTyped | null): Promise<FastifyReply> {
  const users = await context.inAgency((tx) => listUsers(tx, context.agency.officeId));
  return usersPage(context, { users, typed, ...(await choices(context)) });
}

/** What the form says, and what is wrong with it; `null`: no form of ours sends that. */
async function typedUser(context: UserContext): Promise<UserTyped | null> {
  const { body } = context.request;
  const { problems } = context.words.admin;
  const known = new Set((await officesOfAgency(context.services.db, context.agency.officeId)).map(({ officeId }) => officeId));
  const seesOffices = many((body as Record<string, unknown>)['kantor']);
  // Left out, they might leave none, which is all.
  if (seesOffices.some((officeId) => !known.has(officeId))) return null;
  const seesUnits = many((body as Record<string, unknown>)['unit']);
  const rights = userRights.safeParse({
    fullName: one(body, 'lengkap'),
    role: one(body, 'peran'),
    seesOffices: seesOffices.length === 0 ? null : seesOffices,
    seesUnits: seesUnits.length === 0 ? null : seesUnits,
  });
  return {
    login: one(body, 'nama'),
    fullName: one(body, 'lengkap'),
    role: one(body, 'peran'),
    seesOffices,
    seesUnits,
    rights: rights.success ? rights.data : null,
    ...(rights.success ? {} : { fullNameProblem: problems.fullName }),
  };
}

async function addUser(context: UserContext): Promise<FastifyReply> {
  const { services, agency, words } = context;
  const { problems } = words.admin;
  const typed = await typedUser(context);
  if (typed === null) return context.badForm();
  const name = loginName.safeParse(typed.login);
  const { rights } = typed;
  if (!name.success || rights === null) return showUsers(context, { ...typed, ...(name.success ? {} : { loginProblem: problems.login }) });
  const oneTime = makePassword();
  const password = await services.passwords.hash(oneTime);
  const userId = await context.inAgency(async (tx) => {
    const made = await createUser(tx, agency.officeId, { ...rights, login: name.data, password, mustChange: true, now: services.now() });
    if (made !== null) await context.record(tx, { what: 'userCreated', subject: name.data, detail: rights.role });
    return made;
  });
  if (userId === null) return showUsers(context, { ...typed, loginProblem: problems.taken });
  return oneTimePage(context, rights.fullName, name.data, oneTime);
}

async function showUser(context: UserContext, user: AgencyUser, typed: UserTyped | null): Promise<FastifyReply> {
  return userPage(context, { user, typed, ...(await choices(context, user)) });
}

async function saveUser(context: UserContext, user: AgencyUser): Promise<FastifyReply> {
  const typed = await typedUser(context);
  if (typed === null) return context.badForm();
  const { rights } = typed;
  if (rights === null) return showUser(context, user, typed);
  // Otherwise an agency could end up without an administrator.
  if (user.userId === context.user.userId && rights.role !== user.role)
    return showUser(context, user, { ...typed, roleProblem: context.words.admin.problems.own });
  await context.inAgency(async (tx) => {
    await changeUser(tx, context.agency.officeId, user.userId, rights);
    await context.record(tx, { what: 'userChanged', subject: user.login, detail: rights.role });
  });
  return context.goTo(`/pengguna/${user.userId}?tersimpan=1`);
}

async function resetPassword(context: UserContext, user: AgencyUser): Promise<FastifyReply> {
  const oneTime = makePassword();
  const password = await context.services.passwords.hash(oneTime);
  await recorded(context, user, 'passwordReset', (tx) =>
    setPassword(tx, context.agency.officeId, user.userId, { password, mustChange: true }),
  );
  return oneTimePage(context, user.fullName, user.login, oneTime);
}

async function resetSecond(context: UserContext, user: AgencyUser): Promise<FastifyReply> {
  await recorded(context, user, 'secondFactorReset', (tx) => removeSecondFactor(tx, context.agency.officeId, user.userId));
  return context.goTo(`/pengguna/${user.userId}`);
}

async function changeActive(context: UserContext, user: AgencyUser): Promise<FastifyReply> {
  if (user.userId === context.user.userId) return context.badForm();
  await recorded(context, user, user.active ? 'userDeactivated' : 'userActivated', (tx) =>
    setActive(tx, context.agency.officeId, user.userId, !user.active),
  );
  return context.goTo(`/pengguna/${user.userId}`);
}

const recorded = (context: UserContext, { login }: AgencyUser, what: AuditKind, run: (tx: Tx) => Promise<void>): Promise<void> =>
  context.inAgency(async (tx) => {
    await run(tx);
    await context.record(tx, { what, subject: login });
  });
