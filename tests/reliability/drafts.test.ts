/**
 * Nothing typed is ever lost: a child saves a draft over and over and writes each acknowledged text to a pipe; it is killed
 * with SIGKILL at a random moment, fifty times. Each time the draft opens with the last acknowledged text, or with the
 * one that was on its way. LOKET_KILLS sets how often.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createDrafts } from '../../electron/host/complaints/drafts.ts';
import { createSystemPorts } from '../../electron/host/ports.ts';
import { temporaryDirectory } from '../fixtures/tally.ts';
import { fixedKeys, openTestVault } from '../fixtures/vaults.ts';
import { runAndKill } from './killed.ts';

const kills = Number(process.env['LOKET_KILLS'] ?? 50);
const child = fileURLToPath(new URL('./children/typeForever.ts', import.meta.url));
const draftId = '018f0000-0000-7000-8000-000000000001';

test(`${kills} kills while typing lose no acknowledged word of a draft`, { timeout: 60_000 + kills * 6000 }, async () => {
  using directory = temporaryDirectory();
  let acknowledged = 0;
  for (let round = 0; round < kills; round++) {
    const texts = await runAndKill(child, [directory.path, draftId], 1 + Math.floor(Math.random() * 60));
    acknowledged += texts.length;
    const vault = openTestVault(directory.path);
    const found = createDrafts(vault, fixedKeys(), createSystemPorts()).open('staff', draftId);
    vault.close();
    const last = texts.at(-1) ?? '';
    const numberOf = (text: string) => Number(text.split(' ')[0]);
    const there = found?.form.listen.chronology ?? '';
    expect([numberOf(last), numberOf(last) + 1]).toContain(numberOf(there));
    expect(there).toBe(numberOf(there) === numberOf(last) ? last : there);
    expect(found?.field).toBe('listen.chronology');
  }
  expect(acknowledged).toBeGreaterThan(kills);
});
