import { expect, type Page } from '@playwright/test';
import type { VisitStep } from '../../../shared/domain/queue/types.ts';
import type { Eyes } from '../fixtures/inspector.ts';
import { demoPin } from '../fixtures/office.ts';
import { chooseFromMenu, lookAtDialog } from './counterDesk.ts';

/** Calls the next visitor. @returns the number. */
export async function callNext(staff: Page): Promise<string> {
  await staff.keyboard.press('F2');
  const number = staff.getByTestId('current-number');
  await expect(number).toBeVisible();
  return (await number.textContent()) ?? '';
}

/** A visit from the call to the goodbye, with every step of the script and every dialog on the way; then the lock. */
export async function lookAtVisit(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  await look(staff, 'counter-called');
  await staff.keyboard.press('Enter');
  await expect(staff.getByText(words('counter.ticket.serving'), { exact: true })).toBeVisible();
  await look(staff, 'counter-greet');
  await goTo(staff, 'need', eyes);
  await look(staff, 'counter-need');
  await goTo(staff, 'check', eyes);
  await lookAtCheck(staff, eyes);
  await lookAtRegistration(staff, eyes);
  await goTo(staff, 'close', eyes);
  await look(staff, 'counter-close');

  await staff.keyboard.press('F7');
  await expect(staff.getByRole('radio').first()).toBeVisible();
  await lookAtDialog(staff, look, 'counter-transfer');
  await chooseFromMenu(staff, words('counter.ticket.more'), words('counter.ticket.addService'));
  await expect(staff.getByRole('radio').first()).toBeVisible();
  await lookAtDialog(staff, look, 'counter-addService');
  await chooseFromMenu(staff, words('counter.ticket.more'), words('counter.ticket.cancel'));
  await lookAtDialog(staff, look, 'counter-cancel');

  await staff.getByRole('button', { name: words('staff.user.lock') }).click();
  await expect(staff.getByRole('heading', { name: words('staff.lock.title') })).toBeVisible();
  await look(staff, 'lock-locked');
  await staff.getByLabel(words('staff.login.secret'), { exact: true }).fill(demoPin);
  await staff.getByRole('button', { name: words('staff.lock.submit') }).click();
  await expect(staff.getByRole('heading', { name: words('staff.lock.title') })).toBeHidden();
}

/** One paper is missing first, then all are there. */
async function lookAtCheck(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const papers = await staff.getByRole('checkbox').all();
  for (const paper of papers.slice(0, -1)) await paper.check({ force: true });
  await look(staff, 'counter-serving');
  await staff.getByRole('button', { name: words('counter.papers.missing'), exact: true }).click();
  await lookAtDialog(staff, look, 'counter-shortfall');
  await papers.at(-1)?.check({ force: true });
  await staff.getByRole('button', { name: words('counter.papers.complete'), exact: true }).click();
}

async function lookAtRegistration(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  await staff.getByLabel(words('counter.register.name')).fill('Siti Rahmawati');
  await staff.getByLabel(words('counter.register.nik')).fill('3273014505600001');
  await expect(staff.getByText(/1960/u)).toBeVisible();
  await staff.getByLabel(words('counter.register.phone')).fill('0812 3456 7890');
  await look(staff, 'counter-register');
  await staff.getByRole('button', { name: words('counter.register.submit') }).click();
  await expect(staff.getByText(/B-\d{4}-000001/u).first()).toBeVisible();
  await look(staff, 'counter-receipt');
  await staff
    .getByRole('button', { name: new RegExp(`^${words('counter.print.preview')} `, 'u') })
    .first()
    .click();
  await expect(staff.getByRole('dialog').locator('iframe')).toBeVisible();
  await lookAtDialog(staff, look, 'counter-preview');
}

async function goTo(staff: Page, step: VisitStep, eyes: Eyes): Promise<void> {
  const button = staff.getByRole('list').getByRole('button', { name: eyes.words(`counter.script.step.${step}`) });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'step');
}
