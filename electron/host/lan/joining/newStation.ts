import type { StationAddress } from '../../../../shared/domain/stations/address.ts';
import { ok, refuse, type Result } from '../../../../shared/result.ts';
import type { Ports } from '../../ports.ts';
import type { LanIdentity, SecureConnection } from '../network/network.ts';
import {
  type FromLead,
  fromLead,
  type FromNewStation,
  isSameProof,
  joinStepMs,
  proofOfLead,
  proofOfNewStation,
  type refusals,
  type Transcript,
  type Welcome,
  welcome as welcomeShape,
} from './protocol.ts';

export interface JoinRequest {
  readonly ports: Pick<Ports, 'lan' | 'random' | 'timers'>;
  readonly identity: LanIdentity;
  readonly stationId: string;
  readonly to: StationAddress;
  readonly code: string;
  /** Keeps what was given; on disk when it resolves. Only then the lead hears that the station joined. */
  keep(welcome: Welcome): Promise<void>;
}

export type JoinRefusal = { readonly type: 'noLeadAnswers' | 'leadNotProven' | (typeof refusals)[number] };

/** The new station's side of `protocol.ts`. Nothing is kept before the lead has proved that it showed the code. */
export async function joinOffice(request: JoinRequest): Promise<Result<Welcome, JoinRefusal>> {
  const { ports, identity, to } = request;
  let connection: SecureConnection;
  try {
    connection = await ports.lan.dial({ identity, to, purpose: 'join', accepts: () => true });
  } catch {
    return refuse({ type: 'noLeadAnswers' });
  }
  try {
    return await converse(request, connection);
  } finally {
    connection.transport.close();
    ports.timers.after(joinStepMs, () => connection.cut());
  }
}

async function converse(
  { ports, identity, stationId, code, keep }: JoinRequest,
  connection: SecureConnection,
): Promise<Result<Welcome, JoinRefusal>> {
  const next = messagesOf(connection, ports);
  const send = (message: FromNewStation) => connection.transport.send(message);
  const newNonce = Buffer.from(ports.random.bytes(32)).toString('hex');
  send({ t: 'hello', stationId, nonce: newNonce });
  const challenge = await next();
  if (challenge?.t === 'refused') return refuse({ type: challenge.reason });
  if (challenge?.t !== 'challenge') return refuse({ type: 'leadNotProven' });
  const seen: Transcript = { stationId, newStation: identity.fingerprint, lead: connection.peer, newNonce, leadNonce: challenge.nonce };
  send({ t: 'proof', proof: proofOfNewStation(code, seen) });
  const answer = await next();
  if (answer?.t === 'refused') return refuse({ type: answer.reason });
  if (answer?.t !== 'welcome' || !isSameProof(answer.proof, proofOfLead(code, seen, answer.welcome))) {
    return refuse({ type: 'leadNotProven' });
  }
  const welcome = welcomeShape.parse(JSON.parse(answer.welcome));
  await keep(welcome);
  send({ t: 'joined' });
  return ok(welcome);
}

/** The lead's messages one by one; `null` when it says nothing, or something else. */
function messagesOf({ transport }: SecureConnection, { timers }: Pick<Ports, 'timers'>): () => Promise<FromLead | null> {
  const waiting: (FromLead | null)[] = [];
  let take: ((message: FromLead | null) => void) | null = null;
  const give = (message: FromLead | null) => {
    if (take === null) waiting.push(message);
    else take(message);
    take = null;
  };
  transport.onMessage((data) => {
    const message = fromLead.safeParse(data);
    give(message.success ? message.data : null);
  });
  transport.onClose(() => give(null));
  return () =>
    new Promise((resolve) => {
      const first = waiting.shift();
      if (first !== undefined) return resolve(first);
      const stop = timers.after(joinStepMs, () => give(null));
      take = (message) => {
        stop();
        resolve(message);
      };
    });
}
