/**
 * A day without electricity: the sheet printed in the morning, its rows copied the next day by keyboard alone with a reload in
 * the middle, and the history of that day that shows them; a visitor of today who is still there.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Language } from '../../shared/domain/values.ts';
import { axeViolations } from './fixtures/axe.ts';
import { oneWindowEach } from './fixtures/contractWindow.ts';
import { action, currentNumber, quick } from './fixtures/desk.ts';
import { keyboard } from './fixtures/hands.ts';
import { logIn, openCounter } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { type Words, wordsIn } from './fixtures/words.ts';

test.skip(hostKind === 'electron', oneWindowEach);

const dayMs = 24 * 3600 * 1000;
let program: Program;
test.afterEach(() => program.end());

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await axeViolations(page)).map(({ words }) => words)).toEqual([]);
  }
}

async function speak(page: Page, language: Language): Promise<void> {
  if (language === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click();
}

/** Types a row cell by cell; an empty cell is passed over with Enter, as on paper. */
async function typeRow(page: Page, cells: readonly string[]): Promise<void> {
  for (const cell of cells) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Enter');
  }
}

const cell = (page: Page, words: Words, number: string, column: 'arrived' | 'called' | 'service' | 'finished' | 'counter' | 'outcome') =>
  page.getByLabel(words('book.entry.cell', { number, column: words(`book.column.${column}`) }), { exact: true });
/** From the first empty row back to what is recorded above it, and uses it. */
async function useAbove(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isThere()); presses += 1) await page.keyboard.press('Shift+Tab');
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
}

const saved = (page: Page) => expect(page.getByTestId('draft-saved')).toHaveAttribute('data-kind', 'saved');

/** Opens the office, and prints the sheet that the quiet reminder asks for; returns its number. */
async function printInTheMorning(sari: Page, words: Words): Promise<string> {
  await sari.getByRole('button', { name: words('counter.day.open.button') }).click();
  await keyboard.use(sari.getByRole('button', { name: words('book.reminder.print') }));
  await expect(sari.getByText(words('book.reminder.title'))).toBeHidden();
  await keyboard.use(sari.getByRole('button', { name: words('staff.user.menu', { name: 'Sari Wulandari' }) }));
  await keyboard.use(sari.getByRole('menuitem', { name: words('staff.nav.book') }));
  // The menu fades out over the new screen; axe looks when it is gone.
  await expect(sari.getByRole('menu')).toHaveCount(0);
  const sheet = sari.getByRole('listitem').filter({ hasText: 'BP-' });
  await expect(sheet).toContainText(words('book.sheet.printed', { n: 1, outcome: words('printOutcome.handedOver') }));
  await expectAccessible(sari);
  return (await sheet.locator('strong').textContent()) ?? '';
}

for (const language of ['id', 'en'] as const) {
  test(`a day without power has its records, ${language}`, async () => {
    test.setTimeout(120_000);
    const words = wordsIn(language);
    const monday = Date.parse('2026-11-23T01:00:00Z');
    program = await startProgram({ demo: true, startAt: monday });
    const sari = await program.open('staff');
    await logIn(sari, 'Sari Wulandari', quick);
    await speak(sari, language);
    const number = await printInTheMorning(sari, words);
    expect(number).toBe('BP-20261123-1');

    // The electricity goes; the next morning it is back.
    await program.kill();
    program = await startProgram({ demo: true, dataDir: program.dataDir, startAt: monday + dayMs });
    const budi = await program.open('staff');
    await logIn(budi, 'Budi Santoso', quick);
    await speak(budi, language);
    await budi.goto(new URL('/buku-padam', budi.url()).href);
    await keyboard.type(budi.getByLabel(words('book.find.number')), 'bp 2026-11-23 1');
    await budi.keyboard.press('Enter');
    await expect(budi.getByRole('heading', { name: words('book.entry.title', { number }) })).toBeVisible();
    await expect(cell(budi, words, 'L1-01', 'arrived')).toBeFocused();
    await typeRow(budi, ['0905', 'a', 'L', '9.20', '1', '935', '', 'y']);
    await typeRow(budi, ['09.10', '', '', '936', '', '']);
    await saved(budi);

    // A second outage in the middle of typing.
    await budi.reload();
    await expect(cell(budi, words, 'L1-01', 'called')).toHaveValue('09.20');
    await expect(cell(budi, words, 'L1-01', 'outcome')).toHaveValue('S');
    // What was left empty is as in the row before.
    await expect(cell(budi, words, 'L1-02', 'service')).toHaveValue('A');
    await expect(cell(budi, words, 'L1-02', 'counter')).toHaveValue('1');
    await expect(cell(budi, words, 'L1-03', 'arrived')).toBeFocused();
    await typeRow(budi, ['10.00', 'z', '', '', '', '', 'p', '']);
    await budi.keyboard.press('Control+Enter');
    const wrong = budi.getByRole('alert').filter({ hasText: words('book.entry.wrong', { n: 2 }) });
    await expect(wrong).toBeVisible();
    await expect(budi.getByText(words('book.problem.unknown'))).toBeVisible();
    await expectAccessible(budi);
    // The hand was led to the first cell that is wrong: a call without an end or an outcome.
    await expect(cell(budi, words, 'L1-02', 'outcome')).toBeFocused();
    await budi.keyboard.type('t');
    await budi.keyboard.press('ArrowDown');
    for (let back = 0; back < 5; back += 1) await budi.keyboard.press('Shift+Enter');
    await expect(cell(budi, words, 'L1-03', 'service')).toBeFocused();
    await budi.keyboard.type('b');
    await budi.keyboard.press('Control+Enter');

    const review = budi.getByRole('dialog', { name: words('book.review.title', { n: 3 }) });
    await expect(review).toContainText(`1 ${words('book.review.complaints')}`);
    await expectAccessible(budi);
    await keyboard.use(review.getByRole('button', { name: words('book.review.confirm'), exact: true }));
    await expect(budi.getByRole('status').filter({ hasText: words('book.entry.done', { n: 3 }) })).toBeVisible();
    await expect(budi.getByRole('row').filter({ hasText: 'L1-02' })).toContainText(words('book.outcome.noShow'));
    const history = budi.getByRole('region', { name: /23/u });
    await expect(history).toContainText(`${words('book.day.issued')}3`);
    await expect(history).toContainText(words('common.minutes', { n: 20 }));
    await expectAccessible(budi);

    // What was misread is corrected, with a reason; the complaint's form knows the day.
    await useAbove(budi, budi.getByRole('button', { name: words('book.recorded.correct.label', { number: 'L1-01' }) }));
    const dialog = budi.getByRole('dialog', { name: words('book.correct.title', { number: 'L1-01' }) });
    await keyboard.type(dialog.getByLabel(words('book.entry.cell', { number: 'L1-01', column: words('book.column.finished') })), '0955');
    await expectAccessible(budi);
    await budi.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(budi.getByRole('row').filter({ hasText: 'L1-01' })).toContainText(words('book.reason.misread'));
    await useAbove(budi, budi.getByRole('link', { name: words('book.recorded.complaint.label', { number: 'L1-01' }) }));
    await budi.getByRole('button', { name: words('complaintForm.start.full') }).click();
    await budi.getByRole('button', { name: words('complaintForm.step.description') }).click();
    await expect(budi.locator('input[type="date"]').first()).toHaveValue('2026-11-23');
  });
}

test('a visitor of this morning’s paper who is still there is called where she came', async () => {
  const words = wordsIn('id');
  program = await startProgram({ demo: true, startAt: Date.parse('2026-11-23T05:00:00Z') });
  const sari = await program.open('staff');
  await logIn(sari, 'Sari Wulandari', quick);
  await openCounter(sari, 'Loket 1', quick);
  await sari.goto(new URL('/buku-padam', sari.url()).href);
  await sari.getByRole('button', { name: words('book.make.only'), exact: true }).click();
  await sari.getByRole('link', { name: /BP-20261123-1/u }).click();
  await expect(cell(sari, words, 'L1-01', 'arrived')).toBeFocused();
  await typeRow(sari, ['11.30', 'a', '', '', '', '', 'b', '']);
  await sari.keyboard.press('Control+Enter');
  await keyboard.use(sari.getByRole('checkbox'));
  await keyboard.use(sari.getByRole('button', { name: words('book.review.confirm'), exact: true }));
  await expect(sari.getByRole('row').filter({ hasText: 'L1-01' })).toContainText(words('book.recorded.queue'));
  await sari.goto(new URL('/loket', sari.url()).href);
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').last().click();
  await action(sari, 'Panggil berikutnya').click();
  await expect(currentNumber(sari)).toHaveText('L1-01');
});
