/**
 * The ways from the stations to the central server. A request or its answer may be lost, late or broken off; a line that is cut
 * swallows what is on it; a captive portal answers for the server.
 */
import type { CentralNetwork, CentralRequest, CentralResponse } from '../../../electron/host/central/network.ts';
import type { Seeded } from '../random.ts';
import type { World } from '../world.ts';
import type { CentralServer } from './server.ts';

export type LineState = 'good' | 'cut' | 'portal';

export interface Uplinks {
  /** The line of a station, by its letter. */
  of(letter: string): CentralNetwork;
  set(letter: string, state: LineState): void;
  /** All lines at once. */
  setAll(state: LineState): void;
  /** From now on requests and answers are lost with this probability. */
  lose(probability: number): void;
  /** From now on they take up to so many ms, and overtake each other. */
  slow(ms: number): void;
}

interface Parts {
  readonly world: World;
  readonly random: Seeded;
  readonly server: CentralServer;
  readonly count: (what: string) => void;
}

const portal: CentralResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html>Selamat datang di WiFi gratis</html>'),
};

export function createUplinks({ world, random, server, count }: Parts): Uplinks {
  const lines = new Map<string, LineState>();
  let common: LineState = 'good';
  /** When the last one of each line and direction arrives. */
  const lastAt = new Map<string, number>();
  let loss = 0;
  let slowMs = 0;
  const stateOf = (letter: string): LineState => (common === 'good' ? (lines.get(letter) ?? 'good') : common);
  const delay = () => random.int(5, 40) + (slowMs > 0 ? random.int(0, slowMs) : 0);

  const request = (letter: string, asked: CentralRequest) => {
    /** In turn, unless the line is slow. */
    const travel = (way: 'up' | 'down', run: () => void) => {
      const before = lastAt.get(`${letter} ${way}`) ?? 0;
      const at = slowMs > 0 ? world.now() + delay() : Math.max(world.now() + delay(), before);
      lastAt.set(`${letter} ${way}`, at);
      world.after(at - world.now(), run);
    };
    return new Promise<CentralResponse>((resolve, reject) => {
      let over = false;
      const end = (finish: () => void) => {
        if (over) return;
        over = true;
        cancel();
        finish();
      };
      const breakOff = (words: string, afterMs: number) => void world.after(afterMs, () => end(() => reject(new Error(words))));
      const cancel = world.after(asked.limitMs, () => end(() => reject(new Error('no whole answer in time'))));
      /** Half of what is lost is noticed at once, the rest when the time is over. */
      const lost = (what: string) => {
        count(what);
        if (random.chance(0.5)) breakOff('connection reset', random.int(1, 500));
      };
      if (stateOf(letter) === 'cut') return breakOff('no route', random.int(1, 2000));
      if (stateOf(letter) === 'portal') return void world.after(delay(), () => end(() => resolve(portal)));
      if (random.chance(loss)) return lost('central request lost');
      travel('up', () =>
        server.take(asked, (answer) => {
          if (answer === null) return breakOff('connection reset', random.int(1, 40));
          if (stateOf(letter) !== 'good' || random.chance(loss)) return lost('central answer lost');
          travel('down', () => end(() => resolve(answer)));
        }),
      );
    });
  };

  return {
    of: (letter) => ({ request: (asked) => request(letter, asked) }),
    set: (letter, state) => void lines.set(letter, state),
    setAll(state) {
      common = state;
      if (state === 'good') lines.clear();
    },
    lose(probability) {
      loss = probability;
    },
    slow(ms) {
      slowMs = ms;
    },
  };
}
