import { expect } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** A supervisor's way through the complaints of the demo: list, filters, one complaint, its steps, what recurs. */
export async function lookAtFollowUp(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const dewi = await staffAs(program, 'Dewi Lestari', eyes);
  const goTo = (path: string) => dewi.goto(new URL(path, dewi.url()).href);
  await dewi.getByRole('link', { name: words('staff.nav.complaints') }).click();
  await expect(dewi.locator('a[data-row]')).toHaveCount(15);
  await look(dewi, 'complaints-list');
  await dewi.getByRole('button', { name: words('complaintList.moreFilters') }).click();
  await look(dewi, 'complaints-filters');
  await dewi.getByRole('searchbox').fill('zzz');
  await expect(dewi.getByRole('heading', { name: words('complaintList.noneFiltered') })).toBeVisible();
  await look(dewi, 'complaints-none');
  await dewi.getByRole('searchbox').fill('');

  await dewi.locator('a[data-row]', { hasText: 'KTP-el belum jadi setelah lima minggu' }).click();
  await expect(dewi.getByRole('heading', { level: 1 })).toBeVisible();
  await look(dewi, 'complaints-detail');
  for (const [action, name] of [
    ['complaintAction.answer', 'complaints-answer'],
    ['complaintAction.reclassify', 'complaints-reclassify'],
    ['complaintAction.merge', 'complaints-merge'],
    ['complaintAction.recordStatusReport', 'complaints-report'],
  ] as const) {
    await dewi.getByRole('button', { name: words(action), exact: true }).click();
    await expect(dewi.getByRole('dialog').locator('form')).toBeVisible();
    await look(dewi, name);
    await dewi.keyboard.press('Escape');
    await expect(dewi.getByRole('dialog')).toBeHidden();
  }
  await goTo('/pengaduan/berulang');
  await expect(dewi.getByRole('button', { name: words('complaintGroups.propose') })).toBeVisible();
  await look(dewi, 'complaints-recurring');
  await goTo('/pengaduan/laporan-status');
  await expect(dewi.getByRole('button', { name: words('complaintReports.write') }).first()).toBeVisible();
  await look(dewi, 'complaints-statusReports');
  await dewi.close();
}
