/** Decisions about the central server. What the network said is in the input: handlers talk to it, this only decides. */
import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Actor } from '../decider.ts';
import type { CentralEvent } from './events.ts';
import type { CentralState } from './state.ts';
import type { Announcement, Enrolment, OrderDecided, ServiceRated } from './types.ts';

export type CentralCommand =
  | { readonly method: 'central.enrol'; readonly input: Enrolment }
  | { readonly method: 'central.rotateKey'; readonly input: { readonly keyId: string; readonly keysNoteId: string } }
  | { readonly method: 'central.leave'; readonly input: object }
  | { readonly method: 'central.seeAnnouncement'; readonly input: { readonly announcementId: string } }
  // The host's own, on behalf of the server's orders; no window can send them.
  | { readonly method: 'central.decideOrder'; readonly input: OrderDecided }
  | { readonly method: 'central.announce'; readonly input: Announcement }
  | { readonly method: 'central.rate'; readonly input: ServiceRated };

export const centralMethods = [
  'central.enrol',
  'central.rotateKey',
  'central.leave',
  'central.seeAnnouncement',
  'central.decideOrder',
  'central.announce',
  'central.rate',
] as const satisfies readonly CentralCommand['method'][];

export type CentralRefusal = { readonly type: 'centralAlreadyEnrolled' } | { readonly type: 'centralNotEnrolled' };

export function decideCentral(
  command: CentralCommand,
  state: CentralState,
  { actor }: { readonly actor: Actor },
): Result<readonly CentralEvent[], CentralRefusal> {
  switch (command.method) {
    case 'central.enrol':
      return state.enrolment === null
        ? ok([{ type: 'centralEnrolled.v1', data: command.input }])
        : refuse({ type: 'centralAlreadyEnrolled' });
    case 'central.rotateKey':
      return state.enrolment === null
        ? refuse({ type: 'centralNotEnrolled' })
        : ok([{ type: 'centralKeyRotated.v1', data: command.input }]);
    case 'central.leave':
      if (state.enrolment === null) return refuse({ type: 'centralNotEnrolled' });
      return ok([{ type: 'centralLeft.v1', data: { officeId: state.enrolment.officeId } }]);
    case 'central.seeAnnouncement': {
      const { announcementId } = command.input;
      const found = state.announcements.find((one) => one.announcementId === announcementId);
      if (found === undefined || actor.kind !== 'staff' || found.seenBy.includes(actor.staffId)) return ok([]);
      return ok([{ type: 'announcementSeen.v1', data: { announcementId, staffId: actor.staffId } }]);
    }
    case 'central.decideOrder':
      return ok([{ type: 'orderDecided.v1', data: command.input }]);
    case 'central.announce': {
      const isKnown = state.announcements.some((one) => one.announcementId === command.input.announcementId);
      return ok(isKnown ? [] : [{ type: 'announcementReceived.v1', data: command.input }]);
    }
    case 'central.rate':
      return ok([{ type: 'serviceRated.v1', data: command.input }]);
    default:
      return unreachable(command);
  }
}
