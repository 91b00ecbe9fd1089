import { Secret } from 'otpauth';
import type { Tx } from '../database/database.ts';
import { createPasswords, type PasswordServices } from './passwords.ts';
import { type AgencyRole } from './roles.ts';
import { totpOf, wrapTotp } from './secondFactor.ts';
import { createUser, listUsers } from './users.ts';

/** Known to everybody who reads this: only `--demo` makes such users. */
export const demoPassword = 'loket demo contoh';
/** Base32, for an authenticator app; `npm run server:admin -- demo-code` tells the code of this moment. */
export const demoSecret = 'LOKETDEMOCONTOHLOKETDEMOCONTOH77';

/** What an authenticator with that secret shows. */
export const demoCode = (now: number): string => totpOf(Secret.fromBase32(demoSecret).bytes).generate({ timestamp: now });

const people: readonly { readonly login: string; readonly fullName: string; readonly role: AgencyRole }[] = [
  { login: 'admin', fullName: 'Administrator Contoh', role: 'admin' },
  { login: 'pejabat', fullName: 'Pejabat Contoh', role: 'pejabat' },
  { login: 'pengamat', fullName: 'Pengamat Contoh', role: 'pengamat' },
];

/** One user of each role, when the agency has none. @param tx sees the agency. */
export async function seedDemoUsers(tx: Tx, services: PasswordServices, agencyId: string, now: number): Promise<void> {
  if ((await listUsers(tx, agencyId)).length > 0) return;
  const password = await createPasswords(services).hash(demoPassword);
  const all = { seesOffices: null, seesUnits: null, mustChange: false, password, now };
  for (const person of people) {
    const userId = await createUser(tx, agencyId, { ...person, ...all });
    if (userId === null) continue;
    const totp = wrapTotp(services.keys, userId, Secret.fromBase32(demoSecret).bytes);
    await tx.query('UPDATE agency_user SET totp = $3 WHERE office_id = $1 AND user_id = $2', [agencyId, userId, totp]);
  }
}
