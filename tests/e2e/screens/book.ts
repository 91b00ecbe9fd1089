import { expect } from '@playwright/test';
import type { Eyes } from '../fixtures/inspector.ts';
import type { Program } from '../fixtures/program.ts';
import { staffAs } from './counterDesk.ts';

/** The blackout book from the reminder of the morning to a row that is corrected. */
export async function lookAtBook(program: Program, eyes: Eyes): Promise<void> {
  const { look, words } = eyes;
  const sari = await staffAs(program, 'Sari Wulandari', eyes);
  await sari.getByRole('button', { name: words('counter.day.open.button') }).click();
  await expect(sari.getByText(words('book.reminder.title'))).toBeVisible();
  await look(sari, 'book-reminder');
  await sari.goto(new URL('/buku-padam', sari.url()).href);
  await expect(sari.getByRole('heading', { name: words('book.none') })).toBeVisible();
  await look(sari, 'book-none');
  await sari.getByRole('button', { name: words('book.make.print'), exact: true }).click();
  const sheet = sari.getByRole('link', { name: /BP-20261123-1/u });
  await expect(sheet).toBeVisible();
  await expect(sari.getByText(words('book.sheet.printed', { n: 1, outcome: words('printOutcome.handedOver') }))).toBeVisible();
  await look(sari, 'book-sheets');
  await sheet.click();
  await expect(sari.getByLabel(words('book.entry.cell', { number: 'L1-01', column: words('book.column.arrived') }))).toBeFocused();
  const rows = [
    ['0905', 'a', 'l', '9.20', '1', '935', '', ''],
    ['0910', '', '', '0940', '', '0955', '', 'y'],
    ['0912', 'c', '', '0958', '2', '', 't', ''],
    ['0930', '', 'm', '1000', '', '0950', '', ''],
    ['1230', 'd', '', '', '', '', 'b', ''],
  ];
  for (const text of rows.flat()) {
    await sari.keyboard.type(text);
    await sari.keyboard.press('Enter');
  }
  await sari.keyboard.press('Control+Enter');
  await expect(sari.getByRole('alert')).toContainText(words('book.entry.wrong', { n: 1 }));
  await look(sari, 'book-typed');
  await sari.keyboard.type('1010');
  await sari.keyboard.press('Control+Enter');
  const review = sari.getByRole('dialog', { name: words('book.review.title', { n: 5 }) });
  await review.getByRole('checkbox').check();
  await look(sari, 'book-review');
  await review.getByRole('button', { name: words('book.review.confirm'), exact: true }).click();
  await expect(sari.getByRole('status').filter({ hasText: words('book.entry.done', { n: 5 }) })).toBeVisible();
  await expect(sari.getByRole('row').filter({ hasText: 'L1-05' })).toContainText(words('book.recorded.queue'));
  await look(sari, 'book-recorded');
  await sari.getByRole('button', { name: words('book.recorded.correct.label', { number: 'L1-02' }) }).click();
  await expect(sari.getByRole('dialog', { name: words('book.correct.title', { number: 'L1-02' }) })).toBeVisible();
  await look(sari, 'book-correct');
  await sari.close();
}
