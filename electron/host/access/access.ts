/** Who is at which window, and the proof of it: accounts' secrets, sessions, the audit of both. */
import type { Logger } from 'pino';
import type { AccessEvent } from '../../../shared/domain/access/events.ts';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { StaffMember } from '../../../shared/domain/office/types.ts';
import { recordAccess } from '../areas/access.ts';
import type { States } from '../areas.ts';
import type { Engine } from '../engine/engine.ts';
import type { KeyStore } from '../keyStore.ts';
import type { Ports } from '../ports.ts';
import type { Callers, Connection } from '../rpc/connection.ts';
import type { Vault } from '../vault/vault.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import { createSecretHasher, type SecretCost } from './secrets.ts';
import { createSessions, type SessionChange, type Sessions } from './sessions.ts';
import { createSessionStore } from './sessionStore.ts';

export interface Access {
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly callers: Callers;
  /** The account of an id while it may log in; changes of the staff take effect at once. */
  activeMember(staffId: string): StaffMember | null;
  /** Writes an event of the audit. @throws I/O errors of the database. */
  record(event: AccessEvent, actor: Actor): void;
  close(): void;
}

export interface AccessParts {
  readonly vault: Vault;
  readonly engine: Engine<States>;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
  /** Weaker only in tests. */
  readonly secretCost?: SecretCost | undefined;
}

export function createAccess({ vault, engine, keyStore, ports, log, secretCost }: AccessParts): Access {
  const hasher = createSecretHasher(keyStore.key('pepper'), ports.random, secretCost);
  const credentials = createCredentials(vault.db, ports.clock, hasher);
  const record = (event: AccessEvent, actor: Actor) =>
    void engine.execute({ method: recordAccess, input: event, commandId: ports.random.uuid(), actor, roles: ['system'] });
  const sessions = createSessions({
    store: createSessionStore(vault.db),
    ports,
    onChange: (change) => record(eventOf(change), { kind: 'staff', staffId: change.staffId }),
    onError: (error) => log.error({ err: error }, 'a change of a session could not be stored'),
  });
  const activeMember = (staffId: string) => engine.states.office.staff.find(({ id, active }) => id === staffId && active) ?? null;
  const callers = createCallers(sessions, activeMember);
  return { credentials, sessions, callers, activeMember, record, close: () => sessions.close() };
}

/** Kiosk and board never have a session; a staff window has what its session gives at this moment. */
function createCallers(sessions: Sessions, activeMember: Access['activeMember']): Callers {
  const memberAt = (connection: Connection) => {
    const session = connection.surface === 'staff' ? sessions.of(connection) : null;
    const member = session === null ? null : activeMember(session.staffId);
    return session === null || member === null ? null : { session, member };
  };
  return {
    rolesOf(connection) {
      if (connection.caller !== undefined) return connection.caller.roles;
      if (connection.surface !== 'staff') return [connection.surface];
      const at = memberAt(connection);
      if (at === null) return ['anonymous'];
      return at.session.locked ? ['locked'] : at.member.roles;
    },
    actorOf(connection) {
      if (connection.caller !== undefined) return connection.caller.actor;
      const at = memberAt(connection);
      return at === null ? { kind: 'device', surface: connection.surface } : { kind: 'staff', staffId: at.member.id };
    },
    noteActivity: (connection) => sessions.touch(connection),
    forget: (connection) => sessions.forget(connection),
  };
}

function eventOf(change: SessionChange): AccessEvent {
  const { staffId } = change;
  switch (change.type) {
    case 'locked':
      return { type: 'sessionLocked.v1', data: { staffId, by: change.by } };
    case 'unlocked':
      return { type: 'sessionUnlocked.v1', data: { staffId } };
    case 'loggedOut':
      return { type: 'loggedOut.v1', data: { staffId } };
    case 'ended':
      return { type: 'sessionEnded.v1', data: { staffId, by: change.by } };
  }
}
