import { ok, refuse } from '../../../shared/result.ts';
import { lockAfterMs } from '../../../shared/domain/access/timing.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Services } from '../services.ts';
import type { Access } from './access.ts';
import { createAnswersOnce } from './answersOnce.ts';
import type { SecretCheck } from './credentials.ts';

type SessionView = Output<'access.logIn'>['session'];

/** Handlers of logging in and out, of the lock, and of staff accounts whose commands carry a secret. */
export function createAccessHandlers(services: Services, execute: Execute): Handlers {
  const { access, engine } = services;
  const { credentials, sessions } = access;
  const once = createAnswersOnce();
  const view = (connection: Connection) => sessionView(access, connection);

  /** Checks a secret and writes a wrong one into the audit. */
  const checkSecret = async (staffId: string, secret: string, { connection }: Call): Promise<SecretCheck> => {
    const member = access.activeMember(staffId);
    const result = await credentials.check(staffId, secret, member !== null);
    if (result.kind === 'wrong') {
      const { failures, delayMs } = result;
      const data = { staffId: member?.id ?? null, failures, delayMs };
      access.record({ type: 'loginFailed.v1', data }, access.callers.actorOf(connection));
    }
    return result;
  };
  /** The account may have been switched off while its secret was being checked. */
  const stillActive = (staffId: string) => access.activeMember(staffId) !== null;

  return {
    'access.state': (_input, { connection }) =>
      ok({ setUp: engine.states.office.profile !== null, surface: connection.surface, session: view(connection), lockAfterMs }),
    'access.staffNames': () => ok(engine.states.office.staff.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))),
    'staff.list': () => ok([...engine.states.office.staff]),

    'access.logIn': async (input, call) => {
      const answer = await once(call, 'access.logIn', input, async () => {
        const { staffId, secret } = input;
        const result = await checkSecret(staffId, secret, call);
        if (result.kind !== 'right') return refusalOf(result);
        if (!stillActive(staffId)) return refuse({ type: 'wrongSecret' as const, failures: 1 });
        access.record({ type: 'loggedIn.v1', data: { staffId } }, { kind: 'staff', staffId });
        sessions.logOut(call.connection);
        const token = sessions.open(call.connection, staffId);
        return ok({ token, session: present(view(call.connection)) });
      });
      // The same log-in sent again on a new connection, after the first one broke.
      if (answer.ok && view(call.connection) === null) sessions.resume(call.connection, answer.value.token);
      return answer;
    },
    'access.resume': ({ token }, { connection }) => {
      const session = sessions.resume(connection, token) ? view(connection) : null;
      return session === null ? refuse({ type: 'sessionEnded' }) : ok({ session });
    },
    'access.unlock': (input, call) =>
      once(call, 'access.unlock', input, async () => {
        const session = view(call.connection);
        if (session === null) return refuse({ type: 'sessionEnded' });
        const result = await checkSecret(session.staffId, input.secret, call);
        if (result.kind !== 'right') return refusalOf(result);
        sessions.unlock(call.connection);
        const unlocked = view(call.connection);
        return unlocked === null ? refuse({ type: 'sessionEnded' }) : ok({ session: unlocked });
      }),
    'access.lock': (_input, { connection }) => {
      sessions.lock(connection);
      return ok({});
    },
    'access.logOut': (_input, { connection }) => {
      sessions.logOut(connection);
      return ok({});
    },
    // The router has noted the activity already.
    'access.touch': () => ok({}),

    'access.changeSecret': (input, call) =>
      once(call, 'access.changeSecret', input, async () => {
        const first = execute.first('access.changeSecret', call);
        if (first !== null) return first;
        // Also for a window of another station, whose session is there.
        const actor = access.callers.actorOf(call.connection);
        if (actor.kind !== 'staff') throw new Error('nobody is at this window');
        const { staffId } = actor;
        const result = await checkSecret(staffId, input.current, call);
        if (result.kind !== 'right') return refusalOf(result);
        credentials.store(staffId, await credentials.hash(input.next));
        const answer = execute('access.changeSecret', { staffId }, call);
        sessions.endOf(staffId, 'secretChanged', call.connection);
        return answer;
      }),
    'staff.add': (input, call) =>
      once(call, 'staff.add', input, async () => {
        const first = execute.first('staff.add', call);
        if (first !== null) return first;
        const { secret, ...account } = input;
        return withNewCredential(services, account.staffId, secret, () => execute('staff.add', account, call));
      }),
    'staff.change': (input, call) => {
      const answer = execute('staff.change', input, call);
      if (answer.ok && !input.active) sessions.endOf(input.id, 'deactivated');
      return answer;
    },
    'staff.resetSecret': (input, call) =>
      once(call, 'staff.resetSecret', input, async () => {
        const first = execute.first('staff.resetSecret', call);
        if (first !== null) return first;
        const { staffId, secret } = input;
        const hashed = await credentials.hash(secret);
        if (engine.states.office.staff.some(({ id }) => id === staffId)) credentials.store(staffId, hashed);
        const answer = execute('staff.resetSecret', { staffId }, call);
        if (answer.ok) sessions.endOf(staffId, 'secretChanged');
        return answer;
      }),
  };
}

/**
 * Stores the credential of a new account, then runs the command that makes the account; a refused one leaves no
 * credential behind. An id that is already an account's keeps its credential: the command will be refused.
 */
export async function withNewCredential<Answer extends { readonly ok: boolean }>(
  { access, engine }: Services,
  staffId: string,
  secret: string,
  run: () => Answer,
): Promise<Answer> {
  const hashed = await access.credentials.hash(secret);
  if (engine.states.office.staff.some(({ id }) => id === staffId)) return run();
  access.credentials.store(staffId, hashed);
  const answer = run();
  if (!answer.ok) access.credentials.remove(staffId);
  return answer;
}

function sessionView(access: Access, connection: Connection): SessionView | null {
  const session = access.sessions.of(connection);
  const member = session === null ? null : access.activeMember(session.staffId);
  if (session === null || member === null) return null;
  return { staffId: member.id, name: member.name, roles: [...member.roles], locked: session.locked, expiresAt: session.expiresAt };
}

function refusalOf(result: Exclude<SecretCheck, { kind: 'right' }>) {
  if (result.kind === 'delayed') return refuse({ type: 'loginDelayed' as const, until: result.until });
  return refuse({ type: 'wrongSecret' as const, failures: result.failures });
}

/** The router let only a caller with a session through; without one this is a bug. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('no session at this window');
  return value;
}
