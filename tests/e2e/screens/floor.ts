import { expect } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** The supervisor's floor over a busy office, with its dialogs; what she changes there is put back. */
export async function lookAtFloor(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const dewi = await staffAs(program, 'Dewi Lestari', eyes);
  await dewi.getByRole('link', { name: words('staff.nav.floor') }).click();
  await expect(dewi.getByRole('heading', { name: words('floor.counters'), exact: true })).toBeVisible();
  await look(dewi, 'floor-busy');
  const dialog = dewi.getByRole('dialog');
  await dewi.getByRole('button', { name: /^Loket 2/u }).click();
  await expect(dialog.getByLabel(words('floor.dialog.officer.choose'))).toBeVisible();
  await look(dewi, 'floor-counter');
  await dewi.keyboard.press('Escape');
  await dewi.getByRole('button', { name: words('floor.act.broadcast') }).click();
  await expect(dialog.getByLabel(words('floor.broadcast.until'))).toBeVisible();
  await look(dewi, 'floor-broadcast');
  await dewi.keyboard.press('Escape');
  await dewi.getByRole('button', { name: words('floor.act.policy') }).click();
  await expect(dialog.getByRole('textbox', { name: words('floor.policy.weight') })).toBeVisible();
  await look(dewi, 'floor-policy');
  await dewi.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await dewi.close();
}
