/**
 * A conflict at a counter: the calm card, the supervisor who says that she comes, the security call, and the report
 * afterwards; by keyboard and by touch, in both languages.
 */
import { expect, type Page, test } from '@playwright/test';
import type { Language } from '../../shared/domain/values.ts';
import { axeViolations } from './fixtures/axe.ts';
import { quick, serveNext } from './fixtures/desk.ts';
import { type Hands, keyboard, touch } from './fixtures/hands.ts';
import { logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { oneWindowEach } from './fixtures/contractWindow.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { type Words, wordsIn } from './fixtures/words.ts';

test.skip(hostKind === 'electron', oneWindowEach);

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

const card = (page: Page, words: Words) => page.getByRole('dialog', { name: words('calm.title') });

async function speak(page: Page, language: Language): Promise<void> {
  if (language === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  expect((await axeViolations(page)).map(({ words }) => words)).toEqual([]);
}

async function atCounter(hands: Hands, language: Language): Promise<Page> {
  const sari = await program.open('staff', { hasTouch: hands.name === 'touch' });
  const kiosk = await program.open('kiosk');
  await logIn(sari, 'Sari Wulandari', quick);
  await openCounter(sari, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await serveNext(sari);
  await speak(sari, language);
  return sari;
}

/** Opens the card, goes to "angry" and asks the supervisor to come. */
async function calmDown(sari: Page, hands: Hands, words: Words): Promise<void> {
  if (hands.name === 'keyboard') await sari.keyboard.press('F10');
  else await hands.use(sari.getByRole('button', { name: words('counter.ticket.tense') }));
  await expect(card(sari, words).getByRole('heading', { name: words('calm.level.tense') })).toBeVisible();
  if (hands.name === 'keyboard') await sari.keyboard.press('ArrowRight');
  else await hands.use(card(sari, words).getByRole('button', { name: words('calm.toLevel', { level: words('calm.level.angry') }) }));
  await expect(card(sari, words).getByRole('heading', { name: words('calm.level.angry') })).toBeVisible();
  await hands.use(card(sari, words).getByRole('button', { name: words('calm.help.supervisor') }));
  await expect(card(sari, words).getByRole('status')).toContainText(words('calm.help.supervisor'));
  await expectAccessible(sari);
}

/** The supervisor's window shows the request; she says that she comes. */
async function come(dewi: Page, sari: Page, words: Words): Promise<void> {
  await expect(dewi.getByText('Loket 1: Minta pengawas datang')).toBeVisible();
  await dewi.getByRole('button', { name: 'Saya datang' }).click();
  const [before = ''] = words('calm.help.coming', { name: 'Dewi Lestari' }).split('{{time}}');
  await expect(card(sari, words).getByRole('status')).toContainText(before);
}

async function callSecurity(sari: Page, dewi: Page, hands: Hands, words: Words): Promise<void> {
  await card(sari, words)
    .getByRole('button', { name: words('calm.level.violent'), exact: true })
    .click();
  await expectAccessible(sari);
  await hands.use(card(sari, words).getByRole('button', { name: words('calm.security') }));
  await hands.use(card(sari, words).getByRole('button', { name: words('calm.security.now') }));
  const alert = dewi.getByRole('alertdialog');
  await expect(alert).toContainText('Loket 1');
  await alert.getByRole('button', { name: 'Menuju lokasi' }).click();
  await alert.getByRole('button', { name: 'Selesai …' }).click();
  await alert.getByRole('button', { name: 'Keadaan tenang kembali' }).click();
  const report = sari.waitForURL(/\/kejadian\/[\da-f-]{36}/u);
  await alert.getByRole('button', { name: 'Akhiri panggilan' }).click();
  await report;
}

/** The report opened by itself; nothing is lost by leaving it in the middle; complete only when it says enough. */
async function writeReport(sari: Page, hands: Hands, words: Words): Promise<void> {
  await expect(sari.getByRole('heading', { name: words('incident.title') })).toBeVisible();
  await expect(sari.getByLabel(words('incident.field.place'))).toHaveValue('Loket 1');
  await expect(sari.getByLabel(words('incident.field.reporter'))).toHaveValue('Sari Wulandari');
  await expectAccessible(sari);
  await hands.use(sari.getByRole('button', { name: words('incident.complete') }));
  await expect(sari.getByRole('alert')).toContainText(words('incident.field.buildUp'));
  await expect(sari.getByLabel(words('incident.field.buildUp'))).toBeFocused();
  await hands.type(sari.getByLabel(words('incident.field.buildUp')), 'Berteriak lalu membanting map di meja.');
  await expect(sari.getByTestId('draft-saved')).toHaveAttribute('data-kind', 'saved');
  await sari.reload();
  await expect(sari.getByLabel(words('incident.field.buildUp'))).toHaveValue('Berteriak lalu membanting map di meja.');

  await hands.use(sari.getByRole('link', { name: words('incident.back') }));
  await expect(sari.getByRole('heading', { name: words('incidents.owed') })).toBeVisible();
  await expectAccessible(sari);
  await sari
    .getByRole('link', { name: new RegExp(words('incidents.open'), 'u') })
    .first()
    .click();
  await hands.type(sari.getByLabel(words('incident.field.prevention')), 'Kursi pengunjung dijauhkan dari meja.');
  await hands.use(sari.getByRole('button', { name: words('incident.complete') }));
  const [completed = ''] = words('incident.completed').split('{{time}}');
  await expect(sari.getByRole('status').filter({ hasText: completed })).toBeVisible();
  await expect(sari.getByLabel(words('incident.field.buildUp'))).not.toBeEditable();
  await hands.use(sari.getByRole('button', { name: words('incident.print') }));
}

/** Back at the counter the card is still there to be ended in two taps. */
async function finish(sari: Page, hands: Hands, words: Words): Promise<void> {
  await sari.goto(new URL('/loket', sari.url()).href);
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').last().click();
  await sari.getByRole('tab', { name: words('counter.list.papers') }).click();
  await expect(sari.getByRole('tabpanel')).toContainText(words('paperKind.incidentReport'));
  await hands.use(sari.getByRole('button', { name: words('calm.open') }));
  await hands.use(card(sari, words).getByRole('button', { name: words('calm.finish') }));
  await hands.use(card(sari, words).getByRole('button', { name: words('strategy.empathy') }));
  await expectAccessible(sari);
  await hands.use(card(sari, words).getByRole('button', { name: words('outcome.securityCame') }));
  await expect(card(sari, words)).toBeHidden();
  await expect(sari.getByRole('button', { name: words('calm.open') })).toBeHidden();
}

for (const [hands, language] of [
  [keyboard, 'id'],
  [touch, 'en'],
] as const) {
  test(`from the card through the security call to the printed report by ${hands.name}, ${language}`, async () => {
    test.setTimeout(180_000);
    const words = wordsIn(language);
    const sari = await atCounter(hands, language);
    const dewi = await program.open('staff');
    await logIn(dewi, 'Dewi Lestari', quick);
    await calmDown(sari, hands, words);
    await come(dewi, sari, words);
    await callSecurity(sari, dewi, hands, words);
    await writeReport(sari, hands, words);
    await finish(sari, hands, words);
    await dewi.getByRole('link', { name: 'Kejadian' }).click();
    await expect(dewi.getByRole('listitem').filter({ hasText: 'Ditangani keamanan' })).toContainText('Dewi Lestari datang');
  });
}

test('a disturbed service is a quiet suggestion, once for each visitor', async () => {
  const words = wordsIn('id');
  const sari = await atCounter(keyboard, 'id');
  const dewi = await program.open('staff');
  await logIn(dewi, 'Dewi Lestari', quick);
  await dewi.getByRole('button', { name: 'Tandai layanan terganggu' }).click();
  await dewi.getByLabel('Layanan', { exact: true }).selectOption({ label: 'KTP-el hilang' });
  await dewi.getByLabel('Keterangan untuk petugas').fill('server Dukcapil tidak menjawab');
  await dewi.getByRole('button', { name: 'Tandai terganggu', exact: true }).click();
  await expect(dewi.getByRole('region', { name: 'Layanan terganggu' })).toContainText('KTP-el hilang');
  const strip = sari.getByRole('region', { name: words('calm.suggest') });
  await expect(strip).toContainText('server Dukcapil tidak menjawab');
  await expectAccessible(sari);
  await strip.getByRole('button', { name: words('calm.decline') }).click();
  await expect(strip).toBeHidden();
  await dewi.getByRole('button', { name: 'Sudah pulih: KTP-el hilang' }).click();
  await expect(dewi.getByRole('heading', { name: 'Semua layanan berjalan' })).toBeVisible();
});

test('training is played by keyboard alone and its score explains itself', async () => {
  const words = wordsIn('id');
  const sari = await program.open('staff');
  await logIn(sari, 'Sari Wulandari', quick);
  await sari.getByRole('button', { name: 'Akun Sari Wulandari' }).click();
  await sari.getByRole('menuitem', { name: words('staff.nav.training') }).click();
  await expect(sari.getByText(words('training.mark'))).toBeVisible();
  // The menu fades out over the new screen; axe looks when it is gone.
  await expect(sari.getByRole('menu')).toHaveCount(0);
  await expectAccessible(sari);
  await keyboard.use(sari.getByRole('link', { name: /KTP yang terlalu lama/u }));
  const score = sari.getByRole('heading', { name: /^Hasil: /u });
  await expect(sari.getByRole('heading', { name: words('training.scene', { n: 1 }) })).toBeFocused();
  for (let scene = 0; scene < 20 && !(await score.isVisible()); scene += 1) {
    await sari.keyboard.press('1');
    await expect(
      sari.getByRole('button', { name: new RegExp(`${words('training.next')}|${words('training.toScore')}`, 'u') }),
    ).toBeFocused();
    await sari.keyboard.press('Enter');
  }
  await expect(score).toBeVisible();
  await expect(sari.getByText(words('training.saved'))).toBeVisible();
  await expectAccessible(sari);
  await keyboard.use(sari.getByRole('link', { name: words('training.other') }));
  await expect(sari.getByRole('heading', { name: words('training.mine') })).toBeVisible();
  await expect(sari.getByRole('listitem').filter({ hasText: /dari/u }).first()).toBeVisible();
});
