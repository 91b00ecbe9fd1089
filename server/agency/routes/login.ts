/** The ways in and out: name and password, the second factor or its set-up, a password that must be changed. */
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { audit } from '../audit.ts';
import type { AgencyContext, AgencyRoute, UserContext } from '../context.ts';
import { clearCookie, setCookie } from '../cookie.ts';
import { exactly, one } from '../pages/forms.ts';
import { loginPage, recoveryPage, secondPage, setUpPage } from '../pages/login.ts';
import { renewRecoveryCodes, stepOfCode, unwrapTotp, useRecoveryCode, useTotp, wrapTotp } from '../secondFactor.ts';
import { beginSession, endSession, keepPending } from '../sessions.ts';
import { login as loginName, userByLogin } from '../users.ts';

export const loginRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/masuk', access: 'anybody', handle: async (context) => loginPage(context, null) },
  { method: 'POST', path: '/masuk', access: 'anybody', handle: logIn },
  { method: 'GET', path: '/dua-langkah', access: 'half', handle: askSecond },
  { method: 'POST', path: '/dua-langkah', access: 'half', handle: giveSecond },
  { method: 'POST', path: '/dua-langkah/pasang', access: 'half', handle: setUpSecond },
  { method: 'POST', path: '/keluar', access: { roles: ['admin', 'pejabat', 'pengamat'], beforeChange: true }, handle: logOut },
];

/** Unknown name, wrong password and switched-off account are answered alike, after the same work. */
async function logIn(context: AgencyContext): Promise<FastifyReply> {
  const { services, agency, request, words } = context;
  const { passwords, attempts, db, keys } = services;
  const typed = one(request.body, 'nama');
  const password = exactly(request.body, 'sandi');
  if (passwords.isBusy()) return loginPage(context, words.login.busy, 503);
  const name = loginName.safeParse(typed).data ?? '';
  const what = `password:${name}`;
  const wait = await attempts.begin(agency.officeId, what);
  if (wait !== null) return loginPage(context, words.login.wait(wait), 429);
  const known = await context.inAgency((tx) => userByLogin(tx, agency.officeId, name));
  const isRight = await passwords.verify(password.slice(0, 500), known?.password ?? null);
  const now = services.now();
  if (!isRight || known === null) {
    const userId = known?.user.userId ?? null;
    await context.inAgency((tx) => audit(tx, agency.officeId, now, { what: 'loginFailed', userId }));
    return loginPage(context, words.login.wrong, 401);
  }
  await attempts.succeeded(agency.officeId, what);
  const { userId } = known.user;
  setCookie(context, await db.inOffice(agency.officeId, (tx) => beginSession(tx, keys, agency.officeId, { userId, isWhole: false, now })));
  return context.goTo('/dua-langkah');
}

async function askSecond(context: UserContext, problem: string | null = null): Promise<FastifyReply> {
  const { session, services, agency, user } = context;
  if (user.hasSecondFactor) return secondPage(context, problem);
  let wrapped = session.pending;
  if (wrapped === null) {
    wrapped = wrapTotp(services.keys, user.userId, randomBytes(20));
    const made = wrapped;
    await context.inAgency((tx) => keepPending(tx, agency.officeId, session.tokenHash, made));
  }
  return setUpPage(context, unwrapTotp(services.keys, user.userId, wrapped), problem);
}

async function giveSecond(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, words, request } = context;
  if (!user.hasSecondFactor) return context.goTo('/dua-langkah');
  const wait = await services.attempts.begin(agency.officeId, `second:${user.userId}`);
  if (wait !== null) return secondPage(context, words.login.wait(wait), 429);
  const typed = one(request.body, 'kode');
  const { keys } = services;
  const now = services.now();
  const isRight = await context.inAgency(async (tx) => {
    if (await useTotp(tx, keys, agency.officeId, user.userId, typed, now)) return true;
    if (!(await useRecoveryCode(tx, keys, agency.officeId, user.userId, typed, now))) return false;
    await context.record(tx, { what: 'recoveryCodeUsed' });
    return true;
  });
  if (!isRight) {
    await context.inAgency((tx) => context.record(tx, { what: 'secondFactorFailed' }));
    return secondPage(context, words.login.second.wrong, 401);
  }
  await makeWhole(context);
  return context.goTo(user.mustChange ? '/sandi' : '');
}

async function setUpSecond(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, session, words, request } = context;
  if (user.hasSecondFactor || session.pending === null) return context.goTo('/dua-langkah');
  const { keys } = services;
  const secret = unwrapTotp(keys, user.userId, session.pending);
  const step = stepOfCode(secret, one(request.body, 'kode'), services.now(), null);
  if (step === null) return askSecond(context, words.login.setUp.wrong);
  const codes = await context.inAgency(async (tx) => {
    const { rowCount } = await tx.query(
      'UPDATE agency_user SET totp = $3, totp_step = $4 WHERE office_id = $1 AND user_id = $2 AND totp IS NULL',
      [agency.officeId, user.userId, wrapTotp(keys, user.userId, secret), step],
    );
    // Another window was faster: its secret counts.
    if (rowCount === 0) return null;
    await context.record(tx, { what: 'secondFactorSetUp' });
    return renewRecoveryCodes(tx, keys, agency.officeId, user.userId);
  });
  if (codes === null) return context.goTo('/dua-langkah');
  await makeWhole(context);
  return recoveryPage(context, codes, user.mustChange ? '/sandi' : '');
}

/** Another token from now on: whoever saw the one before has nothing of it. */
async function makeWhole(context: UserContext): Promise<void> {
  const { services, agency, user, session } = context;
  await services.attempts.succeeded(agency.officeId, `second:${user.userId}`);
  const token = await context.inAgency(async (tx) => {
    await endSession(tx, agency.officeId, session.tokenHash);
    await context.record(tx, { what: 'loggedIn' });
    return beginSession(tx, services.keys, agency.officeId, { userId: user.userId, isWhole: true, now: services.now() });
  });
  setCookie(context, token);
}

async function logOut(context: UserContext): Promise<FastifyReply> {
  await context.inAgency(async (tx) => {
    await endSession(tx, context.agency.officeId, context.session.tokenHash);
    await context.record(tx, { what: 'loggedOut' });
  });
  clearCookie(context);
  return context.goTo('/masuk?keluar=1');
}
