/**
 * The central server in memory: the sync protocol (shared/sync/protocol.ts) with the real batches, chains, signatures and seals.
 * A batch counts from its commit on; a crash takes what was not committed, and a backup brings back an earlier state.
 */
import type { CentralRequest, CentralResponse } from '../../../electron/host/central/network.ts';
import type { CentralOrder } from '../../../shared/sync/orders.ts';
import {
  type OrderEnvelope,
  orderLabel,
  type PushAnswer,
  serverHeader,
  type SyncRefusal,
  syncPath,
} from '../../../shared/sync/protocol.ts';
import { BadBatchError, type Batch, decodeBatch, encodeBatch } from '../../../sync/batch.ts';
import { type AcceptedEvent, type HeadOf, type SetAside, takeChains } from '../../../sync/chains.ts';
import { publicKey } from '../../../sync/keys.ts';
import { createSealer } from '../../../sync/seal.ts';
import { isSignedBy, parseAuthorization, signatureWindowMs } from '../../../sync/signature.ts';
import type { Seeded } from '../random.ts';
import type { World } from '../world.ts';
import { atOnce } from './compression.ts';
import { enrolment, officeKeys } from './identity.ts';

export interface PlacedOrder {
  readonly envelope: OrderEnvelope;
  readonly outcome: string | null;
}

export interface CentralServer {
  /** @param answered `null`: the connection broke. */
  take(request: CentralRequest, answered: (response: CentralResponse | null) => void): void;
  /** Asks the office for something. @param order anything: a newer server knows more kinds. @returns the order's id */
  place(order: CentralOrder | { readonly kind: 'ofANewerServer' }, actor: string): string;
  /** Everything that was not committed is gone, and nobody answers for a while. */
  crash(): void;
  start(): void;
  backUp(): void;
  /** Puts an earlier state in place of this one. */
  restore(): void;
  /** Answers every request so; `null`: as it should. */
  fail(status: 500 | 502 | 503 | null): void;
  readonly heads: ReadonlyMap<string, HeadOf>;
  readonly orders: ReadonlyMap<string, PlacedOrder>;
  readonly events: readonly AcceptedEvent[];
  readonly setAside: readonly SetAside[];
  /** Complaints that it knows of. */
  complaintIds(): readonly string[];
  /** How far each chain ever was, also before a backup was put in place. */
  everHad(origin: string): number;
}

interface State {
  readonly events: readonly AcceptedEvent[];
  readonly heads: ReadonlyMap<string, HeadOf>;
  readonly orders: ReadonlyMap<string, PlacedOrder>;
}

/** A request that waits for its answer; a crash ends it. */
interface Exchange {
  say(answer: CentralResponse): void;
  isOpen(): boolean;
}

const keptBackups = 3;
const signingKey = publicKey('Ed25519', Buffer.from(officeKeys.publicKeys.signingKey, 'base64url'));
const sealingKey = Buffer.from(officeKeys.publicKeys.sealingKey, 'base64url');

const response = (status: number, body: Buffer | object): CentralResponse => ({
  status,
  headers: { [serverHeader]: enrolment.serverId },
  body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
});

/** @param clock its wall clock, ms since the epoch. */
export function createCentralServer(world: World, random: Seeded, clock: () => number): CentralServer {
  let state: State = { events: [], heads: new Map(), orders: new Map() };
  let hashes = new Map<string, Buffer>();
  let complaintIds: string[] = [];
  let backups: State[] = [state];
  const ever = new Map<string, number>();
  const setAside: SetAside[] = [];
  let isUp = true;
  let failing: 500 | 502 | 503 | null = null;
  let turnAt = 0;
  /** How to break off each request that is not answered yet. */
  const open = new Set<() => void>();
  const waiting = new Set<() => void>();

  const refused = (status: number, refusal: SyncRefusal) => response(status, { refusal, serverTime: clock() });
  const heads = () => [...state.heads].map(([origin, { originSeq, hash }]) => ({ origin, originSeq, hash: hash.toString('hex') }));
  const key = (origin: string, originSeq: number) => `${origin} ${originSeq}`;
  const openOrders = () => [...state.orders.values()].filter(({ outcome }) => outcome === null).map(({ envelope }) => envelope);
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  const learn = (accepted: readonly AcceptedEvent[]) => {
    for (const { event, hash } of accepted) {
      hashes.set(key(event.origin, event.originSeq), hash);
      if (event.type === 'complaintReceived.v1') complaintIds.push((JSON.parse(event.data) as { complaintId: string }).complaintId);
    }
  };

  const commit = ({ header, events }: Batch): PushAnswer => {
    const ends = new Map(header.origins.map(({ origin, hash }) => [origin, hash]));
    const here = {
      headOf: (origin: string) => state.heads.get(origin),
      hashAt: (origin: string, originSeq: number) => hashes.get(key(origin, originSeq)),
    };
    const taken = takeChains(events, ends, here);
    const answer = {
      heads: heads(),
      quarantined: 0,
      quarantinedInAll: setAside.length,
      needsHashes: taken === null,
      hasOrders: false,
      position: state.events.length,
    };
    if (taken === null) return answer;
    const orders = new Map(state.orders);
    for (const { event } of taken.accepted) {
      if (event.type !== 'orderDecided.v1') continue;
      const { orderId, outcome } = JSON.parse(event.data) as { orderId: string; outcome: string };
      const order = orders.get(orderId);
      if (order !== undefined) orders.set(orderId, { ...order, outcome });
    }
    learn(taken.accepted);
    setAside.push(...taken.setAside);
    for (const [origin, { originSeq }] of taken.heads) ever.set(origin, Math.max(originSeq, ever.get(origin) ?? 0));
    state = { events: [...state.events, ...taken.accepted], heads: new Map([...state.heads, ...taken.heads]), orders };
    return {
      ...answer,
      heads: heads(),
      quarantined: taken.setAside.length,
      quarantinedInAll: setAside.length,
      hasOrders: openOrders().length > 0,
      position: state.events.length,
    };
  };

  /** Answers as soon as there is something, at the latest after so many seconds. */
  const whenThereIs = (seconds: number, look: () => boolean, answer: () => void) => {
    if (look() || seconds === 0) return answer();
    const end = () => {
      if (!waiting.delete(again)) return;
      cancel();
      answer();
    };
    const again = () => void (look() && end());
    waiting.add(again);
    const cancel = world.after(seconds * 1000, end);
  };

  const handle = (request: CentralRequest, { say, isOpen }: Exchange) => {
    const { method, url, headers, body = Buffer.alloc(0) } = request;
    const path = url.slice(enrolment.url.length);
    const authorization = parseAuthorization(headers['authorization']);
    if (authorization === null || !isSignedBy({ method, path, body }, authorization, signingKey)) return say(refused(401, 'badSignature'));
    if (Math.abs(authorization.at - clock()) > signatureWindowMs) return say(refused(401, 'clockOff'));
    const { pathname, searchParams } = new URL(url);
    const number = (name: string) => Number(searchParams.get(name) ?? 0);
    switch (`${method} ${pathname.slice(syncPath.length)}`) {
      case 'GET /heads':
        return say(response(200, { heads: heads(), position: state.events.length }));
      case 'POST /events': {
        // In the order in which they came; the work of each takes a moment, and a crash in it leaves nothing.
        const at = Math.max(world.now() + random.int(1, 20), turnAt);
        turnAt = at;
        const taken = (batch: Batch) => {
          world.after(at - world.now(), () => {
            if (!isOpen()) return;
            say(response(200, commit(batch)));
            wake();
          });
        };
        const unread = (error: unknown) => {
          if (!(error instanceof BadBatchError)) throw error;
          say(refused(400, 'badRequest'));
        };
        return void decodeBatch(body, atOnce).then(taken, unread);
      }
      case 'GET /events': {
        const after = number('after');
        return whenThereIs(
          number('wait'),
          () => state.events.length > after,
          () => {
            const page = state.events
              .slice(after, after + number('limit'))
              .map(({ event, hash }) => ({ ...event, hash: hash.toString('hex') }));
            const position = page.length === 0 ? after : after + page.length;
            void encodeBatch(page, { position, withHashes: true }, atOnce).then((bytes) => say(response(200, bytes)));
          },
        );
      }
      case 'GET /orders':
        return whenThereIs(
          number('wait'),
          () => openOrders().length > 0,
          () => say(response(200, { orders: openOrders().slice(0, 100), position: state.events.length, agencyKey: enrolment.agencyKey })),
        );
      default:
        return say(refused(400, 'badRequest'));
    }
  };
  const stop = () => {
    isUp = false;
    waiting.clear();
    for (const breakOff of [...open]) breakOff();
  };

  return {
    take(request, answered) {
      if (!isUp) return answered(null);
      if (failing === 502) return answered({ status: 502, headers: {}, body: Buffer.from('<html>Bad Gateway</html>') });
      if (failing !== null) return answered(refused(failing, failing === 503 ? 'busy' : 'failed'));
      const breakOff = () => {
        if (open.delete(breakOff)) answered(null);
      };
      const say = (answer: CentralResponse) => {
        if (open.delete(breakOff)) answered(answer);
      };
      open.add(breakOff);
      handle(request, { say, isOpen: () => open.has(breakOff) });
    },
    place(order, actor) {
      const orderId = random.uuid(clock());
      const { ephemeral, content } = createSealer(sealingKey, random.bytes)(orderLabel(orderId), Buffer.from(JSON.stringify(order)));
      const sealed = { keyId: enrolment.keyId, ephemeral: ephemeral.toString('base64url'), content: content.toString('base64') };
      const envelope = { orderId, createdAt: Math.round(clock()), actor, sealed };
      state = { ...state, orders: new Map([...state.orders, [orderId, { envelope, outcome: null }]]) };
      wake();
      return orderId;
    },
    crash: stop,
    start() {
      isUp = true;
    },
    backUp() {
      backups = [...backups, state].slice(-keptBackups);
    },
    restore() {
      const backup = random.pick(backups);
      if (backup === undefined) return;
      stop();
      state = backup;
      hashes = new Map();
      complaintIds = [];
      learn(state.events);
      isUp = true;
    },
    fail(status) {
      failing = status;
    },
    get heads() {
      return state.heads;
    },
    get orders() {
      return state.orders;
    },
    get events() {
      return state.events;
    },
    setAside,
    complaintIds: () => complaintIds,
    everHad: (origin) => ever.get(origin) ?? 0,
  };
}
