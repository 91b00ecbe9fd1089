/** Status reports that are owed: the ready text, and whom the other program is opened for. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { handlerLink, internationalDigits } from '../../../renderer/screens/complaints/reports/handlerLink.ts';
import StatusReportsScreen from '../../../renderer/screens/complaints/reports/StatusReportsScreen.tsx';
import type { Output } from '../../../shared/rpc/contract.ts';
import { idOf } from '../counter/fixtures.tsx';
import { renderWithHost } from '../fakeHost.tsx';
import { formHost } from './fixtures.tsx';

type Due = Output<'complaint.statusDue'>[number];
const owed: Due = {
  complaintId: idOf(700),
  number: 'P-2026-000003',
  title: 'Blanko habis',
  stage: 'assigned',
  receivedAt: 0,
  unit: null,
  dueOn: '2026-11-20',
  lastReportAt: null,
  complainant: { name: 'Yuliana Wati', phone: '812 5550 1002', email: '', address: '' },
  prospect: 'promised',
  answerDueOn: '2026-12-11',
  officeName: 'Disdukcapil',
  unitTitle: { id: 'Pelayanan loket', en: 'Counter services' },
};

async function readyText(due: Partial<Due>, write = 'Siapkan kabar'): Promise<string> {
  const host = formHost();
  host.answers('complaint.statusDue', [{ ...owed, ...due }]);
  renderWithHost(
    host,
    <MemoryRouter>
      <StatusReportsScreen />
    </MemoryRouter>,
  );
  await userEvent.click(await screen.findByRole('button', { name: write }));
  return screen.getByRole<HTMLTextAreaElement>('textbox').value;
}

afterEach(() => i18next.changeLanguage('id'));

describe('the ready text', () => {
  it.each([
    ['promised', '2026-12-11', 'Jawaban kami sampaikan paling lambat 11 Desember 2026.'],
    ['late', null, 'Mohon maaf, jawaban kami terlambat.'],
    ['waiting', null, 'kami menunggu kelengkapan atau jawaban dari Anda.'],
    ['answered', null, 'Tanggapan sudah kami sampaikan.'],
    ['referred', null, 'sudah kami teruskan ke kantor yang berwenang.'],
  ] as const)('%s: says what can honestly be said of the answer', async (prospect, answerDueOn, said) => {
    const text = await readyText({ prospect, answerDueOn });
    expect(text).toContain(said);
    expect(text).not.toMatch(/\{\{|complaintReports|null/u);
  });

  it('is in the language of the office, as its papers are, when the officer reads her screen in English', async () => {
    await i18next.changeLanguage('en');
    expect(await readyText({}, 'Prepare the message')).toContain('Ditangani oleh Pelayanan loket.');
  });
});

describe('the number of a message', () => {
  it.each([
    ['0812-5550-1002', '6281255501002'],
    ['812 5550 1002', '6281255501002'],
    ['+62 812 5550 1002', '6281255501002'],
    ['62 812 5550 1002', '6281255501002'],
    ['0062 812 5550 1002', '6281255501002'],
    ['+81 90 1234 5678', '819012345678'],
  ])('%s', (typed, digits) => {
    expect(internationalDigits(typed)).toBe(digits);
    expect(handlerLink('whatsapp', typed, 'a & b', 'P-1')).toBe(`https://wa.me/${digits}?text=a%20%26%20b`);
  });
});
