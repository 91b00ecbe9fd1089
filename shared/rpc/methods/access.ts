import { z } from 'zod';
import { staffMember, staffRole } from '../../domain/office/types.ts';
import { id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { callerRoles, everyStaff, surfaces } from '../roles.ts';

/** A PIN of at least 6 digits or a password of at least 8 characters. */
export const newSecret = z
  .string()
  .max(200)
  .refine((text) => /^\d{6,}$/u.test(text) || text.length >= 8, 'pinOrPassword');
const secret = z.string().min(1).max(200);

export const accessRefusals = {
  wrongSecret: z.strictObject({ failures: z.number().int() }),
  loginDelayed: z.strictObject({ until: instant }),
  staffUnknown: z.strictObject({}),
  staffNameTaken: z.strictObject({ name: z.string() }),
  lastAdministrator: z.strictObject({}),
  sessionEnded: z.strictObject({}),
};

export const sessionView = z.strictObject({
  staffId: id,
  name: z.string(),
  roles: z.array(staffRole),
  locked: z.boolean(),
  /** When the session ends whatever happens (8 hours after login). */
  expiresAt: instant,
});

/** Any staff window, whoever is at it: a command sent twice must find its way to its first answer. */
const atStaffWindow = ['anonymous', 'locked', ...everyStaff] as const;

export const accessMethods = {
  /** What this window may do now, and who is at it. Asked first by every window. */
  'access.state': query({
    roles: callerRoles.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: z.strictObject({
      setUp: z.boolean(),
      surface: z.enum(surfaces),
      session: sessionView.nullable(),
      lockAfterMs: z.number().int(),
    }),
    topics: ['access', 'office', 'staff'],
  }),
  /** Names to choose from on the login screen. */
  'access.staffNames': query({
    roles: atStaffWindow,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id, name: z.string() })),
    topics: ['staff'],
  }),
  /**
   * Opens a session on this connection, in place of the one that is open there (a change of shift at a locked counter).
   * The token lets the same window resume it after a reload.
   */
  'access.logIn': command({
    roles: atStaffWindow,
    input: z.strictObject({ staffId: id, secret }),
    output: z.strictObject({ token: z.string(), session: sessionView }),
    /** An unknown or inactive account answers exactly as a wrong secret does. */
    refusals: pick(accessRefusals, 'wrongSecret', 'loginDelayed'),
  }),
  'access.resume': command({
    roles: atStaffWindow,
    input: z.strictObject({ token: z.string().min(20).max(200) }),
    output: z.strictObject({ session: sessionView }),
    refusals: pick(accessRefusals, 'sessionEnded'),
  }),
  'access.unlock': command({
    roles: ['locked', ...everyStaff],
    input: z.strictObject({ secret }),
    output: z.strictObject({ session: sessionView }),
    refusals: pick(accessRefusals, 'wrongSecret', 'loginDelayed', 'sessionEnded'),
  }),
  'access.lock': command({ roles: everyStaff, input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
  'access.logOut': command({ roles: ['locked', ...everyStaff], input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
  /** The person at the window did something (key, pointer); restarts the idle time in the host. */
  'access.touch': command({ roles: everyStaff, input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
  'access.changeSecret': command({
    roles: everyStaff,
    input: z.strictObject({ current: secret, next: newSecret }),
    output: z.strictObject({}),
    refusals: pick(accessRefusals, 'wrongSecret', 'loginDelayed', 'staffUnknown'),
  }),

  'staff.list': query({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({}),
    output: z.array(staffMember),
    topics: ['staff'],
  }),
  'staff.add': command({
    roles: ['admin'],
    input: z.strictObject({ staffId: id, name: line(80), roles: z.array(staffRole).min(1), secret: newSecret }),
    output: z.strictObject({}),
    refusals: pick(accessRefusals, 'staffNameTaken'),
  }),
  /** Changes name, roles or activity. An office never loses its last active administrator. */
  'staff.change': command({
    roles: ['admin'],
    input: staffMember,
    output: z.strictObject({}),
    refusals: pick(accessRefusals, 'staffUnknown', 'staffNameTaken', 'lastAdministrator'),
  }),
  'staff.resetSecret': command({
    roles: ['admin'],
    input: z.strictObject({ staffId: id, secret: newSecret }),
    output: z.strictObject({}),
    refusals: pick(accessRefusals, 'staffUnknown'),
  }),
};
