import { type BenchLine, percentile, round } from '../measure.ts';
import type { HandedOver } from './handOver.ts';
import type { Given, Load } from './load.ts';
import type { Growth } from './memory.ts';
import type { Station } from './startOffice.ts';

const callGoalMs = 150;
/** Where the computer is so busy with other things that a bare program takes long too. */
const callGoalRatio = 8;
const growthGoal = 10;
const pauseGoalMs = 2000;
const revocationGoalMs = 5000;

/**
 * From the press of "call next" at any other station to the number painted on the board.
 * @throws when a number that was called was never painted.
 */
export function paintLine(
  given: readonly Given[],
  board: Station,
  painted: ReadonlyMap<string, number>,
  floor: readonly number[],
): BenchLine {
  const samples = given.flatMap(({ station, number, sentAt }) => {
    if (number === null || station === board) return [];
    const at = painted.get(number);
    if (at === undefined) throw new Error(`${number} was never painted at ${board.name}`);
    return at - sentAt;
  });
  return timeLine('office.callPainted', samples, floor);
}

/** From the press to the answer, all commands at all stations. */
export const answerLine = (given: readonly Given[], floor: readonly number[]): BenchLine =>
  timeLine(
    'office.command',
    given.map(({ sentAt, answeredAt }) => answeredAt - sentAt),
    floor,
  );

function timeLine(bench: string, samples: readonly number[], floor: readonly number[]): BenchLine {
  const [p95, floorP95] = [percentile(samples, 0.95), percentile(floor, 0.95)];
  return {
    bench,
    p50_ms: round(percentile(samples, 0.5)),
    p95_ms: round(p95),
    p99_ms: round(percentile(samples, 0.99)),
    floor_p50_ms: round(percentile(floor, 0.5)),
    floor_p95_ms: round(floorP95),
    floor_p99_ms: round(percentile(floor, 0.99)),
    ratio: round(p95 / floorP95),
    n: samples.length,
    goal: `p95 ≤ ${callGoalMs} ms, or ≤ ${callGoalRatio} × the floor where that is more`,
    ok: p95 <= Math.max(callGoalMs, callGoalRatio * floorP95),
  };
}

/** Of the station whose process grew most. */
export function memoryLine(growth: readonly Growth[]): BenchLine {
  const worst = growth.toSorted((a, b) => b.growth - a.growth)[0];
  if (worst === undefined) throw new Error('no station was looked at');
  const { station, first, last, growth: percent } = worst;
  return {
    bench: 'office.rssGrowth',
    value: round(percent),
    unit: `%, worst of ${growth.length}: ${station.name} from ${first.toFixed(1)} to ${last.toFixed(1)} MB`,
    goal: `≤ ${growthGoal} %`,
    ok: percent <= growthGoal,
  };
}

/** From the first command to the last, through hand-overs and a revocation. */
export function errorLine({ given, otherErrors }: Load): BenchLine {
  const errors = [
    ...given.flatMap(({ station, method, error }) => (error === null ? [] : `${station.name}: ${method} ${error}`)),
    ...otherErrors(),
  ];
  for (const error of errors.slice(0, 20)) console.error(error);
  return { bench: 'office.errors', value: errors.length, unit: 'errors', n: given.length, goal: '0', ok: errors.length === 0 };
}

/** The longest pause that anybody had in any hand-over: nobody answered, or one who waits. */
export function handOverLine(handedOver: readonly HandedOver[]): BenchLine {
  const worst = (of: (one: HandedOver) => number) => Math.max(...handedOver.map(of));
  const pause = Math.max(
    worst(({ longestGap }) => longestGap),
    worst(({ longestAnswer }) => longestAnswer),
  );
  const first = worst(({ firstOfNewLead }) => firstOfNewLead);
  const words = `first answer of the new lead after ${first.toFixed(0)}, longest without any ${worst(({ longestGap }) => longestGap).toFixed(0)}`;
  return {
    bench: 'office.handOver',
    value: round(pause),
    unit: `ms, longest wait for an answer in ${handedOver.length} hand-overs (${words})`,
    n: handedOver.length,
    goal: `≤ ${pauseGoalMs} ms`,
    ok: Math.max(pause, first) <= pauseGoalMs,
  };
}

export const revocationLine = (ms: number): BenchLine => ({
  bench: 'office.revoked',
  value: round(ms),
  unit: 'ms until no station has a link to it',
  goal: `≤ ${revocationGoalMs} ms`,
  ok: ms <= revocationGoalMs,
});
