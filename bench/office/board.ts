import type { Browser, Page } from '@playwright/test';
import { now } from './clock.ts';
import type { Station } from './startOffice.ts';

export interface Board {
  readonly station: Station;
  /** When each number was first painted, by `now`. */
  painted(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** The waiting room's screen of a station, in a real browser. */
export async function openBoard(browser: Browser, station: Station): Promise<Board> {
  const { url } = await station.desk.window.done('system.newWindowUrl', { surface: 'board' });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(url);
  await page.locator('li[data-status]').first().waitFor();
  await assertSameClock(page);
  const painted = await page.evaluateHandle(notePaints);
  return {
    station,
    painted: async () => new Map(await painted.evaluate((noted) => [...noted])),
    close: () => page.close(),
  };
}

/** Runs in the page: notes of every number when the frame in which it first stood at a counter had been painted. */
function notePaints(): Map<string, number> {
  const painted = new Map<string, number>();
  const seen = new Set<string>();
  const look = () => {
    const texts = [...document.querySelectorAll('li[data-status]')].map((tile) => tile.textContent);
    const fresh = texts.flatMap((text) => /[A-Z]+-\d+/u.exec(text)?.[0] ?? []).filter((number) => !seen.has(number));
    if (fresh.length === 0) return;
    for (const number of fresh) seen.add(number);
    requestAnimationFrame(() => {
      // A task after the frame's callbacks runs once the frame has been painted.
      const frame = new MessageChannel();
      frame.port1.addEventListener('message', () => {
        const at = performance.timeOrigin + performance.now();
        for (const number of fresh) painted.set(number, at);
      });
      frame.port1.start();
      frame.port2.postMessage(null);
    });
  };
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  return painted;
}

/** How far two clocks that tick alike may be apart by when each was set, ms. */
const mostApartMs = 2;

/** @throws when times of the page cannot be compared with those of this process. */
export async function assertSameClock(page: Page): Promise<void> {
  const offsets: { readonly roundTrip: number; readonly offset: number }[] = [];
  for (let n = 0; n < 20; n += 1) {
    const sent = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const back = now();
    offsets.push({ roundTrip: back - sent, offset: there - (sent + back) / 2 });
  }
  const best = offsets.toSorted((a, b) => a.roundTrip - b.roundTrip)[0];
  if (best === undefined || Math.abs(best.offset) > mostApartMs + best.roundTrip / 2) {
    throw new Error(`the page's clock is ${best?.offset} ms off`);
  }
}
