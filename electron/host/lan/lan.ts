/**
 * This station among the others of its office. It starts before the database, like the security call that it carries (decision 19).
 * A station that is alone listens nowhere and dials nobody.
 */
import type { Logger } from 'pino';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { StationAddress } from '../../../shared/domain/stations/address.ts';
import type { EnteredStation } from '../../../shared/domain/stations/decide.ts';
import type { StationDetails, StationEntry } from '../../../shared/domain/stations/types.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { KeyStore, sharedKeyNames } from '../keyStore.ts';
import type { Ports } from '../ports.ts';
import { openIdentity } from './identity.ts';
import { createLeadSide, type LeadSide } from './joining/leadSide.ts';
import { joinOffice, type JoinRefusal } from './joining/newStation.ts';
import type { refusals, Welcome } from './joining/protocol.ts';
import { createLinks, type Links } from './links.ts';
import { createListener } from './listener.ts';
import { createNeighbourhood, type NearbyLead, shortMark } from './neighbourhood.ts';
import type { LanIdentity } from './network/network.ts';
import { mergedRoster, rosterFrom, stationOf, withAddress } from './roster.ts';
import { type LanState, readLanState, type Roster, writeLanState } from './stateFile.ts';

export interface LanParts {
  readonly dataDir: string;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
  /** Port for other stations; 0 takes a free one. */
  readonly port: number;
}

/** What the office's own data gives to the LAN once it is open. */
export interface LanOffice {
  readonly self: LanState['self'];
  /** Whether this station decides as the lead now, or without anybody who could: what others say about it does not count then. */
  leads(): boolean;
  /** Decides and stores; when it resolves it is on disk, and on that of another station if any is reachable. Rejects on I/O errors. */
  enter(station: EnteredStation, by: Actor): Promise<Result<unknown, { readonly type: (typeof refusals)[number] }>>;
}

export interface Lan extends Pick<Links, 'onLink' | 'isConnected' | 'health'> {
  /** What is known of the office; `null`: this station is alone. */
  state(): LanState | null;
  onChange(listener: () => void): () => void;
  identity(): Promise<LanIdentity>;
  /** What this station is called on the network before anything is known of it. */
  mark(): string;
  /** Where this station listens, and the port that it should and cannot. */
  listening(): { readonly port: number | null; readonly portTaken: number | null };
  attachOffice(office: LanOffice): void;
  /** The registry as this station's own copy of the office's events has it. Empty: it has none yet, and the lead's word counts. */
  setRegistry(self: LanState['self'], entries: readonly StationEntry[]): void;
  /** Who leads from now on: whose roster is believed. */
  setLead(stationId: string): void;
  /** Shows a new code. Refused when the port for other stations is taken. */
  openJoining(details: StationDetails, by: Actor): Promise<Result<null, { readonly type: 'lanPortTaken'; readonly port: number }>>;
  readonly joining: Pick<LeadSide, 'view' | 'cancel' | 'lastJoined'>;
  nearby(): readonly NearbyLead[];
  /** Proves the code to a lead; `keep` stores the keys before this station counts itself in. */
  join(
    to: StationAddress,
    code: string,
    stationId: string,
    keep: (keys: Welcome['keys']) => Promise<void>,
  ): Promise<Result<Welcome, JoinRefusal>>;
  /** What this station was given by a lead is being stored: nothing of its own may begin now. */
  isTakingOver(): boolean;
  close(): void;
}

export function startLan({ dataDir, keyStore, ports, log, port }: LanParts): Lan {
  const listeners = new Set<() => void>();
  let state = readQuietly(dataDir, log);
  let identity: LanIdentity | null = null;
  let opening: Promise<LanIdentity> | null = null;
  let office: LanOffice | null = null;
  let closed = false;
  let takingOver = false;

  const openOwn = async () => {
    identity = await openIdentity(dataDir, keyStore, ports);
    return identity;
  };
  const ownIdentity = () => (opening ??= openOwn());
  const report = (error: unknown) => log.error({ err: error }, 'the links to other stations failed');
  const changed = () => {
    for (const listener of listeners) listener();
  };

  /** In memory at once: whom to trust must not wait for a disk that is full. */
  const setState = (next: LanState) => {
    state = next;
    try {
      writeLanState(dataDir, next);
    } catch (error) {
      report(error);
    }
    links.stateChanged();
    settle();
    changed();
  };
  const setRoster = (roster: Roster) => {
    if (state === null || JSON.stringify(roster) === JSON.stringify(state.roster)) return;
    const isRevoked = roster.stations.some(({ id, revoked }) => id === state?.self.stationId && revoked);
    // Never undone: what this station was told stands, whatever its own copy of the events says.
    setState({ ...state, roster, revokedAt: state.revokedAt ?? (isRevoked ? ports.clock.now() : null) });
  };

  const links = createLinks({
    ports,
    identity: () => identity,
    state: () => state,
    ownPort: () => listener.port(),
    onRoster(roster, from) {
      if (state === null || from !== state.roster.leadId || from === state.self.stationId) return;
      if (roster.leadId === from) setRoster(mergedRoster(state.roster, roster));
    },
    onRevoked() {
      if (state === null || state.revokedAt !== null) return;
      // Another lead was appointed meanwhile and revoked this one; while somebody follows it, it is the others who are wrong.
      if (isLead() && office?.leads() !== false) return;
      log.warn({}, 'this station was revoked');
      setState({ ...state, revokedAt: ports.clock.now() });
    },
    onAddress(stationId, address) {
      if (state !== null) setRoster(withAddress(state.roster, stationId, address));
    },
    onChange: changed,
  });
  const listener = createListener({
    ports,
    wantedPort: port,
    identity: ownIdentity,
    // A code that is over, and the wrong station, are refused in words: everybody may knock.
    accepts: (peer, purpose) => purpose === 'join' || (stationOf(state, peer) !== undefined && state?.revokedAt === null),
    onConnection: (connection, purpose) => (purpose === 'join' ? joining.serve(connection) : links.accept(connection)),
    onError: report,
    onChange: () => {
      announce();
      links.portChanged();
      changed();
    },
  });
  const neighbourhood = createNeighbourhood(ports, (found) => {
    links.setFound(found);
    changed();
  });
  const joining = createLeadSide({
    ports,
    ownFingerprint: () => identity?.fingerprint ?? '',
    isLead: () => isLead(),
    onError: report,
    async enter(station, by) {
      if (office === null) return refuse({ type: 'codeRefused' });
      const entered = await office.enter(station, by);
      if (!entered.ok) return entered;
      const known = state?.roster.stations.find(({ id }) => id === station.id);
      if (state === null || known === undefined) throw new Error('the registry does not have the station that was entered');
      const { name, place, roles, letter } = known;
      const key = (keyName: (typeof sharedKeyNames)[number]) => Buffer.from(keyStore.key(keyName)).toString('base64');
      return ok({
        letter,
        details: { name, place, roles },
        roster: state.roster,
        keys: { officeKey: key('officeKey'), indexKey: key('indexKey'), pepper: key('pepper') },
      });
    },
    onChange() {
      settle();
      changed();
    },
  });

  const isLead = () => state !== null && state.roster.leadId === state.self.stationId;
  /** Also when all others were revoked: whoever comes back must hear that. */
  const isMember = () => state !== null && state.revokedAt === null && state.roster.stations.length > 1;
  const announce = () => {
    const own = listener.port();
    neighbourhood.announce(own === null || identity === null ? null : { identity, port: own, joining: joining.isOpen });
  };
  /** Listens, looks and announces as the state wants it. */
  const settle = () => {
    if (closed) return;
    if (isMember() || joining.isOpen) void listener.want();
    else listener.unwant();
    if (isMember()) {
      ownIdentity().catch(report);
      neighbourhood.watch();
    }
    announce();
  };
  settle();

  return {
    state: () => state,
    onChange(listener_) {
      listeners.add(listener_);
      return () => void listeners.delete(listener_);
    },
    identity: ownIdentity,
    mark: () => (identity === null ? '' : shortMark(identity.fingerprint)),
    listening: () => ({ port: listener.port(), portTaken: listener.portTaken() }),
    attachOffice(next) {
      office = next;
    },
    setRegistry(self, entries) {
      const [founder] = entries;
      if (founder === undefined || closed) return;
      if (state === null) {
        setState({ version: 1, self, revokedAt: null, roster: rosterFrom(founder.id, entries, null) });
      } else setRoster(rosterFrom(state.roster.leadId, entries, state.roster));
    },
    setLead(stationId) {
      if (state === null) return;
      // A code of a lead that is none any more would be refused.
      if (stationId !== state.self.stationId && joining.isOpen) joining.cancel();
      setRoster({ ...state.roster, leadId: stationId });
    },
    async openJoining(details, by) {
      await listener.want();
      const taken = listener.portTaken();
      if (taken !== null) {
        settle();
        return refuse({ type: 'lanPortTaken', port: taken });
      }
      joining.open(details, by);
      return ok(null);
    },
    joining,
    nearby: () => neighbourhood.nearby(),
    async join(to, code, stationId, keep) {
      return joinOffice({
        ports,
        identity: await ownIdentity(),
        stationId,
        to,
        code,
        async keep({ letter, roster, keys }) {
          // Another window was quicker, with another code.
          if (takingOver || state !== null) throw new Error('this station joins an office already');
          takingOver = true;
          try {
            await keep(keys);
            // From here on this station is one of the office, before it starts again too: it founds none of its own.
            const next: LanState = {
              version: 1,
              self: { stationId, letter },
              revokedAt: null,
              roster: withAddress(roster, roster.leadId, to),
            };
            writeLanState(dataDir, next);
            setState(next);
          } finally {
            takingOver = false;
          }
        },
      });
    },
    isTakingOver: () => takingOver,
    onLink: (channel, onPeer) => links.onLink(channel, onPeer),
    isConnected: (stationId) => links.isConnected(stationId),
    health: (stationId) => links.health(stationId),
    close() {
      closed = true;
      joining.close();
      listener.unwant();
      neighbourhood.close();
      links.close();
      listeners.clear();
    },
  };
}

/** A file that is garbled must not keep the security call and the station from starting; the log says that it is. */
function readQuietly(dataDir: string, log: Logger): LanState | null {
  try {
    return readLanState(dataDir);
  } catch (error) {
    log.error({ err: error }, 'what is known of the other stations could not be read');
    return null;
  }
}
