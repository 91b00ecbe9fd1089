/**
 * Ids of events: UUIDv7 in the order of causes (decision 0016, rule 4). A hybrid logical clock: the time of this
 * station, or that of the greatest id it has seen if that is later, with a counter behind it. So an event's id is
 * greater than those of all events its station knew when it was written, whatever the wall clocks say.
 */
import { v7 } from 'uuid';
import type { Clock, Random } from '../ports.ts';

export interface EventIds {
  /** An id greater than every one made or seen before. */
  next(): string;
  /** An id that was seen: of an own event of an earlier run, or of another station's. */
  observe(id: string): void;
}

/** The counter of a UUIDv7 as the `uuid` library writes it: 32 bits. */
const counterEnd = 2 ** 32;

export function createEventIds(clock: Clock, random: Random): EventIds {
  let last: Stamp = { ms: 0, counter: 0 };
  return {
    next() {
      const now = clock.now();
      if (now > last.ms) last = { ms: now, counter: 0 };
      else last = last.counter + 1 < counterEnd ? { ms: last.ms, counter: last.counter + 1 } : { ms: last.ms + 1, counter: 0 };
      return v7({ msecs: last.ms, seq: last.counter, random: random.bytes(16) });
    },
    observe(id) {
      const seen = stampOf(id);
      if (seen.ms > last.ms || (seen.ms === last.ms && seen.counter > last.counter)) last = seen;
    },
  };
}

interface Stamp {
  readonly ms: number;
  readonly counter: number;
}

/** The first 48 bits are the time; the counter lies around the version and variant bits (RFC 9562, method 1). */
function stampOf(id: string): Stamp {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = bytes.subarray(6, 11);
  const counter = (a & 0x0f) * 2 ** 28 + b * 2 ** 20 + (c & 0x3f) * 2 ** 14 + d * 2 ** 6 + (e >> 2);
  return { ms: bytes.readUIntBE(0, 6), counter };
}
