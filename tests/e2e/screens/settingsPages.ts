import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

const sections = [
  'profile',
  'hours',
  'holidays',
  'texts',
  'sync',
  'services',
  'counters',
  'priority',
  'book',
  'staff',
  'ownSecret',
  'data',
  'security',
  'printers',
  'screens',
  'display',
  'system',
] as const;

/** Every section of the settings and one page below each list. @returns the administrator's window. */
export async function lookAtSettings(program: Program, eyes: Eyes): Promise<Page> {
  const { look, words } = eyes;
  const page = await staffAs(program, 'Ratna Admin', eyes);
  const go = async (title: string) => {
    await page
      .getByRole('navigation', { name: words('settings.nav') })
      .getByRole('link', { name: title, exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  };
  await page.getByRole('link', { name: words('staff.nav.settings') }).click();
  for (const section of sections) {
    await go(words(`settings.${section}.title`));
    await look(page, `settings-${section}`);
  }
  for (const list of ['services', 'counters', 'staff'] as const) {
    await go(words(`settings.${list}.title`));
    await page
      .getByRole('main')
      .getByRole('list', { name: words(`settings.${list}.title`) })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('link', { name: words(`settings.${list}.title`) }).nth(1)).toBeVisible();
    await look(page, `settings-${list}One`);
  }
  await go(words('settings.printers.title'));
  await page
    .getByRole('link', { name: words('settings.printers.add') })
    .first()
    .click();
  await expect(page.getByLabel(words('settings.printers.name'))).toBeVisible();
  await look(page, 'settings-printersNew');
  return page;
}
