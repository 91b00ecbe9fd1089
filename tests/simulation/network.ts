/**
 * The cables between the stations. A message takes a while; it may come twice or after the one behind it. A cable that is pulled
 * closes the link at both ends at once; one that hangs swallows everything, and both ends notice after ten seconds, as the heartbeat of
 * the real links makes them.
 */
import type { Transport } from '../../shared/rpc/protocol.ts';
import type { Seeded } from './random.ts';
import type { World } from './world.ts';

export interface End {
  readonly id: string;
  /** The computer does what came when it is not stalled. */
  whenAwake(run: () => void): void;
  /** Takes the two channels of a new link. */
  connect(other: string, channels: { readonly office: Transport; readonly alarm: Transport }): void;
}

export interface Network {
  /** Stations come and go with their computers. */
  plugIn(end: End): void;
  unplug(id: string): void;
  /** Pulls or puts back the cable between two stations. */
  cut(a: string, b: string): void;
  heal(a: string, b: string): void;
  healAll(): void;
  /** Everything on the cable is swallowed until the ends notice. */
  hang(a: string, b: string): void;
  /** From now on messages come twice or out of turn with this probability. */
  disturb(probability: number): void;
  isCut(a: string, b: string): boolean;
  readonly counts: Record<'duplicated' | 'reordered' | 'dropped' | 'linked', number>;
}

interface Link {
  open: boolean;
  hanging: boolean;
  close(): void;
}

const noticedAfterMs = 10_000;
const redialMs = 700;

export function createNetwork(world: World, random: Seeded): Network {
  const ends = new Map<string, End>();
  const cuts = new Set<string>();
  const links = new Map<string, Link>();
  const counts = { duplicated: 0, reordered: 0, dropped: 0, linked: 0 };
  let disturbance = 0;
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

  const dial = (a: string, b: string) => {
    const [one, other] = [ends.get(a), ends.get(b)];
    const name = key(a, b);
    if (one === undefined || other === undefined || cuts.has(name) || links.get(name)?.open === true) return;
    counts.linked += 1;
    const link = createLink(one, other);
    links.set(name, link);
  };
  const redial = (a: string, b: string) => void world.after(redialMs, () => dial(a, b));

  const createLink = (one: End, other: End): Link => {
    const closers: (() => void)[] = [];
    const link: Link = {
      open: true,
      hanging: false,
      close() {
        if (!link.open) return;
        link.open = false;
        for (const closer of closers) closer();
        redial(one.id, other.id);
      },
    };
    const pairs = { office: createPair(), alarm: createPair() };
    const side = (end: End, own: 0 | 1): { office: Transport; alarm: Transport } => {
      const transport = (pair: Pair): Transport => {
        closers.push(() => {
          for (const listener of pair[own].closed) listener();
        });
        const far = own === 0 ? other : one;
        let lastAt = 0;
        const deliver = (copy: string, at: number) =>
          world.after(at - world.now(), () => {
            if (!link.open) return;
            if (link.hanging) {
              counts.dropped += 1;
              return;
            }
            far.whenAwake(() => {
              if (link.open) for (const listener of pair[1 - own]?.heard ?? []) listener(JSON.parse(copy));
            });
          });
        return {
          send(message) {
            if (!link.open) return;
            const copy = JSON.stringify(message);
            let at = Math.max(world.now() + random.int(1, 12), lastAt);
            if (random.chance(disturbance)) {
              counts.duplicated += 1;
              deliver(copy, at + random.int(0, 300));
            }
            if (random.chance(disturbance)) {
              counts.reordered += 1;
              at += random.int(1, 60);
            } else lastAt = at;
            deliver(copy, at);
          },
          onMessage: (listener) => void pair[own].heard.push(listener),
          onClose: (listener) => void pair[own].closed.push(listener),
          // Closing one channel closes the link, as one socket carries all.
          close: () => link.close(),
        };
      };
      return { office: transport(pairs.office), alarm: transport(pairs.alarm) };
    };
    one.connect(other.id, side(one, 0));
    other.connect(one.id, side(other, 1));
    return link;
  };

  return {
    counts,
    plugIn(end) {
      ends.set(end.id, end);
      for (const other of ends.keys()) if (other !== end.id) redial(end.id, other);
    },
    unplug(id) {
      ends.delete(id);
      for (const [name, link] of links) if (name.split(' ').includes(id)) link.close();
    },
    cut(a, b) {
      cuts.add(key(a, b));
      links.get(key(a, b))?.close();
    },
    heal(a, b) {
      cuts.delete(key(a, b));
      redial(a, b);
    },
    healAll() {
      for (const name of cuts) {
        const [a = '', b = ''] = name.split(' ');
        redial(a, b);
      }
      cuts.clear();
    },
    hang(a, b) {
      const link = links.get(key(a, b));
      if (link?.open !== true || link.hanging) return;
      link.hanging = true;
      world.after(noticedAfterMs, () => link.close());
    },
    disturb(probability) {
      disturbance = probability;
    },
    isCut: (a, b) => cuts.has(key(a, b)),
  };
}

type Pair = readonly [Ear, Ear];
interface Ear {
  readonly heard: ((message: unknown) => void)[];
  readonly closed: (() => void)[];
}
const createPair = (): Pair => [
  { heard: [], closed: [] },
  { heard: [], closed: [] },
];
