import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import { demoPin } from '../fixtures/office.ts';
import type { Program } from '../fixtures/program.ts';

/** Opens a staff window in the language and logs a person in. */
export async function staffAs(program: Program, name: string, eyes: Eyes, onWay: Partial<OnWay> = {}): Promise<Page> {
  const { words } = eyes;
  const staff = await program.open('staff');
  if (eyes.language === 'en') await staff.getByRole('button', { name: 'EN', exact: true }).click();
  const tile = staff.getByRole('button', { name });
  await expect(tile).toBeVisible();
  await onWay.names?.(staff);
  await tile.click();
  const secret = staff.getByLabel(words('staff.login.secret'), { exact: true });
  await secret.fill(demoPin.slice(0, 4));
  await onWay.pin?.(staff);
  await secret.fill(demoPin);
  await staff.getByRole('button', { name: words('staff.login.submit'), exact: true }).click();
  await expect(staff.getByRole('button', { name: words('staff.user.menu', { name }) })).toBeVisible();
  return staff;
}

interface OnWay {
  names(staff: Page): Promise<void>;
  pin(staff: Page): Promise<void>;
}

/** An officer's way through the screens of the counter, from the log-in to a visitor called; the visit is `lookAtVisit`. */
export async function lookAtDesk(program: Program, eyes: Eyes): Promise<Page> {
  const { look, words } = eyes;
  const staff = await staffAs(program, 'Sari Wulandari', eyes, {
    names: (page) => look(page, 'login-names'),
    pin: (page) => look(page, 'login-pin'),
  });
  await expect(staff.getByRole('article')).toHaveCount(4);
  await look(staff, 'counter-choice');
  await staff.getByRole('article', { name: 'Loket 1' }).getByRole('button').click();
  await expect(staff.getByRole('heading', { name: words('counter.idle.title') })).toBeVisible();
  await look(staff, 'counter-idle');
  for (const list of ['noShow', 'history', 'papers'] as const) {
    await staff.getByRole('tab', { name: words(`counter.list.${list}`) }).click();
    await expect(staff.getByRole('tabpanel')).toBeVisible();
    await look(staff, `counter-${list}`);
  }
  await staff.getByRole('tab', { name: words('counter.list.held') }).click();

  await staff.getByRole('button', { name: words('counter.newTicket.button') }).click();
  await lookAtDialog(staff, look, 'counter-newTicket');
  await staff.getByRole('button', { name: words('counter.menu.shortcuts') }).click();
  await lookAtDialog(staff, look, 'counter-shortcuts');
  await chooseFromMenu(staff, words('counter.menu.label'), words('counter.menu.closeDay'));
  await staff
    .getByRole('dialog')
    .getByRole('button', { name: words('counter.day.close.button') })
    .click();
  await expect(staff.getByRole('alert').getByText(/[A-J]-\d{3}/u)).toBeVisible();
  await lookAtDialog(staff, look, 'counter-closeDay');
  return staff;
}

/** A supervisor who takes a counter over. */
export async function lookAtTakeOver(program: Program, eyes: Eyes): Promise<void> {
  const { words } = eyes;
  const staff = await staffAs(program, 'Dewi Lestari', eyes);
  await staff
    .getByRole('article', { name: 'Loket 2' })
    .getByRole('button', { name: words('counter.choice.takeOver') })
    .click();
  await lookAtDialog(staff, eyes.look, 'counter-takeOver');
}

/** The open dialog is looked at and closed by the keyboard. */
export async function lookAtDialog(staff: Page, look: Eyes['look'], name: string): Promise<void> {
  const dialog = staff.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look(staff, name);
  await staff.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

export async function chooseFromMenu(staff: Page, menu: string, item: string): Promise<void> {
  await staff.getByRole('button', { name: menu }).click();
  await staff.getByRole('menuitem', { name: item }).click();
}
