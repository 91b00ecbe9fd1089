import type { Answer } from '../../../shared/rpc/protocol.ts';
import type { EventStore } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import type { ForwardedCaller, OfficeMessage } from './messages.ts';
import type { Peer } from './peers.ts';

/** A command of a window at one station, for the lead to decide. */
export interface ForwardedCall {
  readonly method: string;
  readonly input: unknown;
  readonly commandId: string;
  readonly caller: ForwardedCaller;
}

export interface Forwarding {
  forward(call: ForwardedCall): Promise<Answer>;
  hear(stationId: string, message: Extract<OfficeMessage, { t: 'answer' }>): void;
  /** This station's copy grew: answers that waited for it may be given. */
  look(): void;
  /** A link came: what was not answered is asked again; the lead gives its first answer if it had decided already. */
  again(): void;
  close(): void;
}

interface Parts {
  readonly ports: Pick<Ports, 'timers'>;
  readonly events: Pick<EventStore, 'seqOf'>;
  lead(): Peer | undefined;
  leadId(): string | null;
  /** Decides it at this station, which is the lead by now; `null`: it is not. */
  decideHere(call: ForwardedCall): Promise<Answer> | null;
  /** People here see the queue as the office has it, not as it was when this station was cut off. */
  isWholeInSight(): boolean;
}

interface Open {
  readonly n: number;
  readonly call: ForwardedCall;
  /** The lead that was asked last. */
  askedOf: string | null;
  /** The lead's answer, which waits until its events are here. */
  given: { readonly answer: Answer; readonly leadId: string; readonly head: number } | null;
  end(answer: Answer): void;
}

/** A person waits at the counter: after this she is told that the lead cannot be reached. */
const patienceMs = 10_000;

const unreachable: Answer = { kind: 'failed', failure: { type: 'leadUnreachable' } };

/** Carries commands to the lead and its answers back (decision 0016, rules 1 and 2). */
export function createForwarding({ ports, events, lead, leadId, decideHere, isWholeInSight }: Parts): Forwarding {
  const open = new Map<number, Open>();
  let last = 0;
  const ask = (one: Open) => {
    const { method, input, commandId, caller } = one.call;
    const decided = decideHere(one.call);
    if (decided !== null) {
      one.askedOf = leadId();
      void decided.then((answer) => one.end(answer));
      return;
    }
    const peer = lead();
    if (peer === undefined) return;
    one.askedOf = peer.stationId;
    peer.say({ t: 'call', n: one.n, method, input, commandId, caller });
  };
  const look = () => {
    // The lead went to another station meanwhile, or came here; that one has the answer of the first, or decides.
    for (const one of open.values()) if (one.given === null && one.askedOf !== leadId()) ask(one);
    if (!isWholeInSight()) return;
    for (const { given, end } of open.values()) {
      if (given !== null && (given.head === 0 || events.seqOf(given.leadId, given.head) !== null)) end(given.answer);
    }
  };
  return {
    look,
    forward(call) {
      if (lead() === undefined) return Promise.resolve(unreachable);
      return new Promise((resolve) => {
        last += 1;
        const one: Open = {
          n: last,
          call,
          askedOf: null,
          given: null,
          end(answer) {
            open.delete(one.n);
            cancel();
            resolve(answer);
          },
        };
        // Decided perhaps, but not to be seen here: whoever is told that it is done must find it on her screen.
        const cancel = ports.timers.after(patienceMs, () => one.end(unreachable));
        open.set(one.n, one);
        ask(one);
      });
    },
    hear(stationId, { n, answer, head }) {
      const one = open.get(n);
      if (one === undefined) return;
      // Whether it handed the lead over is said by the one who did, and is the lead no more.
      if (stationId !== leadId() && (one.call.method !== 'lead.handOver' || stationId !== one.askedOf)) return;
      one.given = { answer, leadId: stationId, head };
      look();
    },
    again() {
      for (const one of open.values()) if (one.given === null) ask(one);
    },
    close() {
      for (const { end } of open.values()) end(unreachable);
    },
  };
}
