import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';

/** What was taken in at the counter: found by its number, marked as ready, handed over. Given one that is in work. */
export async function lookAtDocuments(staff: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  await staff.getByRole('link', { name: words('staff.nav.documents'), exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name: words('documents.title') })).toBeVisible();
  const row = staff.getByRole('main').getByRole('listitem').first();
  await expect(row).toContainText(words('documents.stage.inWork'));
  await look(staff, 'documents-inWork');
  const number = /B-\d{4}-\d{6}/u.exec((await row.textContent()) ?? '')?.[0] ?? '';
  // As a scanner types what is on the receipt: the button that is due has the focus then.
  await staff.getByRole('searchbox').fill(`LOKET:${number}`);
  await staff.getByRole('searchbox').press('Enter');
  const markReady = row.getByRole('button', { name: words('documents.markReady') });
  await expect(markReady).toBeFocused();
  await staff.keyboard.press('Enter');
  await expect(row).toContainText(words('documents.stage.ready'));
  await look(staff, 'documents-ready');
  await row.getByRole('button', { name: words('documents.handOver') }).click();
  await expect(row).toContainText(words('documents.stage.collected'));
  await look(staff, 'documents-collected');
  await staff.getByRole('searchbox').fill('zzz');
  await expect(staff.getByRole('heading', { name: words('documents.noMatch') })).toBeVisible();
  await look(staff, 'documents-none');
}
