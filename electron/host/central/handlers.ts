import { isIP } from 'node:net';
import { dateNow } from '../../../shared/domain/queue/day.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { openSealed } from '../../../sync/seal.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { enrolAt, SyncError } from './client.ts';
import { makeOfficeKeys } from './officeKeys.ts';

/** Enrolling at a central server, its keys, how the sending goes, and what the agency announces. */
export function createCentralHandlers(services: Services, execute: Execute): Handlers {
  const { engine, central, access } = services;
  const once = createAnswersOnce(50);
  return {
    'central.status': () => ok(status(services)),
    'central.enrol': (input, call) => once(call, 'central.enrol', input, () => enrol(services, execute, input, call)),
    'central.rotateKey': (input, call) => once(call, 'central.rotateKey', input, () => rotate(services, execute, call)),
    'central.leave': (input, call) => execute('central.leave', input, call),
    'central.retry': () => {
      central.retry();
      return ok({});
    },
    'central.announcements': (_input, { connection }) => {
      const actor = access.callers.actorOf(connection);
      const { office } = engine.states;
      const today = dateNow(office, services.ports.clock.now());
      return ok({
        announcements: engine.states.central.announcements
          .filter(({ until }) => until >= today)
          .map(({ seenBy, ...announcement }) => ({
            ...announcement,
            seen: actor.kind === 'staff' && seenBy.includes(actor.staffId),
          })),
      });
    },
  };
}

function status({ engine, central }: Services): Output<'central.status'> {
  const { enrolment, refused } = engine.states.central;
  const { ordersWaiting, ...standing } = central.standing();
  return {
    enrolment:
      enrolment === null
        ? null
        : {
            url: enrolment.url,
            serverId: enrolment.serverId,
            officeName: enrolment.officeName,
            officeCode: enrolment.officeCode,
            agencyName: enrolment.agencyName,
            publicUrl: enrolment.publicUrl,
            enrolledAt: enrolment.enrolledAt,
            keyId: enrolment.keyId,
            keyCreatedAt: enrolment.keyCreatedAt,
          },
    ...standing,
    orders: {
      waiting: ordersWaiting,
      refused: refused.map(({ orderId, kind, outcome, at }) => ({ orderId, kind, refusal: outcome, at })),
    },
  };
}

/** The address as it is used, without path and slash; `null`: it is none, or would send over the open network in clear. */
function serverUrl(typed: string): string | null {
  const address = /^https?:\/\//u.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
  return protocol === 'https:' || isLoopback ? origin : null;
}

async function enrol(services: Services, execute: Execute, input: { readonly url: string; readonly code: string }, call: Call) {
  const { engine, ports, vault } = services;
  if (engine.states.central.enrolment !== null) return refuse({ type: 'centralAlreadyEnrolled' as const });
  const url = serverUrl(input.url);
  if (url === null) return refuse({ type: 'centralUrlInsecure' as const });
  const made = makeOfficeKeys(ports.random);
  let answer;
  try {
    answer = await enrolAt(ports.central, url, { code: input.code.trim(), ...made.publicKeys });
  } catch (error) {
    return refuse(whyNot(error));
  }
  const { pinKey: sealed, ...enrolment } = answer;
  const pinKey = openSealed(made.keys.sealingKey, `pin-key:${enrolment.officeId}`, {
    ephemeral: Buffer.from(sealed.ephemeral, 'base64url'),
    content: Buffer.from(sealed.content, 'base64'),
  });
  const keysNoteId = ports.random.uuid();
  vault.putNote(keysNoteId, made.note(pinKey));
  return execute('central.enrol', { url, keysNoteId, ...enrolment }, call);
}

async function rotate(services: Services, execute: Execute, call: Call) {
  const { engine, ports, vault, central } = services;
  const { enrolment } = engine.states.central;
  const client = central.client();
  const pinKey = central.pinKey();
  if (enrolment === null || client === null || pinKey === null) return refuse({ type: 'centralNotEnrolled' as const });
  const made = makeOfficeKeys(ports.random);
  const keysNoteId = ports.random.uuid();
  // The server accepts the old key until the new one is used: a crash in between locks nobody out.
  vault.putNote(keysNoteId, made.note(pinKey));
  let keyId;
  try {
    keyId = await client.rotate(made.publicKeys);
  } catch (error) {
    const { type, ...details } = whyNot(error);
    return refuse(
      type === 'centralUnreachable'
        ? { type }
        : { type: 'centralFailed' as const, failure: 'failure' in details ? details.failure : 'refused' },
    );
  }
  return execute('central.rotateKey', { keyId, keysNoteId }, call);
}

function whyNot(error: unknown) {
  if (!(error instanceof SyncError)) throw error;
  if (error.failure === 'unreachable') return { type: 'centralUnreachable' as const };
  if (error.failure === 'notTheServer') return { type: 'centralNotTheServer' as const };
  if (error.refusal === 'codeUnknown') return { type: 'centralCodeUnknown' as const };
  return { type: 'centralFailed' as const, failure: error.failure };
}
