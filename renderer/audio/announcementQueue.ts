/**
 * Which calls are announced and in which order: pure, so that it can be tested without sound.
 *
 * 1. A call is announced once. It is new when it came while we watched (its `order` is above all seen), or when it was
 *    not seen before and is at most 20 s old; so neither a reload nor a lost connection repeats old calls.
 * 2. One announcement at a time, in the order of the calls; nothing that was queued is dropped.
 * 3. `order` starts again when the office day changes or a backup was restored; the age rule carries over that.
 */

/** How old a call may be to be announced by a board that did not see it happen, ms. */
export const freshMs = 20_000;
const remembered = 200;

export interface Call {
  /** Grows with every call and recall. */
  readonly order: number;
  readonly number: string;
  readonly counterNumber: number;
  readonly counterName: string;
  readonly at: number;
  readonly recall: boolean;
}

/** What must survive a reload of the board so that it does not repeat itself. */
export interface Memory {
  readonly date: string;
  readonly highest: number;
  readonly seen: readonly string[];
}

export interface AnnouncementQueue {
  readonly memory: Memory;
  readonly current: Call | null;
  /** Next first. */
  readonly waiting: readonly Call[];
}

/** What the host told, at one moment. `live`: the connection was not interrupted since the last observation. */
export interface Observation {
  readonly date: string;
  readonly calls: readonly Call[];
  readonly now: number;
  readonly live: boolean;
}

export const noMemory: Memory = { date: '', highest: 0, seen: [] };

export const emptyQueue = (memory: Memory = noMemory): AnnouncementQueue => ({ memory, current: null, waiting: [] });

/** Takes in the newest list of calls and queues those that are new. */
export function observe(queue: AnnouncementQueue, { date, calls, now, live }: Observation): AnnouncementQueue {
  const highest = date === queue.memory.date ? queue.memory.highest : 0;
  const seen = new Set(queue.memory.seen);
  const isNew = (call: Call) => !seen.has(keyOf(call)) && ((live && call.order > highest) || Math.abs(now - call.at) <= freshMs);
  const inOrder = calls.toSorted((a, b) => a.order - b.order);
  const memory = {
    date,
    highest: Math.max(highest, ...calls.map(({ order }) => order)),
    seen: [...new Set([...queue.memory.seen, ...inOrder.map(keyOf)])].slice(-remembered),
  };
  return { ...queue, memory, waiting: [...queue.waiting, ...inOrder.filter(isNew)] };
}

/** Begins the next announcement; nothing changes while one is going on. */
export function startNext(queue: AnnouncementQueue): AnnouncementQueue {
  const [next, ...waiting] = queue.waiting;
  return queue.current !== null || next === undefined ? queue : { ...queue, current: next, waiting };
}

/** The announcement that was going on has ended. */
export const finish = (queue: AnnouncementQueue): AnnouncementQueue => ({ ...queue, current: null });

const keyOf = ({ order, number, at }: Call): string => `${order}:${number}:${at}`;
