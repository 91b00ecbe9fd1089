import type { Browser } from '@playwright/test';
import { launchChromium } from '../tests/e2e/fixtures/chromium.ts';
import type { BenchLine, BenchOptions } from './measure.ts';
import { type Board, openBoard } from './office/board.ts';
import { now, until } from './office/clock.ts';
import { type Floor, startFloor } from './office/floor.ts';
import { handOver, type HandedOver } from './office/handOver.ts';
import { answerLine, errorLine, handOverLine, memoryLine, paintLine, revocationLine } from './office/lines.ts';
import { type Given, type Load, startLoad, warmUp } from './office/load.ts';
import { type Growth, watchMemory } from './office/memory.ts';
import { revoke } from './office/revocation.ts';
import { startOffice, type Station } from './office/startOffice.ts';

const warmUpVisits = 15;
const warmUpMs = 15_000;
/** After the lead was switched off. */
const withoutMs = 5000;

/**
 * An office of eight stations, each a process, all linked over TLS, an officer at each who sends one command a second: what their
 * answers and another station's board take and what the processes hold; then what a hand-over and a revocation take meanwhile.
 */
export default async function office({ minutes }: BenchOptions): Promise<readonly BenchLine[]> {
  const { stations, end } = await startOffice(8);
  const browser = await launchChromium();
  try {
    const [lead, second, third, withBoard, fifth, sixth, seventh, eighth] = stations;
    if (!(lead && second && third && withBoard && fifth && sixth && seventh && eighth)) throw new Error('eight stations');
    await warmUp(stations, warmUpVisits);
    const load = startLoad(stations);
    const everyday = await measureEveryday({ stations, browser, withBoard, load, ms: minutes * 60_000 });
    const handedOver = [
      await handOver(lead, second, load),
      await handOver(second, third, load),
      await handOver(third, lead, load),
      await switchOff(lead, second, load),
    ];
    await load.stop(eighth);
    const revokedMs = await revoke(second, [third, withBoard, fifth, sixth, seventh], eighth);
    await load.stop();
    return [...everyday, errorLine(load), handOverLine(handedOver), revocationLine(revokedMs)];
  } finally {
    await browser.close();
    await end();
  }
}

interface Everyday {
  readonly stations: readonly Station[];
  readonly browser: Browser;
  readonly withBoard: Station;
  readonly load: Load;
  readonly ms: number;
}

async function measureEveryday({ stations, browser, withBoard, load, ms }: Everyday): Promise<readonly BenchLine[]> {
  const floor = await startFloor(browser);
  const board = await openBoard(browser, withBoard);
  await until(now() + warmUpMs);
  const memory = watchMemory(stations);
  const begun = now();
  await until(begun + ms);
  const growth = memory.stop();
  const given = load.given.filter(({ sentAt }) => sentAt >= begun);
  const lines = await linesOf(given, growth, board, floor, begun);
  await board.close();
  await floor.end();
  return lines;
}

const linesOf = async (given: readonly Given[], growth: readonly Growth[], board: Board, floor: Floor, begun: number) => [
  paintLine(given, board.station, await board.painted(), await floor.painted(begun)),
  answerLine(given, floor.answered(begun)),
  memoryLine(growth),
];

/** The lead gives the lead away because it goes home: the others go on without it. */
async function switchOff(lead: Station, to: Station, load: Load): Promise<HandedOver> {
  const handedOver = await handOver(lead, to, load);
  await load.stop(lead);
  await lead.end();
  await until(now() + withoutMs);
  return handedOver;
}
