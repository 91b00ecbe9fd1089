import type { FastifyReply } from 'fastify';
import type { AgencyRoute, UserContext } from '../context.ts';
import { accountPage, changePage } from '../pages/account.ts';
import { exactly } from '../pages/forms.ts';
import { recoveryPage } from '../pages/login.ts';
import { passwordProblem } from '../passwords.ts';
import { agencyRoles } from '../roles.ts';
import { countRecoveryCodes, renewRecoveryCodes } from '../secondFactor.ts';
import { setPassword, userByLogin } from '../users.ts';

const anyRole = { roles: agencyRoles };

export const accountRoutes: readonly AgencyRoute[] = [
  {
    method: 'GET',
    path: '/sandi',
    access: { ...anyRole, beforeChange: true },
    handle: async (context: UserContext) => changePage(context, null),
  },
  { method: 'POST', path: '/sandi', access: { ...anyRole, beforeChange: true }, handle: changePassword },
  { method: 'GET', path: '/akun', access: anyRole, handle: showAccount },
  { method: 'POST', path: '/akun/kode', access: anyRole, handle: renewCodes },
];

async function changePassword(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request, session, words } = context;
  const { problems } = words.login.change;
  const [old, chosen, again] = ['lama', 'baru', 'ulang'].map((name) => exactly(request.body, name).slice(0, 500)) as [
    string,
    string,
    string,
  ];
  if (chosen !== again) return changePage(context, problems.differs);
  if (chosen === old) return changePage(context, problems.same);
  const problem = passwordProblem(chosen, user.login);
  if (problem !== null) return changePage(context, problems[problem]);
  const what = `password:${user.login}`;
  const wait = await services.attempts.begin(agency.officeId, what);
  if (wait !== null) return changePage(context, words.login.wait(wait), 429);
  const known = await context.inAgency((tx) => userByLogin(tx, agency.officeId, user.login));
  if (!(await services.passwords.verify(old, known?.password ?? null))) return changePage(context, problems.wrong);
  await services.attempts.succeeded(agency.officeId, what);
  const password = await services.passwords.hash(chosen);
  await context.inAgency(async (tx) => {
    await setPassword(tx, agency.officeId, user.userId, { password, mustChange: false, except: session.tokenHash });
    await context.record(tx, { what: 'passwordChanged' });
  });
  return context.goTo('/akun?diganti=1');
}

async function showAccount(context: UserContext): Promise<FastifyReply> {
  const left = await context.inAgency((tx) => countRecoveryCodes(tx, context.agency.officeId, context.user.userId));
  return accountPage(context, left);
}

async function renewCodes(context: UserContext): Promise<FastifyReply> {
  const codes = await context.inAgency(async (tx) => {
    await context.record(tx, { what: 'recoveryCodesMade' });
    return renewRecoveryCodes(tx, context.services.keys, context.agency.officeId, context.user.userId);
  });
  return recoveryPage(context, codes, '/akun');
}
