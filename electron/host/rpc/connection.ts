import type { Actor } from '../../../shared/domain/decider.ts';
import type { CallerRole, Surface } from '../../../shared/rpc/roles.ts';
import type { HostMessage } from '../../../shared/rpc/protocol.ts';

/** One window's connection to this host. Sessions hang on it; its surface never changes. */
export interface Connection {
  readonly id: string;
  readonly surface: Surface;
  /** A window of another station, which has found out who is there itself; otherwise this station's sessions say so. */
  readonly caller?: { readonly stationId: string; readonly actor: Actor; readonly roles: readonly CallerRole[] };
  push(message: HostMessage): void;
}

/** Who is at a connection at this moment; the access module implements it and enforces lock and end of session. */
export interface Callers {
  /** Never empty; computed anew for every call, so that an idle session is locked here and not in the page. */
  rolesOf(connection: Connection): readonly CallerRole[];
  actorOf(connection: Connection): Actor;
  /** A call came that a person caused; restarts the idle time. */
  noteActivity(connection: Connection): void;
  forget(connection: Connection): void;
}
