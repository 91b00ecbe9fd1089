/**
 * This station among the others of its office (decision 0016): whose copy has what, who decides, and how a command gets to
 * the one who does. What can be trusted is the links' matter; here every connected station is one of the office.
 */
import type { Logger } from 'pino';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer, Transport } from '../../../shared/rpc/protocol.ts';
import type { Reader } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { createCopy } from './copies.ts';
import { isDecidedByLead } from './decidedByLead.ts';
import { createForwarding, type ForwardedCall } from './forwarding.ts';
import { type ForwardedCaller, officeMessage, type OfficeMessage } from './messages.ts';
import { createPeers, type Peer } from './peers.ts';
import { createSecuring } from './securing.ts';

export interface OfficeStanding {
  /** `alone`: no other station has joined this office, or none is known here. */
  readonly role: 'alone' | 'lead' | 'follower';
  /** `null`: not known yet, as at a station that has just joined. */
  readonly leadId: string | null;
  /** The lead was heard within the last six seconds; always true at the lead. */
  readonly isLeadReachable: boolean;
  readonly peers: readonly { readonly stationId: string; readonly isLevel: boolean; readonly problem: 'forked' | 'broken' | null }[];
}

export interface Office {
  /** Another station of this office, over a link that is already trusted; ends with the link. */
  connect(peer: { readonly stationId: string; readonly transport: Transport }): void;
  /** Whether a command is to be decided at this station. */
  decidesHere(method: Method): boolean;
  /** Asks the lead to decide; answers when this station's own copy has what the answer rests on. */
  forward(call: ForwardedCall): Promise<Answer>;
  /** Resolves when everything decided here so far is on the disk of one other station, if any is reachable (rule 3). */
  secured(): Promise<void>;
  /** From now on commands of other stations are decided by this. */
  serve(decide: (call: ForwardedCall) => Promise<Answer>): void;
  standing(): OfficeStanding;
  close(): void;
}

export interface OfficeParts {
  readonly station: Station;
  readonly db: Reader;
  readonly engine: Engine<unknown>;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly ports: Ports;
  readonly log: Logger;
  /** This station joined an office that another one founded; before its events are here nobody else can say so. */
  readonly hasJoined: boolean;
}

const tickMs = 2000;

export function createOffice(parts: OfficeParts): Office {
  const { station, events, engine, ports, log } = parts;
  const peers = createPeers(ports.clock);
  const founder = findFounder(parts.db);
  const leadId = () => founder() ?? (parts.hasJoined ? null : station.id);
  const isLead = () => leadId() === station.id;
  const lead = () => peers.of(leadId());
  const securing = createSecuring({ ports, events, station, peers, log });
  const forwarding = createForwarding({ ports, lead, events, leadId });
  let decide: (call: ForwardedCall) => Promise<Answer> = () => Promise.resolve({ kind: 'failed', failure: { type: 'leadUnreachable' } });

  /** The lead and whoever is connected to it copy at once; between two followers the tick is enough. */
  const sendToAll = () => {
    for (const peer of peers.all()) if (isLead() || peer.stationId === leadId()) peer.copy.send();
    securing.look();
    forwarding.look();
  };
  const stopHearing = engine.onCommit(sendToAll);
  const stopTicking = ports.timers.every(tickMs, () => {
    for (const peer of peers.all()) {
      peer.copy.level();
      if (isLead()) peer.beat();
    }
  });

  const answerCall = async (peer: Peer, { n, method, input, commandId, caller }: Extract<OfficeMessage, { t: 'call' }>) => {
    const answer = isLead() ? await decide({ method, input, commandId, caller }) : unreachable;
    const head = events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
    peer.copy.send();
    peer.say({ t: 'answer', n, answer, head });
  };
  const hear = (peer: Peer, message: OfficeMessage) => {
    peer.note();
    if (peer.copy.hear(message)) return;
    if (message.t === 'beat') {
      peer.noteBeat();
      peer.say({ t: 'heard', n: message.n });
    } else if (message.t === 'call') {
      answerCall(peer, message).catch((error: unknown) =>
        log.error({ err: error, station: peer.stationId }, 'a forwarded call could not be answered'),
      );
    } else if (message.t === 'answer') forwarding.hear(peer.stationId, message);
  };

  return {
    connect({ stationId, transport }) {
      const copy = createCopy({ ...parts, onHave: () => securing.look() }, stationId, transport);
      const peer = peers.add(stationId, transport, copy);
      transport.onClose(() => {
        peers.remove(peer);
        securing.look();
        engine.announce(['system']);
      });
      transport.onMessage((data) => {
        const message = officeMessage.safeParse(data);
        if (message.success) return hear(peer, message.data);
        log.warn({ station: stationId }, 'a message outside the protocol of stations; link closed');
        transport.close();
      });
      forwarding.again();
      engine.announce(['system']);
    },
    decidesHere: (method) => !isDecidedByLead(method) || isLead(),
    forward: (call) => forwarding.forward(call),
    secured: () => securing.secured(),
    serve(decider) {
      decide = decider;
    },
    standing: () => ({
      role: isLead() ? (peers.all().length === 0 && !parts.hasJoined ? 'alone' : 'lead') : 'follower',
      leadId: leadId(),
      isLeadReachable: isLead() || lead() !== undefined,
      peers: peers.all().map(({ stationId, copy }) => ({ stationId, isLevel: copy.isLevel(), problem: copy.problem() })),
    }),
    close() {
      stopHearing();
      stopTicking();
      forwarding.close();
    },
  };
}

const unreachable: Answer = { kind: 'failed', failure: { type: 'leadUnreachable' } };

export type { ForwardedCall, ForwardedCaller };

/** Who wrote the first event of the office's configuration; does not change any more once it is known. */
function findFounder(db: Reader): () => string | null {
  const first = db.prepare<[], { origin: string }>("SELECT origin FROM event WHERE stream = 'office' ORDER BY seq LIMIT 1");
  let known: string | null = null;
  return () => (known ??= first.get()?.origin ?? null);
}
