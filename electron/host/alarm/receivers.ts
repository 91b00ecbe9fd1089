import { lostAfterMs, type ReceiverView, type WindowMessage } from '../../../shared/alarm/protocol.ts';
import type { Clock } from '../ports.ts';

type Hello = Extract<WindowMessage, { t: 'hello' }>;

interface Receiver {
  readonly hello: Hello;
  /** Monotonic time at which it was last heard. */
  heardAt: number;
  lostAt: number | null;
}

/** A window that left for good is forgotten after this; until then it is shown as lost. */
const forgetAfterMs = 30 * 60_000;

/** The windows that show calls, supervised by their beat: who is silent is lost, and said to be. */
export interface Receivers {
  hello(hello: Hello): void;
  heard(windowId: string): void;
  /** Its connection is gone. */
  lost(windowId: string): void;
  /** Marks who has been silent too long; @returns whether anything changed. */
  check(): boolean;
  views(): readonly ReceiverView[];
  of(windowId: string): ReceiverView | null;
}

export function createReceivers(clock: Clock): Receivers {
  const known = new Map<string, Receiver>();
  const view = ({ hello, lostAt }: Receiver): ReceiverView => ({
    windowId: hello.windowId,
    name: hello.person.name,
    place: hello.place.name,
    roles: hello.roles,
    guardPost: hello.guardPost,
    lostAt,
  });
  return {
    hello: (hello) => void known.set(hello.windowId, { hello, heardAt: clock.monotonic(), lostAt: null }),
    heard(windowId) {
      const receiver = known.get(windowId);
      if (receiver !== undefined) known.set(windowId, { ...receiver, heardAt: clock.monotonic(), lostAt: null });
    },
    lost(windowId) {
      const receiver = known.get(windowId);
      if (receiver !== undefined) receiver.lostAt ??= clock.now();
    },
    check() {
      let changed = false;
      for (const [windowId, receiver] of known) {
        const silent = clock.monotonic() - receiver.heardAt;
        if (receiver.lostAt === null && silent > lostAfterMs) {
          receiver.lostAt = clock.now();
          changed = true;
        }
        if (silent > forgetAfterMs) changed = known.delete(windowId) || changed;
      }
      return changed;
    },
    views: () => [...known.values()].map(view),
    of(windowId) {
      const receiver = known.get(windowId);
      return receiver === undefined ? null : view(receiver);
    },
  };
}
