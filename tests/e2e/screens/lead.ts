import { expect, type Page } from '@playwright/test';
import { action, currentNumber, quick } from '../fixtures/desk.ts';
import { keyboard } from '../fixtures/hands.ts';
import type { Eyes } from '../fixtures/inspector.ts';
import { openCounter, takeNumber } from '../fixtures/office.ts';
import type { Program } from '../fixtures/program.ts';
import type { Words } from '../fixtures/words.ts';
import { staffAs } from './counterDesk.ts';

/** The second station joins the office of the first: the code is shown there and typed here. */
export async function joinSecond(lead: Program, second: Program, eyes: Eyes): Promise<void> {
  const { words } = eyes;
  const admin = await staffAs(lead, 'Ratna Admin', eyes);
  await admin.goto(new URL('/pengaturan/stasiun', admin.url()).href);
  await admin
    .getByRole('link', { name: words('settings.stations.add') })
    .first()
    .click();
  await admin.getByLabel(words('settings.stations.name')).fill('Loket dua');
  await admin.getByRole('button', { name: words('settings.stations.showCode') }).click();
  const code = (await admin.getByTestId('join-code').textContent()) ?? '';
  const ticket = (await admin.getByRole('img', { name: words('settings.joining.qr') }).getAttribute('data-ticket')) ?? '';
  const fresh = await second.open('staff');
  await fresh.getByRole('button', { name: words('setup.join.open') }).click();
  await fresh.getByLabel(words('setup.join.address')).fill(`127.0.0.1:${/:(\d+) /u.exec(ticket)?.[1] ?? ''}`);
  await fresh.getByRole('textbox', { name: new RegExp(`^${words('setup.join.code')}`, 'u') }).fill(code);
  await fresh.getByRole('button', { name: words('setup.join.submit'), exact: true }).click();
  await expect(fresh.getByRole('button', { name: 'Budi Santoso' })).toBeVisible();
  await Promise.all([admin.close(), fresh.close()]);
}

export interface Windows {
  readonly budi: Page;
  readonly dewi: Page;
  /** A second supervisor's window, in English. */
  readonly ratna: Page;
  readonly kiosk: Page;
  readonly board: Page;
}

const onLead = async (page: Page): Promise<Page> => {
  await page.goto(new URL('/induk', page.url()).href);
  return page;
};

/** An office at work: a counter at the first station, all other windows at the second. */
export async function openWindows(lead: Program, second: Program, eyes: Eyes, english: Eyes): Promise<Windows> {
  const { words } = eyes;
  const sari = await staffAs(lead, 'Sari Wulandari', eyes);
  await openCounter(sari, 'Loket 1', quick);
  const budi = await staffAs(second, 'Budi Santoso', eyes);
  await budi.getByRole('article', { name: 'Loket 2' }).getByRole('button').last().click();
  await expect(budi.getByRole('toolbar', { name: 'Tindakan' })).toBeVisible();
  const [dewi, ratna] = [await staffAs(second, 'Dewi Lestari', eyes), await staffAs(second, 'Ratna Admin', english)];
  await dewi.getByRole('button', { name: words('book.reminder.dismiss') }).click();
  await Promise.all([onLead(dewi), onLead(ratna)]);
  const [kiosk, board] = [await second.open('kiosk'), await second.open('board')];
  await expect(kiosk.getByRole('heading', { name: words('kiosk.start.heading') })).toBeVisible();
  await expect(ratna.getByRole('button', { name: english.words('lead.handOver.label', { name: 'Loket dua' }) })).toBeVisible();
  await english.look(ratna, 'lead-follower');
  return { budi, dewi, ratna, kiosk, board };
}

/** The lead is dead: every window of the second station says so in its own way, and the work goes on. @returns the number that was given. */
export async function lookAtCutOff({ budi, dewi, ratna, kiosk, board }: Windows, eyes: Eyes, english: Eyes): Promise<string> {
  const { look, words } = eyes;
  await expect(budi.getByText(words('lead.cutOff.works'))).toBeVisible({ timeout: 12_000 });
  await expect(dewi.getByText(/Induk baru dapat ditunjuk dalam \d+ detik/u)).toBeVisible();
  await expect(kiosk.getByText(words('kiosk.ownSeries', { letter: 'A' }))).toBeVisible();
  const number = await takeNumber(kiosk, 'KK perubahan data', 'Tidak ada', quick);
  expect(number).toMatch(/^[A-Z]A-001$/u);
  await action(budi, 'Panggil berikutnya').click();
  await expect(currentNumber(budi)).toHaveText(number);
  await look(budi, 'counter-cutOff');
  await look(kiosk, 'kiosk-cutOff');
  await expect(board.getByText(words('board.ownOnly'))).toBeVisible();
  await look(board, 'board-cutOff');
  await expect(dewi.getByText(words('lead.stations.ready'))).toBeVisible({ timeout: 20_000 });
  await look(dewi, 'lead-cutOff');
  await expect(ratna.getByText(english.words('lead.stations.ready'))).toBeVisible();
  await english.look(ratna, 'lead-cutOff');
  return number;
}

/** By the keyboard alone: the second station is made the lead, and goes on without the first. What people must know is listed. */
export async function lookAtPromotion({ budi, dewi, ratna, kiosk }: Windows, number: string, eyes: Eyes, english: Eyes): Promise<void> {
  const { look, words } = eyes;
  await keyboard.use(dewi.getByRole('button', { name: words('lead.promote.label', { name: 'Loket dua' }) }));
  await expect(dewi.getByText(words('lead.done', { name: 'Loket dua' }))).toBeVisible({ timeout: 20_000 });
  // The only one left of two: nobody else could confirm it.
  await expect(dewi.getByText(words('lead.now.kept'))).toBeVisible();
  await look(dewi, 'lead-promoted');
  await expect(kiosk.getByText(words('kiosk.ownSeries', { letter: 'A' }))).toBeHidden();
  await expect(budi.getByText(words('lead.cutOff.works'))).toBeHidden();
  await expect(ratna.getByText(english.words('lead.now.kept'))).toBeVisible();
  await expect(ratna.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible();
  await english.look(ratna, 'lead-notices');
  await markSeen(dewi, words);
}

/** The only other station is gone: the lead works by itself until a supervisor keeps it as the lead, by the keyboard alone. */
export async function lookAtKeep(lead: Program, goesOff: () => Promise<void>, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const dewi = await onLead(await staffAs(lead, 'Dewi Lestari', eyes));
  await goesOff();
  await expect(dewi.getByText(words('lead.cutOff.works'))).toBeVisible();
  await keyboard.use(dewi.getByRole('button', { name: words('lead.keep.button') }).first());
  await expect(dewi.getByRole('dialog')).toContainText(words('lead.keep.text'));
  await look(dewi, 'lead-keep');
  await keyboard.use(dewi.getByRole('dialog').getByRole('button', { name: words('lead.keep.button') }));
  await expect(dewi.getByText(words('lead.now.kept'))).toBeVisible();
  await expect(dewi.getByText(words('lead.cutOff.works'))).toBeHidden();
}

/** Every notice is put away; one alone has no button for all. */
async function markSeen(dewi: Page, words: Words): Promise<void> {
  const one = dewi.getByRole('button', { name: /^Sudah dilihat: /u });
  while ((await one.count()) > 0) {
    const label = (await one.first().getAttribute('aria-label')) ?? '';
    await one.first().click();
    await expect(dewi.getByRole('button', { name: label, exact: true })).toBeHidden();
  }
  await expect(dewi.getByText(words('lead.notices.none'))).toBeVisible();
}
