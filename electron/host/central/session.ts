import type { States } from '../areas.ts';
import type { Engine } from '../engine/engine.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { type CentralClient, createCentralClient } from './client.ts';
import { createFileSender, type FileSender } from './files.ts';
import type { AgencyKey } from './companions.ts';
import { type OfficeKeys, readOfficeKeys } from './officeKeys.ts';

/** The office at its server, under its present key. */
export interface Session {
  readonly client: CentralClient;
  readonly keys: OfficeKeys;
  readonly serverId: string;
  readonly keyId: string;
  readonly files: FileSender;
  /** For whom is sealed; the server names a newer one with its orders. */
  agencyKey: AgencyKey;
}

/** The session of the present enrolment, made anew when it or its key changed. @returns `null`: none, or its keys are not here yet. */
export function createSessions(
  {
    engine,
    vault,
    ports,
    signal,
    whenIdle,
  }: {
    readonly engine: Pick<Engine<States>, 'states'>;
    readonly vault: Vault;
    readonly ports: Pick<Ports, 'central' | 'clock' | 'background'>;
    /** The station ends. */
    readonly signal: AbortSignal;
    /** Resolves when nothing waits that is more urgent than a file. */
    readonly whenIdle: () => Promise<void>;
  },
  onNew: (session: Session) => void,
): () => Session | null {
  let session: Session | null = null;
  return () => {
    const { enrolment } = engine.states.central;
    if (enrolment === null) return (session = null);
    if (session?.keyId === enrolment.keyId && session.serverId === enrolment.serverId) return session;
    const keys = readOfficeKeys(vault, enrolment.keysNoteId);
    if (keys === null) return null;
    const { url, serverId, officeId, keyId, agencyKey } = enrolment;
    const identity = { serverId, officeId, keyId, signingKey: keys.signingKey };
    const { central, clock, background } = ports;
    const client = createCentralClient(central, url, identity, clock, background.compression, signal);
    void session?.files.close();
    const files = createFileSender({
      ...{ network: central, clock, url, identity, whenIdle },
      agencyKey: () => {
        const { keyId: sealedFor, publicKey } = session?.agencyKey ?? agencyKey;
        return { keyId: sealedFor, publicKey: Buffer.from(publicKey, 'base64url') };
      },
    });
    session = { keys, serverId, keyId, agencyKey, client, files };
    onNew(session);
    return session;
  };
}
