import { expect, type Locator, type Page } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** A call from the press that nobody receives to the history, the drill included. */
export async function lookAtSecurityCall(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const sari = await staffAs(program, 'Sari Wulandari', eyes);
  await sari.getByRole('button', { name: words('counter.day.open.button') }).click();
  await sari.getByRole('article', { name: 'Loket 1' }).getByRole('button').click();
  await expect(sari.getByRole('heading', { name: words('counter.idle.nobody') })).toBeVisible();
  const button = sari.getByRole('button', { name: words('alarm.button.label') });
  await button.click({ delay: 50 });
  await expect(sari.getByRole('note')).toBeVisible();
  await look(sari, 'security-explained');
  await sari
    .getByRole('note')
    .getByRole('button', { name: words('common.close') })
    .click();

  await panic(sari);
  await expect(sari.getByText(words('alarm.sign.unreceived'))).toBeVisible();
  await look(sari, 'security-unreceived');

  const post = await guardPost(program, eyes);
  await expect(alert(post)).toContainText('Loket 1');
  await look(post, 'security-alert');
  await sari.getByRole('button', { name: words('alarm.sign.received', { names: words('alarm.place.guardPost') }) }).click();
  await expect(sari.getByText(words('alarm.sign.kind'))).toBeVisible();
  await look(sari, 'security-sign');
  await sari.getByRole('button', { name: words('alarm.kind.violence') }).click();

  const nobody = await program.open('staff');
  await panicFromLogin(nobody);
  await expect(alert(post).getByRole('article')).toHaveCount(2);
  await look(post, 'security-many');
  await answerAll(post, eyes);
  await look(post, 'security-answered');
  await alert(post)
    .getByRole('button', { name: words('alarm.act.ended') })
    .first()
    .click();
  await look(post, 'security-end');
  await alert(post)
    .getByRole('button', { name: words('alarm.end.calm') })
    .click();
  await alert(post)
    .getByRole('button', { name: words('alarm.end.confirm') })
    .click();
  await expect(alert(post).getByRole('article')).toHaveCount(1);
  await endLast(post, eyes);
  await expect(post.getByRole('heading', { name: words('security.none') })).toBeVisible();
  await look(post, 'security-post');

  const other = await staffAs(program, 'Budi Santoso', eyes);
  await post.getByRole('button', { name: words('security.drill.start') }).click();
  await expect(alert(other)).toBeVisible();
  await look(other, 'security-drill');
  await post.getByRole('button', { name: words('alarm.act.acknowledged') }).click();
  await alert(other)
    .getByRole('button', { name: words('alarm.alert.shrink') })
    .click();
  await expect(other.getByRole('region', { name: words('alarm.banner.label') })).toBeVisible();
  await look(other, 'security-banner');
  await post.getByRole('button', { name: words('security.drill.stop') }).click();

  const agus = await staffAs(program, 'Agus Prasetyo', eyes);
  await expect(agus.getByRole('table').getByRole('row')).toHaveCount(4);
  await agus.getByRole('table').scrollIntoViewIfNeeded();
  await look(agus, 'security-history');
}

const alert = (page: Page): Locator => page.getByRole('alertdialog');

async function panic(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await page.keyboard.press('F12');
}

/** Another alarm covers the login; the key works all the same. */
async function panicFromLogin(page: Page): Promise<void> {
  await expect(alert(page)).toBeVisible();
  await panic(page);
}

async function guardPost(program: Program, { language, words }: Eyes): Promise<Page> {
  const post = await program.open('staff');
  if (language === 'en') {
    await post.evaluate(() => localStorage.setItem('loket.language', 'en'));
  }
  await post.goto(new URL('/keamanan', post.url()).href);
  await expect(post.getByRole('heading', { name: words('security.title'), includeHidden: true })).toBeVisible();
  return post;
}

async function answerAll(post: Page, { words }: Eyes): Promise<void> {
  await alert(post).getByRole('button', { name: 'Agus Prasetyo' }).first().click();
  for (let left = 2; left > 0; left -= 1) {
    await alert(post)
      .getByRole('button', { name: words('alarm.act.acknowledged') })
      .first()
      .click();
    await expect(alert(post).getByRole('button', { name: words('alarm.act.acknowledged') })).toHaveCount(left - 1);
  }
}

async function endLast(post: Page, { words }: Eyes): Promise<void> {
  await alert(post)
    .getByRole('button', { name: words('alarm.act.ended') })
    .click();
  await alert(post)
    .getByRole('button', { name: words('alarm.end.falsePress') })
    .click();
  await alert(post)
    .getByRole('button', { name: words('alarm.end.confirm') })
    .click();
  await expect(alert(post)).toBeHidden();
}
