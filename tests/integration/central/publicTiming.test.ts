/** RELIABILITY 30: an absent number and a wrong PIN take the same time, 1,000 of each, in turn. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

const times = 1000;
const triesEach = 4;
/** At once: the disk is waited for together. */
const lanes = 4;
let central: Central;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.stop());

test('absent and wrong are alike in time: their middles differ by at most 5 ms', async () => {
  const written = await writtenOffice(central, await central.newOffice('waktu'));
  // Few tries of each, so that every one is looked into.
  const numbers: string[] = [];
  for (let n = 0; n < times / triesEach; n += 1) numbers.push((await written.complaint()).number);
  const tried = async (number: string) => {
    const start = performance.now();
    const response = await fetch(`${central.url}/k/waktu/status`, {
      method: 'POST',
      body: new URLSearchParams({ number, pin: 'AAAA-AAAA' }),
    });
    await response.text();
    expect(response.status).toBe(403);
    return performance.now() - start;
  };
  const [absent, wrong]: [number[], number[]] = [[], []];
  const lane = async (first: number) => {
    for (let n = first; n < times; n += lanes) {
      const there = () => tried(numbers[n % numbers.length] ?? '').then((ms) => wrong.push(ms));
      const nowhere = () => tried(`P-2026-${n + 500_000}`).then((ms) => absent.push(ms));
      // Each comes first as often as the other.
      for (const one of Math.floor(n / lanes) % 2 === 0 ? [there, nowhere] : [nowhere, there]) await one();
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length / 2] ?? 0;
  expect([absent.length, wrong.length]).toEqual([times, times]);
  expect(Math.abs(middle(absent) - middle(wrong))).toBeLessThanOrEqual(5);
});
