/**
 * The lead of two computers dies: what every window of the other one says, in two languages, and how a supervisor makes it the
 * lead by the keyboard alone. Writes the pictures of it for docs/screens; what a promotion does to the data is another spec's.
 */
import { expect, test } from '@playwright/test';
import { screensNow } from './fixtures/computerClock.ts';
import { createEyes } from './fixtures/inspector.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { joinSecond, lookAtCutOff, lookAtKeep, lookAtPromotion, openWindows } from './screens/lead.ts';

test.skip(hostKind === 'electron', 'two desktop programs on one computer');

let lead: Program;
let second: Program;
test.beforeEach(async () => {
  [lead, second] = await Promise.all([
    startProgram({ demo: true, startAt: screensNow }),
    startProgram({ demo: false, startAt: screensNow }),
  ]);
});
test.afterEach(async () => {
  await Promise.all([lead.end(), second.end()]);
});

test('cut off from a dead lead, and promoted', async () => {
  test.setTimeout(180_000);
  const [eyes, english] = [createEyes('id'), createEyes('en')];
  await joinSecond(lead, second, eyes);
  const windows = await openWindows(lead, second, eyes, english);
  await lead.kill();
  const number = await lookAtCutOff(windows, eyes, english);
  await lookAtPromotion(windows, number, eyes, english);
  expect([...eyes.faults, ...english.faults]).toEqual([]);
});

test('a lead whose only follower is gone, and kept', async () => {
  const eyes = createEyes('id');
  await joinSecond(lead, second, eyes);
  await lookAtKeep(lead, () => second.kill(), eyes);
  expect(eyes.faults).toEqual([]);
});
