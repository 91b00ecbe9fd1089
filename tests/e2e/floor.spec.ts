/**
 * A supervisor's morning on the floor: by the keyboard alone in Indonesian, and by touch alone on a tablet held upright in
 * English. Everything she does is seen where it must be: at the counter, on the board, on the officer's screen.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Language } from '../../shared/domain/values.ts';
import { axeViolations } from './fixtures/axe.ts';
import { action, currentNumber, quick } from './fixtures/desk.ts';
import { type Hands, keyboard, touch } from './fixtures/hands.ts';
import { logIn, takeNumber } from './fixtures/office.ts';
import { oneWindowEach } from './fixtures/contractWindow.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { type Words, wordsIn } from './fixtures/words.ts';

test.skip(hostKind === 'electron', oneWindowEach);

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

/** The supervisor at work. */
interface Floor {
  readonly dewi: Page;
  readonly hands: Hands;
  readonly words: Words;
  readonly services: { readonly lost: string; readonly damaged: string };
}

const serviceNames = {
  id: { lost: 'KTP-el hilang', damaged: 'KTP-el rusak' },
  en: { lost: 'Lost identity card', damaged: 'Damaged identity card' },
} as const;

const dialogOf = (dewi: Page): Locator => dewi.getByRole('dialog');
const tile = (dewi: Page, name: string): Locator => dewi.getByRole('button', { name: new RegExp(`^${name}`, 'u') });

/** Chooses in a native list: by typing its words, or by the picker that the tablet opens. */
async function choose({ hands }: Floor, list: Locator, label: string): Promise<void> {
  if (hands.name === 'keyboard') await hands.type(list, label);
  else await list.selectOption({ label });
  await expect(list.locator('option:checked')).toHaveText(label);
}

/** Opens what belongs to a control, and closes it afterwards. */
async function within(floor: Floor, opener: Locator, work: (dialog: Locator) => Promise<void>): Promise<void> {
  const { dewi, hands, words } = floor;
  await hands.use(opener);
  const dialog = dialogOf(dewi);
  await expect(dialog).toBeVisible();
  await work(dialog);
  if (!(await dialog.isVisible())) return;
  if (hands.name === 'keyboard') await dewi.keyboard.press('Escape');
  else await hands.use(dialog.getByRole('button', { name: words('common.close'), exact: true }));
  await expect(dialog).toBeHidden();
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    expect((await axeViolations(page)).map(({ words }) => words)).toEqual([]);
  }
}

/** Opens the day and two counters, each with its officer. */
async function staffCounters(floor: Floor): Promise<void> {
  const { dewi, hands, words } = floor;
  await within(floor, tile(dewi, 'Loket 1'), async (dialog) => {
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.openDay') }));
    await choose(floor, dialog.getByLabel(words('floor.dialog.officer.choose')), 'Sari Wulandari');
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.officer.open') }));
    await expect(dialog.getByRole('button', { name: words('floor.dialog.close') })).toBeVisible();
    await expectAccessible(dewi);
  });
  await within(floor, tile(dewi, 'Loket 2'), async (dialog) => {
    await choose(floor, dialog.getByLabel(words('floor.dialog.officer.choose')), 'Budi Santoso');
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.officer.open') }));
    // Counter 2 helps with the service of counter 1, too.
    const lostCard = dialog.getByRole('checkbox', { name: floor.services.lost });
    await hands.use(lostCard);
    await expect(lostCard).toBeChecked();
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.services.submit') }));
    await expect(dialog.getByRole('button', { name: words('floor.dialog.services.submit') })).toBeEnabled();
  });
  await expect(tile(dewi, 'Loket 2')).toContainText('Budi Santoso');
}

/** The visitor of counter 1 goes to counter 2, and comes back to the line for another service. */
async function moveVisitor(floor: Floor, number: string, sari: Page): Promise<void> {
  const { dewi, hands, words } = floor;
  await expect(tile(dewi, 'Loket 1')).toContainText(number);
  await within(floor, tile(dewi, 'Loket 1'), async (dialog) => {
    await choose(floor, dialog.getByLabel(words('floor.dialog.move')), 'Loket 2');
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.move.submit') }));
    await expect(dialog.getByRole('region', { name: words('floor.dialog.ticket') })).toBeHidden();
  });
  await expect(tile(dewi, 'Loket 2')).toContainText(number);
  await expect(currentNumber(sari)).toBeHidden();
  await within(floor, tile(dewi, 'Loket 2'), async (dialog) => {
    await choose(floor, dialog.getByLabel(words('floor.dialog.placement')), words('floor.placement.front'));
    await hands.use(dialog.getByRole('button', { name: words('floor.dialog.transfer.submit') }));
    await expect(dialog.getByRole('region', { name: words('floor.dialog.ticket') })).toBeHidden();
  });
  await expect(tile(dewi, 'Loket 2')).not.toContainText(number);
}

/** The service's system is down: the board says so with the promised day, and later that it works again. */
async function disturb(floor: Floor, board: Page): Promise<void> {
  const { dewi, hands, words } = floor;
  const row = dewi.getByRole('row', { name: new RegExp(floor.services.damaged, 'u') });
  await within(floor, row.getByRole('button'), async (dialog) => {
    await hands.type(dialog.getByLabel(words('floor.disturb.note')), 'SIAK gangguan');
    // The picker of a date is the operating system's own.
    await dialog.getByLabel(words('floor.disturb.promise')).fill('2090-11-25');
    await hands.use(dialog.getByRole('button', { name: words('floor.disturb.submit') }));
    await expect(dialog).toBeHidden();
  });
  await expect(board.getByRole('region', { name: 'Pemberitahuan' })).toContainText('SIAK gangguan');
  await expect(board.getByRole('region', { name: 'Pemberitahuan' })).toContainText('25 November 2090');
  await hands.use(row.getByRole('button'));
  await expect(board.getByRole('region', { name: 'Pemberitahuan' })).toBeHidden();
}

/** A text for all screens, seen on the board and by the officer, and withdrawn. */
async function broadcast(floor: Floor, board: Page, sari: Page): Promise<void> {
  const { dewi, hands, words } = floor;
  const text = 'Air minum tersedia di pintu utara.';
  await within(floor, dewi.getByRole('button', { name: words('floor.act.broadcast') }), async (dialog) => {
    await hands.type(dialog.getByLabel(words('floor.broadcast.text'), { exact: true }), text);
    await expectAccessible(dewi);
    await hands.use(dialog.getByRole('button', { name: words('floor.broadcast.submit') }));
    await expect(dialog).toBeHidden();
  });
  await expect(board.getByText(text)).toBeVisible();
  await expect(sari.getByText(text)).toBeVisible();
  await hands.use(dewi.getByRole('button', { name: words('floor.broadcast.withdraw.label', { text }) }));
  await expect(board.getByText(text)).toBeHidden();
}

async function thank(floor: Floor, sari: Page): Promise<void> {
  const { dewi, hands, words } = floor;
  await within(floor, dewi.getByRole('button', { name: words('floor.act.thank') }), async (dialog) => {
    await choose(floor, dialog.getByLabel(words('floor.thank.who')), 'Sari Wulandari');
    await hands.use(dialog.getByRole('button', { name: words('floor.thank.submit') }));
    await expect(dialog).toBeHidden();
  });
  await expect(dewi.getByText(words('floor.thank.sent', { name: 'Sari Wulandari' }))).toBeVisible();
  await expect(sari.getByText('Terima kasih dari Dewi Lestari')).toBeVisible();
  await sari.getByRole('status').getByRole('button', { name: 'Tutup' }).click();
  await expect(sari.getByText('Terima kasih dari Dewi Lestari')).toBeHidden();
}

async function changePolicy(floor: Floor): Promise<void> {
  const { dewi, hands, words } = floor;
  await within(floor, dewi.getByRole('button', { name: words('floor.act.policy') }), async (dialog) => {
    await hands.use(dialog.getByRole('radio', { name: new RegExp(`^${words('floor.policy.fifo')}`, 'u') }));
    await hands.use(dialog.getByRole('button', { name: words('floor.policy.submit') }));
    await expect(dialog).toBeHidden();
  });
  await expect(dewi.getByText(words('floor.policy.fifo'))).toBeVisible();
}

/** Counter 1 is tense and asks: she says that she comes, and the officer sees her name. */
async function comeTo(floor: Floor, sari: Page): Promise<void> {
  const { dewi, hands, words } = floor;
  await action(sari, 'Panggil berikutnya').click();
  await expect(currentNumber(sari)).toBeVisible();
  await sari.keyboard.press('F10');
  const card = sari.getByRole('dialog', { name: wordsIn('id')('calm.title') });
  await card.getByRole('button', { name: 'Minta pengawas datang' }).first().click();
  await expect(tile(dewi, 'Loket 1')).toContainText(words('calm.level.tense'));
  await hands.use(dewi.getByRole('button', { name: words('floor.help.come.label', { place: 'Loket 1' }) }));
  await expect(card.getByRole('status')).toContainText('Dewi Lestari');
}

async function morning(hands: Hands, language: Language): Promise<void> {
  const words = wordsIn(language);
  const onTablet = hands.name === 'touch' ? { hasTouch: true, viewport: { width: 768, height: 1024 } } : {};
  const dewi = await program.open('staff', onTablet);
  await logIn(dewi, 'Dewi Lestari', hands);
  if (language === 'en') await hands.use(dewi.getByRole('button', { name: 'EN', exact: true }));
  const floor = { dewi, hands, words, services: serviceNames[language] };
  await hands.use(dewi.getByRole('link', { name: words('staff.nav.floor'), exact: true }));
  await staffCounters(floor);

  const [sari, kiosk, board] = [await program.open('staff'), await program.open('kiosk'), await program.open('board')];
  await logIn(sari, 'Sari Wulandari', quick);
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').last().click();
  const number = await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await action(sari, 'Panggil berikutnya').click();
  await expect(currentNumber(sari)).toHaveText(number);
  await moveVisitor(floor, number, sari);
  await disturb(floor, board);
  await broadcast(floor, board, sari);
  await thank(floor, sari);
  await changePolicy(floor);
  await comeTo(floor, sari);
  await expectAccessible(dewi);
  await within(floor, tile(dewi, 'Loket 2'), (dialog) => hands.use(dialog.getByRole('button', { name: words('floor.dialog.close') })));
  await expect(tile(dewi, 'Loket 2')).toContainText(words('floor.counter.closed'));
}

test('a supervisor’s morning by the keyboard alone', async () => {
  test.setTimeout(120_000);
  await morning(keyboard, 'id');
});

test('a supervisor’s morning by touch alone, on a tablet, in English', async () => {
  test.setTimeout(120_000);
  await morning(touch, 'en');
});

test('an officer sees no floor', async () => {
  const sari = await program.open('staff');
  await logIn(sari, 'Sari Wulandari', quick);
  await expect(sari.getByRole('link', { name: 'Lantai' })).toBeHidden();
  await sari.goto(new URL('/lantai', sari.url()).href);
  await expect(sari.getByRole('heading', { name: 'Layar ini untuk pengawas' })).toBeVisible();
});
