import { expect } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** From an office of one station to two, and back: what the lead's administrator sees, and what stands on the new station. */
export async function lookAtStations(lead: Program, second: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const admin = await staffAs(lead, 'Ratna Admin', eyes);
  const list = new URL('/pengaturan/stasiun', admin.url()).href;
  await admin.goto(list);
  await expect(admin.getByText(words('settings.stations.emptyText'))).toBeVisible();
  await look(admin, 'settings-stationsAlone');
  await admin
    .getByRole('link', { name: words('settings.stations.add') })
    .first()
    .click();
  const name = admin.getByLabel(words('settings.stations.name'));
  await expect(name).toBeVisible();
  await look(admin, 'settings-stationsNew');
  await name.fill('Kios karcis di lobi gedung utama, lantai');
  await admin.getByLabel(words('settings.stations.place')).fill('Lobi');
  await admin.getByRole('button', { name: words('settings.stations.showCode') }).click();
  const code = (await admin.getByTestId('join-code').textContent()) ?? '';
  await look(admin, 'settings-stationsCode');
  const ticket = (await admin.getByRole('img', { name: words('settings.joining.qr') }).getAttribute('data-ticket')) ?? '';

  const fresh = await second.open('staff');
  if (eyes.language === 'en') await fresh.getByRole('button', { name: 'EN', exact: true }).click();
  await fresh.getByRole('button', { name: words('setup.join.open') }).click();
  const codeField = fresh.getByRole('textbox', { name: new RegExp(`^${words('setup.join.code')}`, 'u') });
  await codeField.fill(ticket);
  await expect(codeField).toHaveValue(code);
  await codeField.fill(code.slice(1));
  await fresh.getByRole('button', { name: words('setup.join.submit'), exact: true }).click();
  await expect(codeField).toHaveAttribute('aria-invalid', 'true');
  await look(fresh, 'setup-join');
  await fresh.getByLabel(words('setup.join.address')).fill(`127.0.0.1:${/:(\d+) /u.exec(ticket)?.[1] ?? ''}`);
  await codeField.fill(code);
  await codeField.press('Enter');
  // With the office's records here, people log in; until then the screen says what it waits for (tests/ui/setup).
  await expect(fresh.getByRole('heading', { name: words('staff.login.title') })).toBeVisible({ timeout: 30_000 });

  const row = admin.getByRole('main').getByRole('link', { name: /Kios karcis di lobi/u });
  await expect(row).toContainText(words('settings.stations.connected'));
  await look(admin, 'settings-stations');
  await row.click();
  await expect(admin.getByRole('button', { name: words('settings.stations.revoke') })).toBeVisible();
  await look(admin, 'settings-stationsOne');
  await admin.getByRole('button', { name: words('settings.stations.revoke') }).click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: words('settings.stations.revoke') })
    .click();
  await expect(fresh.getByText(words('staff.revoked.text'))).toBeVisible();
  await look(fresh, 'setup-revoked');
}
