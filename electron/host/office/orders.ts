import type { ActorHere } from '../../../shared/domain/decider.ts';
import type { Ports } from '../ports.ts';
import type { LeadOutcome } from './messages.ts';
import type { Peer } from './peers.ts';

/** Another station is told to become the lead, because a person at this one said so (decision 0016, rule 14). */
export interface Orders {
  /** @returns how it went there; `unreachable`: it did not say so in time. */
  promote(peer: Peer, request: { readonly override: boolean; readonly actor: ActorHere }): Promise<LeadOutcome>;
  /** The other station says how it went. */
  heard(n: number, outcome: LeadOutcome): void;
}

/** Longer than another station needs to ask all others and to fetch what they have. */
const orderMs = 25_000;
/** Apart from the numbers of hand-overs, which begin at one. */
const firstNumber = 1_000_000;

export function createOrders({ timers }: Pick<Ports, 'timers'>): Orders {
  const open = new Map<number, (outcome: LeadOutcome) => void>();
  let last = firstNumber;
  return {
    heard: (n, outcome) => open.get(n)?.(outcome),
    promote: (peer, request) =>
      new Promise((resolve) => {
        const n = (last += 1);
        const end = (outcome: LeadOutcome) => {
          open.delete(n);
          cancel();
          resolve(outcome);
        };
        const cancel = timers.after(orderMs, () => end({ type: 'unreachable' }));
        open.set(n, end);
        peer.say({ t: 'lead', n, order: 'promote', ...request });
      }),
  };
}
