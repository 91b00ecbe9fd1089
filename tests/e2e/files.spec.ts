/**
 * Attachments between two stations, each a process of its own: the file of a complaint comes to the other one by itself. While it is
 * on its way, and while the computer that has it is gone, the screen says so; it opens when it is there.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { v7 } from 'uuid';
import { lead as leadEn } from '../../renderer/i18n/en/lead.ts';
import { lead as leadId } from '../../renderer/i18n/id/lead.ts';
import { emptyForm } from '../../shared/domain/complaints/form.ts';
import { languages } from '../../shared/domain/values.ts';
import { pdf } from '../fixtures/pictures.ts';
import { type ContractWindow, staffContract } from './fixtures/contractWindow.ts';
import { createEyes } from './fixtures/inspector.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { staffAs } from './screens/counterDesk.ts';

test.skip(hostKind === 'electron', 'two desktop programs on one computer; the path of its keys is tested with a host process');

test.describe.configure({ timeout: 180_000 });

let lead: Program;
let second: Program;
test.beforeEach(async () => {
  [lead, second] = await Promise.all([startProgram({ demo: true }), startProgram({ demo: false })]);
});
test.afterEach(async () => {
  await Promise.all([lead.end(), second.end()]);
});

/** The second station joins; its staff may log in. */
async function joined(): Promise<void> {
  const admin = await staffContract(lead, 'Ratna Admin');
  await admin.done('stations.openJoining', { name: 'Loket dua', place: '', roles: ['counter'] });
  const { joining, port } = await admin.ask('stations.list', {});
  const page = await second.open('staff');
  await page.getByRole('button', { name: 'Gabung ke kantor yang sudah ada' }).click();
  await page.getByLabel('Alamat induk').fill(`127.0.0.1:${port}`);
  await page.getByRole('textbox', { name: /^Kode/u }).fill(joining?.code ?? '');
  await page.getByRole('button', { name: 'Gabung', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Dewi Lestari' })).toBeVisible();
}

/** Nearly as large as one may be: it takes some seconds. */
const letter = pdf({ content: `% ${'halaman '.repeat(1_200_000)}\n` });

/** Registers a complaint with a large PDF at a window. @returns its id. */
async function complain(window: ContractWindow): Promise<string> {
  const complaintId = v7();
  const attachmentId = v7();
  const { chunkBytes } = await window.done('attachment.begin', {
    attachmentId,
    draftId: complaintId,
    name: 'surat.pdf',
    bytes: letter.length,
  });
  for (let offset = 0; offset < letter.length; offset += chunkBytes)
    await window.done('attachment.chunk', { attachmentId, offset, data: letter.subarray(offset, offset + chunkBytes).toString('base64') });
  const reference = await window.done('attachment.finish', { attachmentId });
  const empty = emptyForm(v7());
  const form = {
    ...empty,
    listen: { ...empty.listen, chronology: 'Berkas hilang.', gist: 'Berkas hilang' },
    identity: { ...empty.identity, name: 'Siti Rahmawati', consent: true },
    description: { ...empty.description, title: 'Berkas hilang', attachments: [reference] },
    classification: {
      ...empty.classification,
      type: 'administrative' as const,
      class: 'ordinary' as const,
      urgency: 'medium' as const,
      impact: 'medium' as const,
    },
    confirmation: { ...empty.confirmation, readBack: true },
  };
  await window.done('complaint.register', { complaintId, channel: 'counter', counterId: null, ticketId: null, form });
  return complaintId;
}

/** What stands before the first gap of a text. */
const beginning = (text: string, name: string) => (text.replace('{{name}}', name).split('{{')[0] ?? '').trim();

for (const language of languages) {
  test(`a file that is on its way is said so, and comes when its station is back, ${language}`, async () => {
    const eyes = createEyes(language);
    const { words, look } = eyes;
    const leadWords = language === 'id' ? leadId : leadEn;
    await joined();
    const page = await staffAs(second, 'Dewi Lestari', eyes);
    const complaintId = await complain(await staffContract(lead, 'Sari Wulandari'));
    const complaint = new URL(`/pengaduan/${complaintId}`, page.url()).href;
    await page.goto(complaint);
    const file = page.getByRole('button', { name: words('complaintDetail.attachment.open', { name: 'surat.pdf' }) });
    await file.waitFor();
    // The computer that has it stands still in the middle.
    lead.freezeHost?.();
    await file.click();
    await expect(page.getByText(beginning(words('complaintDetail.attachment.coming'), 'surat.pdf'))).toBeVisible();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText(beginning(words('complaintDetail.attachment.elsewhere'), 'surat.pdf'))).toBeVisible({ timeout: 15_000 });
    await look(page, 'complaintDetail-fileElsewhere');
    await page.goto(new URL('/induk', page.url()).href);
    await expect(page.getByText(leadWords['lead.files.unreachable'].replace('{{n}}', '1'))).toBeVisible();
    await look(page, 'lead-filesMissing');

    await lead.loseHost?.();
    await lead.returnHost?.();
    // Both rows: it has come.
    await expect(page.getByText(leadWords['lead.stations.complete'], { exact: true })).toHaveCount(2, { timeout: 30_000 });
    await page.goto(complaint);
    const downloads = page.waitForEvent('download', { timeout: 40_000 });
    await file.click();
    const content = readFileSync(await (await downloads).path());
    expect(content.equals(letter)).toBe(true);
    expect(eyes.faults).toEqual([]);
  });
}
