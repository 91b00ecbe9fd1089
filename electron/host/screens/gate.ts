/**
 * The gate before the router: everything that a browser on the LAN says passes here, and everything it hears.
 *
 * 1. Only the methods of `linkMethods`; any other is answered `forbidden` before the router sees it. What is no call of the
 *    protocol ends the connection: the security call's channel among it, which is not on the network.
 * 2. No more calls than the link's budget. A flood ends the connection; the screen comes again by itself.
 * 3. Tickets within the link's limit. Papers: tickets that this link gave, on the station's own printer, the paper and one copy.
 * 4. Outwards: answers, and which of the screen's own topics changed. That something else happened in the office — a security
 *    call, a complaint — is not told.
 */
import type { Logger } from 'pino';
import { methods, type Method } from '../../../shared/rpc/contract.ts';
import type { Topic } from '../../../shared/rpc/define.ts';
import { linkMethods, type LinkSurface } from '../../../shared/rpc/linkMethods.ts';
import { type Answer, callMessage, type CallMessage, type HostMessage, type Transport } from '../../../shared/rpc/protocol.ts';
import type { Clock } from '../ports.ts';
import type { Budget } from './budget.ts';
import type { TicketLimit } from './ticketLimit.ts';

export interface GateParts {
  readonly surface: LinkSurface;
  readonly limit: TicketLimit;
  /** Calls of all connections of this link. */
  readonly budget: Budget;
  /** Tickets that this link gave and how often each was printed; shared by all its connections. */
  readonly papers: Map<string, number>;
  /** Whether the station itself prints tickets; without it nothing is asked to print. */
  stationPrints(): boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The paper, and one more when it did not come out. */
const printsPerTicket = 2;

/** The router's end of a link's connection. */
export function gateTransport(transport: Transport, parts: GateParts): Transport {
  const { surface, limit, budget, papers, clock, log } = parts;
  const allowed: ReadonlySet<string> = new Set(linkMethods[surface]);
  const ownTopics = topicsOf(linkMethods[surface]);
  const issuing = new Map<number, CallMessage>();
  let ended = false;

  const answer = (n: number, given: Answer) => transport.send({ t: 'answer', n, answer: given } satisfies HostMessage);
  const end = (why: string) => {
    ended = true;
    log.warn({ surface, why }, 'a connection over a link was ended');
    transport.close();
  };

  /** What keeps a call from the router; `null`: nothing. */
  const refusalOf = (call: CallMessage): Answer | null => {
    if (!allowed.has(call.method)) return { kind: 'failed', failure: { type: 'forbidden', method: call.method.slice(0, 80) } };
    // A printer that a window of the station would reach is out of reach from here.
    if (call.method === 'printing.ticketPrinter') return parts.stationPrints() ? null : { kind: 'done', output: null };
    if (call.method === 'printing.print') return mayPrint(call.input) ? null : refused({ type: 'subjectUnknown' });
    if (call.method !== 'queue.issue' || call.commandId === undefined) return null;
    const wait = limit.take(call.commandId);
    if (wait !== null) return refused({ type: 'kioskLimitReached', until: Math.ceil(clock.now() + wait) });
    issuing.set(call.n, call);
    return null;
  };
  const mayPrint = (input: unknown): boolean => {
    const { kind, subjectId, printerId } = Object(input) as Readonly<Record<string, unknown>>;
    if (kind !== 'ticket' || printerId !== null || typeof subjectId !== 'string' || !parts.stationPrints()) return false;
    const printed = papers.get(subjectId);
    if (printed === undefined || printed >= printsPerTicket) return false;
    papers.set(subjectId, printed + 1);
    return true;
  };
  const noteAnswer = (n: number, given: Answer) => {
    const call = issuing.get(n);
    if (call?.commandId === undefined) return;
    issuing.delete(n);
    const ticketId = given.kind === 'done' ? (Object(given.output) as { ticketId?: unknown }).ticketId : undefined;
    limit.settle(call.commandId, typeof ticketId === 'string');
    if (typeof ticketId === 'string' && !papers.has(ticketId)) remember(papers, ticketId);
  };

  return {
    onMessage(listener) {
      transport.onMessage((message) => {
        if (ended) return;
        const call = callMessage.safeParse(message);
        if (!call.success) return end('outside the protocol');
        if (!budget.spend()) return end('too many calls');
        const refusal = refusalOf(call.data);
        if (refusal === null) listener(call.data);
        else answer(call.data.n, refusal);
      });
    },
    send(message) {
      const told = message as HostMessage;
      if (told.t === 'answer') {
        noteAnswer(told.n, told.answer);
        transport.send(told);
      } else if (told.t === 'changed') {
        const changed = told.topics.filter((topic) => ownTopics.has(topic));
        if (changed.length > 0) transport.send({ t: 'changed', topics: changed } satisfies HostMessage);
      }
    },
    onClose: (listener) => transport.onClose(listener),
    close: () => transport.close(),
  };
}

const refused = (refusal: { readonly type: string; readonly until?: number }): Answer => ({ kind: 'refused', refusal });

function topicsOf(allowed: readonly Method[]): ReadonlySet<Topic> {
  return new Set(
    allowed.flatMap((name) => {
      const method = methods[name];
      return method.kind === 'query' ? method.topics : [];
    }),
  );
}

const mostPapers = 500;

function remember(papers: Map<string, number>, ticketId: string): void {
  papers.set(ticketId, 0);
  const oldest = papers.keys().next().value;
  if (papers.size > mostPapers && oldest !== undefined) papers.delete(oldest);
}
