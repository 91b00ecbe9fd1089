import type { ActorHere } from '../../../shared/domain/decider.ts';
import type { Writer } from '../database/open.ts';
import type { Ports } from '../ports.ts';
import type { Leading } from './leading.ts';
import type { LeadOutcome } from './messages.ts';
import type { Peer, Peers } from './peers.ts';

/** The lead gives the lead to another station and stays as a follower (decision 0016, rule 17). */
export interface HandOver {
  to(stationId: string, actor: ActorHere): Promise<LeadOutcome>;
  /** The other station says how it went. */
  heard(stationId: string, n: number, outcome: LeadOutcome): void;
  /** Resolves when none is under way: until then commands wait. */
  over(): Promise<void>;
  isUnderWay(): boolean;
  /** Copies or links changed. */
  look(): void;
  /** A station is connected again that was asked and never answered; it may lead already, or know of nothing. */
  again(peer: Peer, theirTerm: number): void;
}

interface Parts {
  readonly ports: Pick<Ports, 'timers'>;
  readonly peers: Peers;
  readonly leading: Leading;
  readonly term: () => number;
  readonly doubt: Doubt;
}

/** The station that was asked and has not answered yet, on disk: this lead may be ended before it knows. */
export interface Doubt {
  read(): string | null;
  write(stationId: string | null): void;
}

export function createDoubt(db: Writer): Doubt {
  const select = db.prepare<[], { station_id: string | null }>('SELECT station_id FROM hand_over_in_doubt');
  const update = db.prepare<[string | null]>('UPDATE hand_over_in_doubt SET station_id = ?');
  return { read: () => select.get()?.station_id ?? null, write: (stationId) => void update.run(stationId) };
}

interface Running {
  readonly n: number;
  readonly peer: Peer;
  readonly actor: ActorHere;
  asked: boolean;
  /** It says that it leads; the event that says so is still on its way. */
  taken: LeadOutcome | null;
  end(outcome: LeadOutcome): void;
}

/** One that has not happened by then goes back to where it was. */
const patienceMs = 2000;

export function createHandOver({ ports, peers, leading, term, doubt }: Parts): HandOver {
  let running: Running | null = null;
  let over = Promise.resolve();
  let last = 0;
  /** Asked, and never answered: it may lead already, so this station decides nothing as the lead until it knows. */
  let inDoubt = doubt.read();
  if (inDoubt !== null) leading.cede();
  const settle = () => {
    if (doubt.read() !== null) doubt.write(null);
    inDoubt = null;
  };

  const look = () => {
    // Whoever took over is known by now.
    if (inDoubt !== null && !leading.isLead()) settle();
    if (running === null) return;
    const { n, peer, actor, asked, taken, end } = running;
    if (taken !== null) return leading.isLead() ? undefined : end(taken);
    if (peers.of(peer.stationId) !== peer) return end({ type: 'unreachable' });
    if (asked || !peer.copy.isLevel()) return;
    running.asked = true;
    doubt.write(peer.stationId);
    peer.say({ t: 'lead', n, order: 'takeOver', override: false, actor });
  };

  return {
    look,
    isUnderWay: () => running !== null,
    over: () => over,
    heard(stationId, n, outcome) {
      if (running?.n !== n || running.peer.stationId !== stationId) return;
      if (outcome.type !== 'done') return running.end(outcome);
      // Until then this station would not know whom to ask.
      running.taken = outcome;
      look();
    },
    again(peer, theirTerm) {
      if (inDoubt !== peer.stationId || theirTerm !== term()) return;
      settle();
      leading.resume();
    },
    to(stationId, actor) {
      const peer = peers.of(stationId);
      if (peer === undefined || running !== null || !leading.isLead() || !leading.leadAlive())
        return Promise.resolve({ type: 'unreachable' });
      // From here on nothing is decided, so that the other can have everything.
      leading.cede();
      const outcome = new Promise<LeadOutcome>((resolve) => {
        const cancel = ports.timers.after(patienceMs, () => running?.end(running.taken ?? { type: 'unreachable' }));
        running = {
          n: (last += 1),
          peer,
          actor,
          asked: false,
          taken: null,
          end(how) {
            const wasAsked = running?.asked === true;
            running = null;
            cancel();
            // It leads, and the event that says so is still on its way; or nobody knows.
            if (wasAsked && (how.type === 'unreachable' || (how.type === 'done' && leading.isLead()))) inDoubt = stationId;
            else {
              settle();
              if (how.type !== 'done') leading.resume();
            }
            resolve(how);
          },
        };
      });
      over = outcome.then(() => undefined);
      look();
      return outcome;
    },
  };
}
