import { z } from 'zod';
import { line, officeZone } from '../../shared/domain/values.ts';
import type { Database } from '../database/database.ts';
import { createAgency, officeByCode } from '../offices.ts';
import { audit } from './audit.ts';
import { createPasswords, makePassword, type PasswordServices } from './passwords.ts';
import { isUniqueViolation } from './uniqueViolation.ts';
import { createUser, login as loginName } from './users.ts';

export const adminHelp = `Loket: administration of the central server

  npm run server:admin -- <command> [--data DIR]

  create-agency --code kota-malang --name "Pemerintah Kota Malang" [--zone Asia/Jakarta]
  create-admin  --agency kota-malang --login siti --name "Siti Rahmawati"
                tells a password that must be changed at the first login
  demo-code     the six digits of this moment for the users of --demo
`;

export interface AdminContext extends PasswordServices {
  readonly db: Database;
  readonly now: () => number;
}

/** What the person at the terminal reads. */
interface Said {
  readonly ok: boolean;
  readonly said: string;
}

type Values = Readonly<Record<'code' | 'name' | 'zone' | 'agency' | 'login', string | undefined>>;

/** Runs a command. */
export async function runAdmin(context: AdminContext, command: string, values: Partial<Values>): Promise<Said> {
  switch (command) {
    case 'create-agency':
      return newAgency(context, values);
    case 'create-admin':
      return newAdmin(context, values);
    default:
      return { ok: false, said: `There is no command "${command}".\n\n${adminHelp}` };
  }
}

const agencyValues = z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/u), name: line(120), zone: officeZone });

async function newAgency({ db, keys, now }: AdminContext, values: Partial<Values>): Promise<Said> {
  const read = agencyValues.safeParse(values);
  if (!read.success) return { ok: false, said: z.prettifyError(read.error) };
  try {
    await createAgency(db, keys, read.data, now());
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, said: `The code ${read.data.code} is taken.` };
    throw error;
  }
  return { ok: true, said: `The agency ${read.data.name} is there. Now: create-admin --agency ${read.data.code} --login … --name "…"` };
}

const adminValues = z.object({ agency: z.string(), login: loginName, name: line(80) });

async function newAdmin(context: AdminContext, values: Partial<Values>): Promise<Said> {
  const { db, now } = context;
  const read = adminValues.safeParse(values);
  if (!read.success) return { ok: false, said: z.prettifyError(read.error) };
  const { login, name: fullName } = read.data;
  const agency = await officeByCode(db, read.data.agency);
  if (agency === null || agency.agencyId !== agency.officeId) return { ok: false, said: `There is no agency ${read.data.agency}.` };
  const oneTime = makePassword();
  const password = await createPasswords(context).hash(oneTime);
  const rights = { fullName, role: 'admin' as const, seesOffices: null, seesUnits: null };
  const userId = await db.inOffice(agency.officeId, async (tx) => {
    const made = await createUser(tx, agency.officeId, { ...rights, login, password, mustChange: true, now: now() });
    if (made !== null) await audit(tx, agency.officeId, now(), { what: 'userCreated', userId: null, subject: login, detail: 'admin' });
    return made;
  });
  if (userId === null) return { ok: false, said: `The user name ${login} is taken.` };
  return {
    ok: true,
    said: `Log in at /instansi/${agency.code}/masuk as ${login} with the password ${oneTime}\nIt must be changed at the first login.`,
  };
}
