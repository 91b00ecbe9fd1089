/** Which of the large actions are possible now, and why not: pure, so that keys, buttons and tooltips agree. */
import type { Output } from '../../../../shared/rpc/contract.ts';
import type { StaffRole } from '../../../../shared/rpc/roles.ts';
import type { Key } from '../../../i18n/id/index.ts';

export type CounterView = Output<'queue.counterView'>;

export const visitActionNames = ['callNext', 'recall', 'start', 'noShow', 'hold', 'transfer', 'finish'] as const;
/** What can be done beside the visit, with a visitor at the counter or without. */
export const besideActionNames = ['complaint', 'calm'] as const;
export const actionNames = [...visitActionNames, ...besideActionNames] as const;
export type ActionName = (typeof actionNames)[number];

/** Function keys of DESIGN section 4; starting to serve is Enter. */
export const actionKeys: Readonly<Record<ActionName, string>> = {
  callNext: 'F2',
  recall: 'F3',
  start: 'Enter',
  noShow: 'F4',
  hold: 'F6',
  transfer: 'F7',
  finish: 'F8',
  complaint: 'F9',
  calm: 'F10',
};

/** Why an action is not possible: a key of the words and the number they speak of. */
export interface Why {
  readonly key: Extract<Key, `counter.why.${string}`>;
  readonly number: string;
}

export interface Situation {
  readonly view: CounterView;
  readonly me: { readonly staffId: string; readonly roles: readonly StaffRole[] };
  readonly online: boolean;
}

/** `null` when an action is possible. */
export type PossibleActions = Readonly<Record<ActionName, Why | null>>;

export function possibleActions(situation: Situation): PossibleActions {
  const nothing = whyNothing(situation);
  const { current, waitingTotal } = situation.view;
  const number = current?.number ?? '';
  const why = (key: Why['key']): Why => ({ key, number });
  const only = (status: 'called' | 'serving'): Why | null => {
    if (nothing !== null) return nothing;
    if (current === null) return why('counter.why.noTicket');
    if (current.status === status) return null;
    return why(status === 'called' ? 'counter.why.notCalled' : 'counter.why.notServing');
  };
  const callNext = () => {
    if (nothing !== null) return nothing;
    if (current !== null) return why('counter.why.current');
    return waitingTotal === 0 ? why('counter.why.nobodyWaiting') : null;
  };
  return {
    callNext: callNext(),
    recall: only('called'),
    start: only('called'),
    noShow: only('called'),
    hold: only('serving'),
    transfer: nothing ?? (current === null ? why('counter.why.noTicket') : null),
    finish: only('serving'),
    complaint: situation.online ? null : why('counter.why.offline'),
    // Somebody is shouting: no state of the counter or the network may keep the card away.
    calm: null,
  };
}

/** Why a visitor of a list cannot be called to this counter or resumed here now; `null`: can be. */
export function whyNotFree(situation: Situation): Why | null {
  const nothing = whyNothing(situation);
  if (nothing !== null) return nothing;
  const { current } = situation.view;
  return current === null ? null : { key: 'counter.why.current', number: current.number };
}

/** Why no ticket can be made for anybody now; a ticket does not depend on the counter. */
export function whyNoTicket({ view, online }: Pick<Situation, 'view' | 'online'>): Why | null {
  if (!online) return { key: 'counter.why.offline', number: '' };
  return view.day.status === 'open' ? null : { key: 'counter.why.dayNotOpen', number: '' };
}

/** Reasons that forbid everything at this counter. */
export function whyNothing({ view, me, online }: Situation): Why | null {
  const why = (key: Why['key']): Why => ({ key, number: '' });
  const noTicket = whyNoTicket({ view, online });
  if (noTicket !== null) return noTicket;
  if (view.counter.status === 'closed') return why('counter.why.closed');
  if (view.counter.staffId !== me.staffId && !isSupervisor(me.roles)) return why('counter.why.notYours');
  return view.counter.status === 'break' ? why('counter.why.break') : null;
}

export const isSupervisor = (roles: readonly StaffRole[]): boolean => roles.includes('pengawas') || roles.includes('admin');

/** The action that comes naturally next; its button is the filled one. */
export function naturalAction(view: CounterView): ActionName {
  switch (view.current?.status) {
    case 'called':
      return 'start';
    case 'serving':
      return 'finish';
    default:
      return 'callNext';
  }
}
