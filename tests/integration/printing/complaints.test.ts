import { JSDOM } from 'jsdom';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paperCommands } from '../../../shared/papers/raw/index.ts';
import { paperModel } from '../../../electron/host/printing/models.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { filledForm, marked, register, words } from '../../fixtures/complaints.ts';
import { startDemoHost, staffWindow } from '../../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';

let office: TestHost;
let officer: TestWindow;
beforeEach(async () => {
  office = await startDemoHost();
  officer = await staffWindow(office, 'petugas');
});
afterEach(() => office.end());

const signed = filledForm((form) => ({
  ...form,
  confirmation: {
    readBack: true,
    officerSignature: { kind: 'pad', strokes: [[0, 0, 500, 1000]] },
    complainantSignature: { kind: 'paper' },
  },
}));
const paper = (
  kind: 'complaintReceipt' | 'complaintLetter' | 'statusLetter' | 'incidentReport' | 'sopProposal',
  subjectId: string,
  size: 'a5' | 'a4' | '58mm' | '80mm' = 'a4',
) => officer.ask('printing.paper', { kind, subjectId, paper: size, copy: 0, language: 'id' });

describe('tanda terima pengaduan', () => {
  test.each(['a5', '80mm'] as const)('on %s says number, PIN, deadlines as dates, and hides who she is', async (size) => {
    const { complaintId, number } = await register(officer, signed);
    const { pin } = await officer.ask('complaint.pin', { complaintId });
    const { html } = await paper('complaintReceipt', complaintId, size);
    for (const text of [number, pin, marked.title, 'Administratif', 'Jumat, 11 Desember 2026', 'W', '<svg']) expect(html).toContain(text);
    for (const hidden of [marked.name, marked.nik, marked.phone, marked.address, marked.email]) expect(html).not.toContain(hidden);
    expect(html).toContain('d="M0 0L500 400"');
  });

  test('says where the matter is now: the promised day, the office it was referred to, the complaint it was merged with', async () => {
    const promise = filledForm((form) => ({ ...form, solution: { ...form.solution, promisedOn: '2026-12-03' } }));
    const first = await register(officer, promise);
    const referred = filledForm((form) => ({
      ...form,
      solution: { ...form.solution, referral: { office: 'BPN Kota Contoh', reason: '' } },
    }));
    const similar = [{ complaintId: first.complaintId, relation: 'merge' as const }];
    const merged = filledForm((form) => ({ ...form, classification: { ...form.classification, similar } }));
    const receiptOf = async (complaintId: string) => {
      const raw = paperModel(office.host.services, { kind: 'complaintReceipt', subjectId: complaintId, copy: 0 });
      if (raw === null) throw new Error('no paper');
      return [(await paper('complaintReceipt', complaintId, 'a5')).html, JSON.stringify(paperCommands(raw, 48))];
    };
    for (const text of await receiptOf(first.complaintId)) expect(text).toMatch(/Batas waktu.*Dijanjikan.*Kamis, 3 Desember 2026/su);
    const elsewhere = [
      [referred, 'BPN Kota Contoh'],
      [merged, first.number],
    ] as const;
    for (const [form, where] of elsewhere) {
      for (const text of await receiptOf((await register(officer, form)).complaintId)) {
        expect(text).toContain(where);
        expect(text).not.toContain('Batas waktu');
      }
    }
  });

  test.each(['58mm', '80mm', 'a5', 'a4'] as const)('on %s shows both signatures, or room for them', async (size) => {
    const { complaintId } = await register(officer, signed);
    const { window } = new JSDOM((await paper('complaintReceipt', complaintId, size)).html);
    const signatures = window.document.querySelector('.signatures');
    expect(window.document.querySelectorAll('.signatures .signature')).toHaveLength(2);
    expect(signatures === null ? '' : window.getComputedStyle(signatures).display).toBe('flex');
  });

  test('on a raw printer is text that ends with a QR code, with room to sign', async () => {
    const { complaintId, number } = await register(officer, signed);
    const model = paperModel(office.host.services, { kind: 'complaintReceipt', subjectId: complaintId, copy: 0 });
    if (model === null) throw new Error('no paper');
    const text = JSON.stringify(paperCommands(model, 48));
    expect(text).toContain(number);
    expect(text).toContain('___');
    expect(text).not.toContain(marked.name);
  });

  test('promises no date for a matter that was passed on to another office', async () => {
    const { complaintId } = await register(officer, {
      ...signed,
      solution: { ...signed.solution, referral: { office: 'Kantor Pertanahan', reason: 'bukan kewenangan' } },
    });
    const { html } = await paper('complaintReceipt', complaintId, 'a5');
    for (const promised of ['11 Desember 2026', 'Batas waktu']) expect(html).not.toContain(promised);
    expect((await paper('complaintReceipt', (await register(officer, signed)).complaintId, 'a5')).html).toContain('Batas waktu');
  });

  test('printed again is a copy; a kiosk and a guard get none', async () => {
    const { complaintId } = await register(officer, signed);
    const print = () => officer.done('printing.print', { jobId: v7(), kind: 'complaintReceipt', subjectId: complaintId, printerId: null });
    expect([(await print()).copy, (await print()).copy]).toEqual([0, 1]);
    for (const window of [office.window('kiosk'), await staffWindow(office, 'keamanan')]) {
      const asked = await window.client.query('printing.paper', { kind: 'complaintReceipt', subjectId: complaintId, paper: 'a5', copy: 0 });
      expect(asked).toMatchObject({ kind: 'refused', refusal: { type: 'subjectUnknown' } });
    }
  });
});

test('receipt and letters of a colleague’s complaint are not printed: they say PIN, name and address', async () => {
  const supervisor = await staffWindow(office, 'pengawas');
  const { complaintId, number } = await register(
    supervisor,
    filledForm((form) => ({ ...form, identity: { ...form.identity, confidential: true } })),
  );
  await supervisor.done('complaint.answer', { complaintId, written: true, ...words('KTP siap diambil.') });
  await officer.done('complaint.recordStatusReport', { complaintId, channel: 'letter', ...words('Masih dicetak.') });
  const refusal = { kind: 'refused', refusal: { type: 'complaintNotYours', number } };
  for (const kind of ['complaintReceipt', 'complaintLetter', 'statusLetter'] as const) {
    const subject = { kind, subjectId: complaintId };
    expect(await officer.client.query('printing.paper', { ...subject, paper: 'a4', copy: 0 })).toMatchObject(refusal);
    expect(await officer.client.command('printing.print', { ...subject, jobId: v7(), printerId: null })).toMatchObject(refusal);
    expect((await supervisor.ask('printing.paper', { ...subject, paper: 'a4', copy: 0, language: 'id' })).html).toContain(number);
  }
});

test('letters exist when there is something to say, and are addressed to the complainant', async () => {
  const { complaintId, number } = await register(officer, signed);
  expect(
    (await officer.client.query('printing.paper', { kind: 'complaintLetter', subjectId: complaintId, paper: 'a4', copy: 0 })).kind,
  ).toBe('refused');
  await officer.done('complaint.answer', { complaintId, written: true, ...words('KTP siap diambil.\nMohon bawa KK.') });
  await officer.done('complaint.recordStatusReport', { complaintId, channel: 'letter', ...words('Masih dicetak.') });
  const answer = await paper('complaintLetter', complaintId);
  for (const text of [number, marked.name, marked.address, 'KTP siap diambil.', 'Mohon bawa KK.', 'Tanggapan atas Pengaduan'])
    expect(answer.html).toContain(text);
  expect(answer.widthMm).toBe(210);
  expect((await paper('statusLetter', complaintId)).html).toContain('Masih dicetak.');
});

test('an incident report holds all its fields and may be printed by a guard', async () => {
  const incidentId = v7();
  await officer.done('incident.open', { incidentId, counterId: null, ticketId: null, source: 'manual', level: 'violent' });
  const report = {
    ...emptyReport,
    place: 'Loket 3',
    reporter: 'Sari',
    person: 'jaket merah',
    witnesses: 'Budi',
    buildUp: 'berebut antrean',
    injury: 'lecet',
    firstAid: 'plester',
    policeInformed: true,
    prevention: 'garis antre',
  };
  await officer.done('incident.saveReport', { incidentId, report });
  const guard = await staffWindow(office, 'keamanan');
  const { html } = await guard.ask('printing.paper', {
    kind: 'incidentReport',
    subjectId: incidentId,
    paper: 'a4',
    copy: 0,
    language: 'id',
  });
  for (const text of ['Loket 3', 'jaket merah', 'Budi', 'berebut antrean', 'lecet', 'plester', 'garis antre', 'Ya'])
    expect(html).toContain(text);
});
