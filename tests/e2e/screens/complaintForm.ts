import { expect, type Page } from '@playwright/test';
import { field, fillIn, type Officer, openComplaint, stepButton } from '../fixtures/complaint.ts';
import { quick } from '../fixtures/desk.ts';
import type { Eyes } from '../fixtures/inspector.ts';

/** The guided form from F9 with a visitor at the counter: every step empty and filled in, its dialogs, the end, the short form. */
export async function lookAtComplaintForm(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const officer: Officer = { staff, hands: { ...quick, name: 'touch' }, words };
  await openComplaint(officer);
  await look(staff, 'complaintForm-listen');
  for (const step of ['identity', 'description', 'classification', 'solution', 'confirmation'] as const) {
    await stepButton(staff, words(`complaintForm.step.${step}`)).click();
    await look(staff, `complaintForm-${step}Empty`);
  }
  await stepButton(staff, words('complaintForm.step.listen')).click();
  await fillIn(officer);
  await lookAtFilled(staff, eyes);
  await lookAtEnd(staff, eyes);

  await staff.getByRole('link', { name: words('complaintForm.done.another') }).click();
  await expect(field(staff, words('complaintField.chronology'))).toBeFocused();
  await staff.keyboard.type('Antre lama sekali, prosedurnya berbelit.');
  await expect(staff.getByTestId('draft-saved')).toHaveAttribute('data-kind', 'saved');
  await staff.getByRole('link', { name: words('complaintForm.toCounter') }).click();
  await expect(staff.getByRole('toolbar')).toBeVisible();
  const counter = staff.url();
  await staff.keyboard.press('F9');
  // The draft is this visitor's: her form stands where it was left.
  await expect(field(staff, words('complaintField.chronology'))).toHaveValue(/berbelit/u);
  const screens = staff.getByRole('navigation', { name: words('staff.nav.label') });
  await screens.getByRole('link', { name: words('staff.nav.complaints') }).click();
  await staff.getByRole('link', { name: words('complaintList.new') }).click();
  await expect(staff.getByRole('heading', { name: words('complaintForm.drafts') })).toBeVisible();
  await look(staff, 'complaintForm-start');
  await staff.getByRole('button', { name: new RegExp(`^${words('complaintForm.start.short')}`, 'u') }).click();
  await expect(field(staff, words('complaintField.chronology'))).toBeFocused();
  await look(staff, 'complaintForm-short');
  await staff.goto(counter);
  await expect(staff.getByRole('toolbar')).toBeVisible();
}

async function lookAtFilled(staff: Page, { look, words }: Eyes): Promise<void> {
  await staff.getByRole('checkbox', { name: words('complaintField.referral') }).check();
  await staff
    .getByRole('checkbox', { name: words('complaintField.legal'), exact: false })
    .first()
    .check();
  await look(staff, 'complaintForm-solution');
  await staff.getByRole('checkbox', { name: words('complaintField.referral') }).uncheck();
  await stepButton(staff, words('complaintForm.step.classification')).click();
  await look(staff, 'complaintForm-classification');
  await stepButton(staff, words('complaintForm.step.identity')).click();
  await look(staff, 'complaintForm-identity');
  await stepButton(staff, words('complaintForm.step.description')).click();
  await staff.locator('input[type="file"]').setInputFiles([
    { name: 'layar.png', mimeType: 'image/png', buffer: await staff.screenshot() },
    { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is no picture') },
  ]);
  await expect(staff.getByRole('list', { name: words('complaintField.attachments') }).getByRole('listitem')).toHaveCount(2);
  // Only the step scrolls; the header and the way on stay where they are.
  expect(await staff.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(0);
  await look(staff, 'complaintForm-description');
  for (const source of ['scanner', 'camera'] as const) {
    await staff.getByRole('button', { name: words(`complaintField.attachments.${source}`) }).click();
    await expect(staff.getByRole('dialog')).toBeVisible();
    await look(staff, `complaintForm-${source}`);
    await staff.keyboard.press('Escape');
    await expect(staff.getByRole('dialog')).toBeHidden();
  }
}

/** The summary, signed with the mouse, and the number with its PIN. */
async function lookAtEnd(staff: Page, { look, words }: Eyes): Promise<void> {
  await stepButton(staff, words('complaintForm.step.confirmation')).click();
  await staff.getByRole('checkbox', { name: words('complaintField.readBack') }).check();
  const pad = staff.getByRole('img', { name: words('complaintField.signature.pad') }).first();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is not shown');
  await staff.mouse.move(box.x + 30, box.y + 70);
  await staff.mouse.down();
  for (let x = 30; x < box.width - 60; x += 6) await staff.mouse.move(box.x + x, box.y + 70 + Math.sin(x / 14) * 30);
  await staff.mouse.up();
  await expect(staff.getByText(words('complaintField.signature.signed'))).toBeVisible();
  await look(staff, 'complaintForm-confirmation');
  await staff.getByRole('button', { name: words('complaintForm.submit') }).click();
  await expect(staff.getByTestId('complaint-pin')).toHaveText(/-/u);
  await look(staff, 'complaintForm-saved');
}
