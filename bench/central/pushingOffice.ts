/** An office that is only what it pushes: batches made ahead of time, signed when they are sent. */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { v7 } from 'uuid';
import type { ComplaintReceived } from '../../shared/domain/complaints/events.ts';
import { batchType, pushAnswer, syncPath } from '../../shared/sync/protocol.ts';
import { encodeBatch } from '../../sync/batch.ts';
import { eventHash, genesis } from '../../sync/hashChain.ts';
import { privateKey, publicBytes } from '../../sync/keys.ts';
import { authorize } from '../../sync/signature.ts';

type Written = Parameters<typeof encodeBatch>[0][number];

export interface PushingOffice {
  readonly officeId: string;
  /** The batches that wait, oldest first, each with the place of its last event. */
  readonly batches: { readonly bytes: Buffer; readonly end: number }[];
  /** @returns how far the server says that it is. @throws when it was not taken. */
  push(url: string, batch: Buffer): Promise<number>;
}

const day = 24 * 60 * 60 * 1000;

/** What one visit leaves: about 700 bytes an event; with every twentieth event a complaint. */
function nextData(n: number, at: number): { readonly stream: string; readonly type: string; readonly data: object } {
  if (n % 20 === 0) {
    const complaintId = v7();
    const data: ComplaintReceived['data'] = {
      ...{
        complaintId,
        number: `P-2026-${String(n).padStart(6, '0')}`,
        letter: '',
        year: 2026,
        sequence: n,
        kind: 'full',
        channel: 'counter',
      },
      ...{ personId: v7(), anonymous: false, confidential: false, counterId: null, counterName: null, ticketId: null, ticketNumber: null },
      ...{ serviceId: v7(), serviceTitle: { id: 'KTP-el hilang', en: 'Lost identity card' }, pinHash: randomBytes(32).toString('hex') },
      ...{ promisedOn: null, attachments: [], reportDueAt: at + 7 * day, responded: false, type: 'service', tag: null, class: 'ordinary' },
      deadlines: { firstResponse: at + day, verify: at + 3 * day, answer: at + 14 * day, ceiling: at + 60 * day },
      ...{ categoryId: null, unitId: null, urgency: 'low', impact: 'low', priority: 'low' },
    };
    return { stream: `complaint/${complaintId}`, type: 'complaintReceived.v1', data };
  }
  const type = ['ticketIssued.v1', 'ticketCalled.v1', 'servingStarted.v1', 'requirementsChecked.v1', 'ticketFinished.v1'][n % 5] ?? '';
  return {
    stream: 'queue/2026-11-28',
    type,
    data: { ticketId: v7(), counterId: v7(), staffId: v7(), note: randomBytes(120).toString('base64') },
  };
}

/** @param enrol stores the two public keys; @returns the key's id. */
export async function pushingOffice(
  officeId: string,
  enrol: (keys: { readonly signingKey: Buffer; readonly sealingKey: Buffer }) => Promise<string>,
  { batches, events }: { readonly batches: number; readonly events: number },
): Promise<PushingOffice> {
  const signingKey = privateKey('Ed25519', randomBytes(32));
  const keyId = await enrol({
    signingKey: publicBytes(signingKey),
    sealingKey: publicBytes(privateKey('X25519', randomBytes(32))),
  });
  const origin = v7();
  let head = genesis;
  let seq = 0;
  const write = (): Written => {
    seq += 1;
    const at = Date.now();
    const { stream, type, data } = nextData(seq, at);
    const shared = { id: v7(), origin, term: 1, stream, type, at, actor: 'system', data: JSON.stringify(data) };
    const commandId = v7();
    head = eventHash(head, { ...shared, origin_seq: seq, command_id: commandId });
    return { ...shared, originSeq: seq, commandId, hash: head.toString('hex') };
  };
  const made: { bytes: Buffer; end: number }[] = [];
  for (let n = 0; n < batches; n += 1) made.push({ bytes: await encodeBatch(Array.from({ length: events }, write)), end: seq });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const path = `${syncPath}/events`;
  return {
    officeId,
    batches: made,
    push: (url, body) =>
      new Promise((resolve, reject) => {
        const authorization = authorize({ method: 'POST', path, body }, keyId, signingKey, Date.now());
        const headers = { authorization, 'loket-office': officeId, 'content-type': batchType, 'content-length': body.length };
        const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            if (response.statusCode === 200) resolve(pushAnswer.parse(JSON.parse(text)).heads[0]?.originSeq ?? 0);
            else reject(new Error(`HTTP ${response.statusCode}: ${text.slice(0, 200)}`));
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}
