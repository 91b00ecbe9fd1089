import { expect, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** A conflict from the first card to the report that is owed after a security call. */
export async function lookAtConflict(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const sari = await staffAs(program, 'Sari Wulandari', eyes);
  const nav = sari.getByRole('navigation', { name: words('staff.nav.label') });
  await nav.getByRole('link', { name: words('staff.nav.incidents') }).click();
  await expect(sari.getByRole('heading', { name: words('incidents.none') })).toBeVisible();
  await look(sari, 'incidents-none');
  await nav.getByRole('link', { name: words('staff.nav.counter') }).click();
  await sari.getByRole('button', { name: words('counter.day.open.button') }).click();
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').click();
  await expect(sari.getByRole('toolbar')).toBeVisible();

  await sari.keyboard.press('F10');
  const card = sari.getByRole('dialog', { name: words('calm.title') });
  await expect(card.getByRole('heading', { name: words('calm.level.tense') })).toBeVisible();
  await look(sari, 'calm-tense');
  await card.getByRole('button', { name: words('calm.level.angry'), exact: true }).click();
  await card.getByRole('button', { name: words('calm.help.supervisor') }).click();
  await expect(card.getByRole('status')).toBeVisible();
  await card.getByRole('button', { name: words('calm.breathe') }).click();
  await look(sari, 'calm-asked');
  const dewi = await staffAs(program, 'Dewi Lestari', eyes);
  await expect(dewi.getByRole('button', { name: words('calm.ask.come') })).toBeVisible();
  await look(dewi, 'calm-help');
  await dewi.getByRole('button', { name: words('calm.ask.come') }).click();
  await card.getByRole('button', { name: words('calm.level.violent'), exact: true }).click();
  await card.getByRole('button', { name: words('calm.security') }).click({ delay: 50 });
  await look(sari, 'calm-violent');
  await card.getByRole('button', { name: words('calm.security.now') }).click();
  await endCall(dewi, eyes);
  await sari.waitForURL(/\/kejadian\//u);
  await lookAtReport(sari, eyes);

  await nav.getByRole('link', { name: words('staff.nav.counter') }).click();
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').last().click();
  await expect(sari.getByRole('button', { name: words('calm.open') })).toBeVisible();
  await look(sari, 'calm-running');
  await sari.getByRole('button', { name: words('calm.open') }).click();
  await card.getByRole('button', { name: words('calm.finish') }).click();
  await look(sari, 'calm-finish');
  await card.getByRole('button', { name: words('outcome.securityCame') }).click();
  await expect(card).toBeHidden();
  await dewi.close();
  await sari.close();
}

async function endCall(dewi: Page, { words }: Eyes): Promise<void> {
  const alert = dewi.getByRole('alertdialog');
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: words('alarm.act.acknowledged') }).click();
  await alert.getByRole('button', { name: words('alarm.act.ended') }).click();
  await alert.getByRole('button', { name: words('alarm.end.calm') }).click();
  await alert.getByRole('button', { name: words('alarm.end.confirm') }).click();
  await expect(alert).toBeHidden();
}

async function lookAtReport(sari: Page, { look, words }: Eyes): Promise<void> {
  await expect(sari.getByRole('heading', { name: words('incident.title') })).toBeVisible();
  await sari.getByRole('button', { name: words('incident.complete') }).click();
  await expect(sari.getByRole('alert')).toBeVisible();
  await look(sari, 'incidents-incomplete');
  await sari.getByLabel(words('incident.field.buildUp')).fill('Berteriak karena menunggu dua jam, lalu membanting map di meja.');
  await sari.getByLabel(words('incident.field.prevention')).fill('Papan pengumuman di pintu, kursi dijauhkan dari meja.');
  await expect(sari.getByTestId('draft-saved')).toHaveAttribute('data-kind', 'saved');
  await look(sari, 'incidents-report');
  await sari.getByRole('link', { name: words('incident.back') }).click();
  await expect(sari.getByRole('heading', { name: words('incidents.owed') })).toBeVisible();
  await look(sari, 'incidents-list');
}

/** A role-play from the list to its score. */
export async function lookAtTraining(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const budi = await staffAs(program, 'Budi Santoso', eyes);
  await budi.goto(new URL('/latihan', budi.url()).href);
  await expect(budi.getByRole('heading', { name: words('training.mine') })).toBeVisible();
  await look(budi, 'training-list');
  await budi.getByRole('main').getByRole('link').first().click();
  await expect(budi.getByRole('heading', { name: words('training.scene', { n: 1 }) })).toBeVisible();
  await look(budi, 'training-scene');
  await budi.keyboard.press('2');
  const next = budi.getByRole('button', { name: words('training.next') });
  await expect(next).toBeVisible();
  await look(budi, 'training-answered');
  const toScore = budi.getByRole('button', { name: words('training.toScore') });
  await next.click();
  for (let scene = 0; scene < 20 && !(await toScore.isVisible()); scene += 1) {
    await budi.keyboard.press('1');
    await expect(next.or(toScore)).toBeVisible();
    if (await next.isVisible()) await next.click();
  }
  await toScore.click();
  await expect(budi.getByRole('heading', { name: words('training.why') })).toBeVisible();
  await look(budi, 'training-score');
  await budi.close();
}
