/**
 * How a station becomes the lead (decision 0016, rules 13–17). Asking binds nobody; seeking makes the others promise. Only when
 * none of them takes the lead's lease to live, and the copy here has what theirs have, does a new term begin.
 */
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';
import { nextTerm } from '../../../shared/domain/lead/terms.ts';
import type { LeadState } from '../../../shared/domain/lead/lead.ts';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import { headsOf } from './copies.ts';
import type { Leading } from './leading.ts';
import type { LeadOutcome, OfficeMessage, StationStanding } from './messages.ts';
import type { Peer, Peers } from './peers.ts';

/** Who does not answer within this is taken for not reachable. */
const askMs = 3000;
/** How long fetching what others have may take; together with asking it stays below the time that promises hold. */
const fetchMs = 15_000;

export interface Promotion {
  /** How every reachable station sees the lead, this one included. */
  standings(): Promise<ReadonlyMap<string, StationStanding>>;
  promote(request: { readonly override: boolean; readonly actor: Actor }): Promise<LeadOutcome>;
  /** The lead itself says so: it has stopped deciding, and everything it decided is here. */
  takeOver(actor: Actor): LeadOutcome;
  hear(peer: Peer, message: OfficeMessage): boolean;
  /** This station's copy grew, or that of another. */
  look(): void;
}

interface Parts {
  readonly station: Station;
  readonly engine: Engine<unknown>;
  readonly events: EventStore;
  readonly ports: Pick<Ports, 'timers' | 'random'>;
  readonly peers: Peers;
  readonly leading: Leading;
  readonly state: () => LeadState;
  readonly others: () => readonly string[];
  readonly filesMissing: () => number;
}

export function createPromotion({ station, engine, events, ports, peers, leading, state, others, filesMissing }: Parts): Promotion {
  const asked = new Map<number, (standing: StationStanding) => void>();
  const fetching = new Set<() => void>();
  let last = 0;

  const ownStanding = (): StationStanding => ({
    term: state().term,
    heads: headsOf(events),
    leadAlive: leading.leadAlive(),
    leadHeardMsAgo: leading.leadHeardMsAgo(),
    filesMissing: filesMissing(),
  });

  /** The answers of all reachable stations; who is silent for too long is left out. */
  const askAll = async (question: (n: number) => OfficeMessage) => {
    const answers = await Promise.all(
      peers.all().map(
        (peer) =>
          new Promise<readonly [string, StationStanding] | null>((resolve) => {
            const n = (last += 1);
            const end = (answer: readonly [string, StationStanding] | null) => {
              asked.delete(n);
              cancel();
              resolve(answer);
            };
            const cancel = ports.timers.after(askMs, () => end(null));
            asked.set(n, (standing) => end([peer.stationId, standing]));
            peer.say(question(n));
          }),
      ),
    );
    return new Map(answers.filter((one) => one !== null));
  };

  /** Resolves with the first station whose events did not come in time, or `null` when everything is here. */
  const fetched = (standings: ReadonlyMap<string, StationStanding>) => {
    // Of one whose history does not fit nothing can be fetched; it has to be replaced.
    const canGive = (id: string) => peers.of(id)?.copy.problem()?.kind !== 'forked';
    const lacking = () =>
      [...standings].find(
        ([id, { heads }]) => canGive(id) && Object.entries(heads).some(([origin, n]) => n > 0 && events.seqOf(origin, n) === null),
      )?.[0] ?? null;
    for (const peer of peers.all()) peer.copy.greet();
    return new Promise<string | null>((resolve) => {
      const look = () => {
        if (lacking() === null) end();
      };
      const end = () => {
        fetching.delete(look);
        cancel();
        resolve(lacking());
      };
      const cancel = ports.timers.after(fetchMs, end);
      fetching.add(look);
      look();
    });
  };

  const appoint = (appointment: LeadAppointed['appointment'], override: boolean, actor: Actor): LeadOutcome => {
    const { term: beforeTerm } = state();
    const before = leading.leadId() ?? station.id;
    const cut = events.heads().find(({ origin }) => origin === before)?.originSeq ?? 0;
    const term = nextTerm(beforeTerm, station.letter);
    const input: LeadAppointed = { term, stationId: station.id, before, beforeTerm, cut, appointment, override };
    const answer = engine.execute({ method: 'lead.appoint', input, commandId: ports.random.uuid(), actor, roles: ['system'] });
    if (answer.kind !== 'done') throw new Error(`the term ${term} could not begin`);
    leading.promise(term);
    leading.look();
    return { type: 'done', term };
  };

  return {
    async standings() {
      return new Map([[station.id, ownStanding()] as const, ...(await askAll((n) => ({ t: 'ask', n })))]);
    },
    async promote({ override, actor }) {
      if (leading.mode() === 'lead' || leading.mode() === 'alone') return { type: 'done', term: state().term };
      if (leading.leadAlive()) return { type: 'leadStillThere', stationId: station.id };
      const wanted = nextTerm(state().term, station.letter);
      leading.promise(wanted);
      const standings = await askAll((n) => ({ t: 'seek', n, term: wanted }));
      const alive = [...standings].find(([, { leadAlive }]) => leadAlive);
      if (alive !== undefined) return { type: 'leadStillThere', stationId: alive[0] };
      // The lead that is replaced need not be asked: unheard for so long it has stopped, unless a person keeps it going.
      const stopped = leading.mayBeKept() ? null : leading.leadId();
      const notAsked = others().filter((id) => id !== stopped && id !== station.id && !standings.has(id));
      if (notAsked.length > 0 && !override) return { type: 'notAsked', stationIds: notAsked };
      const lacking = await fetched(standings);
      if (lacking !== null) return { type: 'copyIncomplete', stationId: lacking };
      // Another may have been appointed while the copy was fetched.
      if (nextTerm(state().term, station.letter) !== wanted) return { type: 'leadStillThere', stationId: leading.leadId() ?? station.id };
      return appoint('promotion', notAsked.length > 0, actor);
    },
    takeOver: (actor) => appoint('handOver', false, actor),
    hear(peer, message) {
      switch (message.t) {
        case 'ask':
          peer.say({ t: 'standing', n: message.n, standing: ownStanding() });
          return true;
        case 'seek': {
          const standing = ownStanding();
          if (!standing.leadAlive) leading.promise(message.term);
          peer.say({ t: 'promised', n: message.n, standing });
          return true;
        }
        case 'standing':
        case 'promised':
          asked.get(message.n)?.(message.standing);
          return true;
        default:
          return false;
      }
    },
    look() {
      for (const look of fetching) look();
    },
  };
}
