import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import { heardOnBoard } from '../fixtures/office.ts';
import type { Program } from '../fixtures/program.ts';
import { callNext } from './visit.ts';

/** A visitor takes a number. */
export async function lookAtKiosk(kiosk: Page, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  await expect(kiosk.getByRole('heading', { name: words('kiosk.start.heading') })).toBeVisible();
  await look(kiosk, 'kiosk-start');
  await kiosk
    .getByRole('button', { name: eyes.language === 'id' ? 'KTP-el hilang' : /^Lost identity card/u })
    .first()
    .click();
  await expect(kiosk.getByRole('heading', { name: words('kiosk.ground.heading') })).toBeVisible();
  await look(kiosk, 'kiosk-ground');
  await kiosk.getByRole('button', { name: words('kiosk.ground.lansia') }).click();
  await expect(kiosk.getByTestId('issued-number')).toBeVisible();
  await look(kiosk, 'kiosk-issued');
  // The kiosk may have begun again by itself meanwhile, as it does for the next visitor.
  await kiosk.keyboard.press('Escape');
  await expect(kiosk.getByRole('heading', { name: words('kiosk.start.heading') })).toBeVisible();
}

/** The board while it announces, with all counters staffed. */
export async function lookAtCall(staff: Page, board: Page, eyes: Eyes): Promise<void> {
  const { look } = eyes;
  await expect(board.getByRole('timer').or(board.locator('time')).first()).toBeVisible();
  await look(board, 'board-counters');
  await heardOnBoard(board, await callNext(staff));
  await look(board, 'board-calling');
}

/** The office's hours are shortened to this minute: no further visitor could be served. */
export async function lookAtFull(settings: Page, kiosk: Page, eyes: Eyes): Promise<void> {
  const { words } = eyes;
  await settings.getByRole('link', { name: words('settings.hours.title') }).click();
  await settings.getByLabel(words('settings.hours.closesAt', { day: words('weekday.1') })).fill('13:15');
  await settings.getByRole('button', { name: words('common.save'), exact: true }).click();
  const tile = kiosk.getByRole('button', { name: words('kiosk.tile.full') }).first();
  await tile.click();
  await expect(kiosk.getByRole('heading', { name: words('kiosk.full.heading') })).toBeVisible();
  await eyes.look(kiosk, 'kiosk-full');
}

/** The back end is gone: every window says so and shows nothing as if it were new. */
export async function lookAtLostHost(program: Program, windows: Record<'staff' | 'kiosk' | 'board', Page>, eyes: Eyes) {
  if (program.loseHost === undefined) return;
  const { look, words } = eyes;
  await program.loseHost();
  await expect(windows.staff.getByRole('alert').filter({ hasText: words('staff.offline.title') })).toBeVisible();
  await look(windows.staff, 'counter-offline');
  await expect(windows.kiosk.getByRole('heading', { name: words('kiosk.closed.offline') })).toBeVisible();
  await look(windows.kiosk, 'kiosk-offline');
  await expect(windows.board.getByRole('alert')).toBeVisible();
  await look(windows.board, 'board-stale');
}
