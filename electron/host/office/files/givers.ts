/** A station that had a file not, or did not answer, is asked again after this, ms; each time twice as long, up to `mostMs`. */
export const askAgainMs = 2000;
const mostMs = 10 * 60_000;
/** For how long nobody is asked after something wrong came, ms. */
const restMs = 10_000;
/** For how long one is not asked for a file of which it gave something else, ms. */
export const distrustMs = 10 * 60_000;

/** Whom to ask for which file: a book of who could not give what. All times are of one monotonic clock, ms. */
export interface Givers {
  hasNot(stationId: string, attachmentId: string, now: number): void;
  /** It gave something else under the file's name. */
  distrust(stationId: string, attachmentId: string, now: number): void;
  /** Something else came, and it is not known from whom: nobody is asked for a moment. */
  rest(attachmentId: string, now: number): void;
  /** Somebody waits for it: whoever had it not may have it by now. */
  askAgain(attachmentId: string): void;
  /** It says that it has it now. */
  has(stationId: string, attachmentId: string): void;
  /** It is connected anew, and may have anything. */
  isBack(stationId: string): void;
  /** Who is asked next; `null`: nobody who is connected can give it now. */
  choose(attachmentId: string, by: Choice): string | null;
  /** Nothing is remembered of it any more. */
  forget(attachmentId: string): void;
}

export interface Choice {
  readonly now: number;
  readonly connected: readonly string[];
  /** Whom to ask before others, in this order: who took the file in, the lead. */
  readonly preferred: readonly (string | null)[];
}

interface Noted {
  readonly until: number;
  readonly times: number;
  readonly isDistrusted: boolean;
}

const believe = (page: Map<string, Noted> | undefined, stationId: string): void => {
  if (page?.get(stationId)?.isDistrusted === false) page.delete(stationId);
};

/** In the place of a station: nobody is asked. */
const nobody = '';

export function createGivers(): Givers {
  const book = new Map<string, Map<string, Noted>>();
  const write = (attachmentId: string, stationId: string, noted: Noted) => {
    const page = book.get(attachmentId) ?? new Map<string, Noted>();
    page.set(stationId, noted);
    book.set(attachmentId, page);
  };
  return {
    hasNot(stationId, attachmentId, now) {
      const times = (book.get(attachmentId)?.get(stationId)?.times ?? 0) + 1;
      const until = now + Math.min(mostMs, askAgainMs * 2 ** (times - 1));
      write(attachmentId, stationId, { until, times, isDistrusted: false });
    },
    distrust: (stationId, attachmentId, now) => write(attachmentId, stationId, { until: now + distrustMs, times: 1, isDistrusted: true }),
    rest: (attachmentId, now) => write(attachmentId, nobody, { until: now + restMs, times: 1, isDistrusted: true }),
    askAgain(attachmentId) {
      const page = book.get(attachmentId) ?? new Map<string, Noted>();
      for (const [stationId, { isDistrusted }] of page) if (!isDistrusted) page.delete(stationId);
    },
    has: (stationId, attachmentId) => believe(book.get(attachmentId), stationId),
    isBack(stationId) {
      for (const page of book.values()) believe(page, stationId);
    },
    forget: (attachmentId) => void book.delete(attachmentId),
    choose(attachmentId, { now, connected, preferred }) {
      const page = book.get(attachmentId);
      const isFree = (stationId: string) => (page?.get(stationId)?.until ?? now) <= now;
      if (!isFree(nobody)) return null;
      const able = connected.filter(isFree);
      return preferred.find((stationId): stationId is string => stationId !== null && able.includes(stationId)) ?? able[0] ?? null;
    },
  };
}
