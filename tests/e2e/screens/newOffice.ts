import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import { demoPin } from '../fixtures/office.ts';
import type { Program } from '../fixtures/program.ts';

/** The first start: set-up, the first log-in, an office that has not opened, and one where nobody waits yet. */
export async function lookAtNewOffice(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const staff = await program.open('staff');
  await setUp(staff, eyes);

  await staff.getByRole('button', { name: 'Ratna Admin' }).click();
  await staff.getByLabel(words('staff.login.secret'), { exact: true }).fill(demoPin);
  await staff.getByRole('button', { name: words('staff.login.submit'), exact: true }).click();
  const openOffice = staff.getByRole('button', { name: words('counter.day.open.button') });
  await expect(openOffice).toBeVisible();
  await look(staff, 'counter-dayNotOpened');

  const kiosk = await program.open('kiosk');
  await expect(kiosk.getByRole('heading', { name: words('kiosk.closed.notOpened') })).toBeVisible();
  await look(kiosk, 'kiosk-notOpened');
  const board = await program.open('board');
  await expect(board.getByText(words('board.day.notOpened'))).toBeVisible();
  await look(board, 'board-notOpened');

  await openOffice.click();
  await staff
    .getByRole('button', { name: words('counter.choice.open') })
    .first()
    .click();
  await expect(staff.getByRole('heading', { name: words('counter.idle.nobody') })).toBeVisible();
  await look(staff, 'counter-empty');
  await expect(board.getByText(words('board.noCallYet'))).toBeVisible();
  await look(board, 'board-noCallYet');
}

/** Five steps, each looked at filled in. */
async function setUp(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const next = async (step: 'services' | 'counters' | 'administrator' | 'summary') => {
    await staff.getByRole('button', { name: words('setup.next') }).click();
    await expect(staff.getByRole('heading', { name: words(`setup.${step}.title`) })).toBeVisible();
  };
  if (eyes.language === 'en') await staff.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(staff.getByRole('heading', { name: words('setup.office.title') })).toBeVisible();
  await staff.getByLabel(words('settings.profile.name')).fill('Mal Pelayanan Publik Kabupaten Contoh');
  await staff.getByLabel(words('settings.profile.address')).fill('Jalan Pahlawan 12, Kabupaten Contoh');
  if (eyes.language === 'en') await staff.getByRole('radio', { name: 'English' }).check();
  await look(staff, 'setup-office');
  await next('services');
  await staff.getByRole('button', { name: words('setup.services.all') }).click();
  await look(staff, 'setup-services');
  await next('counters');
  await look(staff, 'setup-counters');
  await next('administrator');
  await staff.getByLabel(words('setup.administrator.name')).fill('Ratna Admin');
  await staff.getByLabel(words('settings.secret.new')).fill(demoPin);
  await staff.getByLabel(words('settings.secret.again')).fill(demoPin);
  await look(staff, 'setup-administrator');
  await next('summary');
  await look(staff, 'setup-summary');
  await staff.getByRole('button', { name: words('setup.finish') }).click();
}
