import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { missingAttachments, storeIn } from '../../../electron/host/backup/attachmentStore.ts';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { restoreBackup } from '../../../electron/host/backup/restore.ts';
import { maxAttachmentBytes, maxAttachments } from '../../../shared/domain/complaints/types.ts';
import { filledForm, registerInput } from '../../fixtures/complaints.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { jpeg, pdf, png, secretPlace } from '../../fixtures/pictures.ts';
import { startTestHost, type TestHost, type TestWindow } from '../../fixtures/testHost.ts';
import { readAll, saveDraft, upload, uploaded } from '../../fixtures/uploads.ts';

let office: TestHost;
let officer: TestWindow;
let supervisor: TestWindow;
let draftId: string;
const form = filledForm();

beforeEach(async () => {
  office = await startDemoHost();
  officer = await staffWindow(office, 'petugas');
  supervisor = await staffWindow(office, 'pengawas');
  draftId = await saveDraft(officer, form);
});
afterEach(() => office.end());

const filesOf = (directory = 'attachments') => {
  try {
    return readdirSync(join(office.dataDir, directory));
  } catch {
    return [];
  }
};
const refused = (type: string) => ({ kind: 'refused', refusal: { type } });
async function registerWith(attachments: Awaited<ReturnType<typeof uploaded>>[], identity = form.identity) {
  const whole = { ...form, identity, description: { ...form.description, attachments } };
  await officer.done('complaint.register', registerInput(whole, draftId));
}
async function restart() {
  office = await office.restart();
  officer = await staffWindow(office, 'petugas');
  supervisor = await staffWindow(office, 'pengawas');
}

describe('uploading', () => {
  test('a large file goes in chunks, is sealed under a name that tells nothing, and comes back whole after a restart', async () => {
    const large = pdf({ content: `1 0 obj\n<<>>\nendobj\n% ${secretPlace} ${'x'.repeat(900_000)}\n` });
    const reference = await uploaded(officer, draftId, large, 'surat dari Wulansari.pdf');
    expect(reference).toMatchObject({ name: 'surat dari Wulansari.pdf', mediaType: 'application/pdf', bytes: large.length });
    await restart();
    expect((await readAll(officer, reference.attachmentId)).equals(large)).toBe(true);
    const [file = ''] = filesOf();
    expect(filesOf()).toHaveLength(1);
    expect(file).toMatch(/^[\da-f]{64}$/u);
    expect(readFileSync(join(office.dataDir, 'attachments', file)).includes('Wulansari')).toBe(false);
  });

  test('a photograph loses where it was taken', async () => {
    const { attachmentId } = await uploaded(officer, draftId, jpeg());
    const kept = await readAll(officer, attachmentId);
    expect(kept.includes(secretPlace)).toBe(false);
    expect(kept.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  test.each([
    ['a page named as a picture', Buffer.from('<html>'), 'attachmentTypeUnknown'],
    ['a program', Buffer.from('MZ'), 'attachmentTypeUnknown'],
    ['half a picture', jpeg().subarray(0, 300), 'attachmentDamaged'],
    ['a picture with a wrong check', Buffer.concat([png().subarray(0, 40), Buffer.from('!'), png().subarray(41)]), 'attachmentDamaged'],
  ])('%s is refused and leaves nothing', async (_name, bytes, type) => {
    expect(await upload(officer, draftId, bytes, 'foto.png')).toEqual(refused(type));
    expect(filesOf()).toEqual([]);
  });

  test('too large and too many are refused with the limit', async () => {
    const begin = { attachmentId: v7(), draftId, name: 'a.pdf', bytes: maxAttachmentBytes + 1 };
    expect(await officer.client.command('attachment.begin', begin)).toMatchObject({
      refusal: { type: 'attachmentTooLarge', most: maxAttachmentBytes },
    });
    for (let n = 0; n < maxAttachments; n += 1) await uploaded(officer, draftId, png());
    const more = await officer.client.command('attachment.begin', { ...begin, bytes: 10 });
    expect(more).toMatchObject({ refusal: { type: 'tooManyAttachments', most: maxAttachments } });
  });

  test('a chunk out of order or beyond what was announced is refused; a repeated one is answered alike', async () => {
    const attachmentId = v7();
    await officer.done('attachment.begin', { attachmentId, draftId, name: 'a', bytes: 10 });
    const data = Buffer.from('12345').toString('base64');
    const chunk = (offset: number, content = data) => officer.client.command('attachment.chunk', { attachmentId, offset, data: content });
    expect(await chunk(5)).toEqual(refused('uploadUnknown'));
    expect(await chunk(0)).toMatchObject({ output: { received: 5 } });
    expect(await chunk(0)).toMatchObject({ output: { received: 5 } });
    expect(await chunk(5, Buffer.from('123456').toString('base64'))).toMatchObject({ refusal: { type: 'attachmentTooLarge' } });
    expect(await officer.client.command('attachment.finish', { attachmentId })).toEqual(refused('uploadUnknown'));
  });

  test.each(['../../etc/passwd', '..\\..\\boot.ini', '/etc/shadow', 'a\u0000b', '\u202Egpj.exe', '.'.repeat(200)])(
    'the name %j is a name and no path',
    async (name) => {
      const reply = await officer.client.command('attachment.begin', { attachmentId: v7(), draftId, name, bytes: png().length });
      expect(reply).toMatchObject({ kind: name.includes('\u0000') ? 'failed' : 'done' });
      await uploaded(officer, draftId, png(), name.replace('\u0000', ''));
      expect(filesOf().every((file) => /^[\da-f]{64}$/u.test(file))).toBe(true);
    },
  );

  test('where no file can be written it is told, nothing is half there, and it works again afterwards', async () => {
    const attachmentId = v7();
    writeFileSync(join(office.dataDir, 'attachments'), 'in the way');
    expect((await upload(officer, draftId, png(), 'a.png', attachmentId)).kind).not.toBe('done');
    expect(office.host.services.attachments.ownerOf(attachmentId)).toBeNull();
    expect(office.host.services.vault.note(attachmentId)).toBeNull();
    rmSync(join(office.dataDir, 'attachments'));
    expect(await upload(officer, draftId, png(), 'a.png', attachmentId)).toMatchObject({ kind: 'done' });
  });

  test('when the vault is full it is told as such, nothing is half there, and it works again when there is room', async () => {
    const { db } = office.host.services.vault;
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    let stored = 0;
    let reply = await upload(officer, v7(), png());
    for (; stored < 500 && reply.kind === 'done'; stored += 1) reply = await upload(officer, v7(), png());
    expect(reply).toEqual({ kind: 'failed', failure: { type: 'storageFull' } });
    expect(filesOf()).toHaveLength(stored);
    db.pragma('max_page_count = 4294967294');
    const { attachmentId, bytes } = await uploaded(officer, draftId, png());
    expect((await readAll(officer, attachmentId)).length).toBe(bytes);
  });

  test('when the vault cannot take the key, the file is taken away again', async () => {
    const { vault } = office.host.services;
    vault.db.exec("CREATE TRIGGER full BEFORE INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'full'); END");
    const attachmentId = v7();
    expect((await upload(officer, draftId, png(), 'a.png', attachmentId)).kind).not.toBe('done');
    expect(filesOf()).toEqual([]);
    expect(vault.note(attachmentId)).toBeNull();
    vault.db.exec('DROP TRIGGER full');
    expect(await upload(officer, draftId, png(), 'a.png', attachmentId)).toMatchObject({ kind: 'done' });
  });
});

describe('whose an attachment is', () => {
  test('of a draft: its officer’s alone, also against a supervisor', async () => {
    const { attachmentId } = await uploaded(officer, draftId, png());
    expect(await supervisor.client.query('attachment.read', { attachmentId, offset: 0 })).toEqual(refused('attachmentUnknown'));
    expect(await supervisor.client.command('attachment.remove', { attachmentId, draftId })).toEqual(refused('draftNotYours'));
    const begin = { attachmentId: v7(), draftId, name: 'a', bytes: 5 };
    expect(await supervisor.client.command('attachment.begin', begin)).toEqual(refused('draftNotYours'));
    expect(await supervisor.ask('draft.open', { draftId })).toEqual({ draft: null });
    expect(await supervisor.ask('draft.mine', {})).toEqual([]);
  });

  test('of a complaint: whoever may know who she is', async () => {
    const reference = await uploaded(officer, draftId, png());
    await registerWith([reference], { ...form.identity, confidential: true });
    expect((await readAll(supervisor, reference.attachmentId)).length).toBe(reference.bytes);
    const admin = await staffWindow(office, 'admin');
    expect((await readAll(admin, reference.attachmentId)).length).toBe(reference.bytes);
    expect(await officer.client.command('attachment.remove', { attachmentId: reference.attachmentId, draftId })).toEqual(
      refused('draftNotYours'),
    );
  });

  test('an id in use is not taken over by another draft, nor claimed by another complaint', async () => {
    const theirs = await uploaded(officer, draftId, png());
    await registerWith([theirs]);
    const mine = await saveDraft(supervisor, filledForm());
    const begin = { attachmentId: theirs.attachmentId, draftId: mine, name: 'a', bytes: png().length };
    expect(await supervisor.client.command('attachment.begin', begin)).toEqual(refused('draftNotYours'));
    const claiming = { ...form, description: { ...form.description, attachments: [theirs] } };
    expect(await supervisor.client.command('complaint.register', registerInput(claiming, mine))).toEqual(refused('attachmentUnknown'));
    expect((await readAll(officer, theirs.attachmentId)).length).toBe(theirs.bytes);
  });
});

describe('what stays and what goes', () => {
  test('attachments of drafts and complaints outlive restarts; those left out of the form and strays do not', async () => {
    const [kept, left] = [await uploaded(officer, draftId, png()), await uploaded(officer, draftId, jpeg())];
    await registerWith([kept]);
    const other = await saveDraft(officer, filledForm());
    const typed = await uploaded(officer, other, pdf());
    writeFileSync(join(office.dataDir, 'attachments', 'f'.repeat(64)), 'left by a crash');
    await restart();
    await restart();
    expect((await readAll(officer, kept.attachmentId)).length).toBe(kept.bytes);
    expect((await readAll(officer, typed.attachmentId)).length).toBe(typed.bytes);
    expect(await officer.client.query('attachment.read', { attachmentId: left.attachmentId, offset: 0 })).toEqual(
      refused('attachmentUnknown'),
    );
    expect(filesOf()).toHaveLength(2);
    await officer.done('draft.discard', { draftId: other });
    expect(filesOf()).toHaveLength(1);
  });

  test('one that arrives when its form was left already is in the form when that is opened again', async () => {
    const late = await uploaded(officer, draftId, png());
    const opened = async () => (await officer.ask('draft.open', { draftId })).draft?.form.description.attachments;
    expect(await opened()).toEqual([late]);
    const naming = { ...form, description: { ...form.description, attachments: [late] } };
    await saveDraft(officer, naming, draftId, 1);
    expect(await opened()).toEqual([late]);
    await officer.done('attachment.remove', { attachmentId: late.attachmentId, draftId });
    expect(await opened()).toEqual([]);
  });

  test('an attachment of a draft that never was is gone after the next start', async () => {
    await uploaded(officer, v7(), png());
    await restart();
    expect(filesOf()).toEqual([]);
  });

  test('a file changed on disk is told as damaged, never shown', async () => {
    const { attachmentId } = await uploaded(officer, draftId, png());
    const [file = ''] = filesOf();
    const path = join(office.dataDir, 'attachments', file);
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await officer.client.query('attachment.read', { attachmentId, offset: 0 })).toEqual(refused('attachmentDamaged'));
  });
});

describe('backups', () => {
  const backUp = async () => {
    await (await staffWindow(office, 'admin')).done('system.backUpNow', {});
    const [newest] = listBackups(office.dataDir);
    if (newest === undefined) throw new Error('no backup');
    return newest;
  };

  test('hold every attachment once, and bring it back', async () => {
    const reference = await uploaded(officer, draftId, png());
    await registerWith([reference]);
    const backup = await backUp();
    await backUp();
    expect(readdirSync(storeIn(office.dataDir))).toEqual(filesOf());
    expect(missingAttachments(office.dataDir, backup)).toEqual([]);
    office.host.close();
    rmSync(join(office.dataDir, 'attachments'), { recursive: true });
    restoreBackup(office.dataDir, backup, Date.parse('2026-11-23T05:00:00Z'));
    office = await startTestHost({ dataDir: office.dataDir });
    const officerAgain = await staffWindow(office, 'petugas');
    expect((await readAll(officerAgain, reference.attachmentId)).length).toBe(reference.bytes);
  });

  test('say which attachment they have not whole', async () => {
    await uploaded(officer, draftId, png());
    const [file = ''] = filesOf();
    writeFileSync(join(office.dataDir, 'attachments', file), 'changed');
    const backup = await backUp();
    expect(backup.manifest.attachmentsMissing).toBe(1);
    expect(missingAttachments(office.dataDir, backup)).toEqual([file]);
  });
});

describe('the scanner’s folder', () => {
  const scans = () => join(office.dataDir, 'scans');
  const take = (fileName: string, attachmentId: string = v7()) =>
    officer.client.command('attachment.takeScanned', { attachmentId, draftId, fileName });

  test('shows pictures and papers, takes a copy, and answers a repetition alike', async () => {
    writeFileSync(join(scans(), 'scan1.pdf'), pdf());
    writeFileSync(join(scans(), 'notes.txt'), 'not for us');
    expect((await officer.ask('attachment.scanned', {})).map(({ fileName }) => fileName)).toEqual(['scan1.pdf']);
    const attachmentId = v7();
    const first = await take('scan1.pdf', attachmentId);
    expect(first).toMatchObject({ kind: 'done', output: { mediaType: 'application/pdf' } });
    expect(await take('scan1.pdf', attachmentId)).toEqual(first);
    expect(filesOf()).toHaveLength(1);
    expect(readdirSync(scans())).toContain('scan1.pdf');
  });

  test('nothing outside of it, no link, no directory, nothing hidden', async () => {
    writeFileSync(join(office.dataDir, 'outside.pdf'), pdf());
    symlinkSync(join(office.dataDir, 'outside.pdf'), join(scans(), 'link.pdf'));
    mkdirSync(join(scans(), 'folder.pdf'));
    writeFileSync(join(scans(), '.hidden.pdf'), pdf());
    expect(await officer.ask('attachment.scanned', {})).toEqual([]);
    for (const name of ['link.pdf', 'folder.pdf', '.hidden.pdf', '../outside.pdf', '..', join(office.dataDir, 'outside.pdf'), 'a\\b.pdf'])
      expect(await take(name)).toEqual(refused('attachmentUnknown'));
  });

  test('one that is still being written is not taken; complete, it is taken under the same id', async () => {
    const whole = jpeg();
    writeFileSync(join(scans(), 'scan2.jpg'), whole.subarray(0, whole.length / 2));
    const attachmentId = v7();
    expect(await take('scan2.jpg', attachmentId)).toEqual(refused('attachmentDamaged'));
    expect(filesOf()).toEqual([]);
    writeFileSync(join(scans(), 'scan2.jpg'), whole);
    expect(await take('scan2.jpg', attachmentId)).toMatchObject({ kind: 'done', output: { mediaType: 'image/jpeg' } });
  });

  test('any name that a scanner makes; one that is gone when it is chosen is told; what was taken stays when the scan is removed', async () => {
    const names = ['Pindai 1 (Ibu Siti) — KTP & KK.pdf', 'スキャン.pdf', 'tanpa-akhiran'];
    for (const name of names) writeFileSync(join(scans(), name), pdf());
    expect((await officer.ask('attachment.scanned', {})).map(({ fileName }) => fileName).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(await take(name)).toMatchObject({ kind: 'done', output: { name } });
    const [first = ''] = names;
    rmSync(join(scans(), first));
    expect(await take(first)).toEqual(refused('attachmentUnknown'));
    const again = await officer.ask('attachment.scanned', {});
    expect(again).toHaveLength(names.length - 1);
    await restart();
    expect(filesOf()).toHaveLength(names.length);
  });

  test.skipIf(process.platform === 'win32').each([
    [`${'n'.repeat(240)}.pdf`, 'n'.repeat(200)],
    ['dua\nbaris\u0007.pdf', 'dua baris .pdf'],
  ])('a name that no attachment may have, %j, is made fit', async (fileName, name) => {
    writeFileSync(join(scans(), fileName), pdf());
    const attachmentId = v7();
    expect(await take(fileName, attachmentId)).toMatchObject({ kind: 'done', output: { name } });
    expect(await take(fileName, attachmentId)).toMatchObject({ kind: 'done', output: { attachmentId } });
    expect(filesOf()).toHaveLength(1);
  });

  test('of very many the newest are shown', async () => {
    for (let n = 0; n < 230; n += 1) {
      const file = join(scans(), `scan-${String(n).padStart(3, '0')}.png`);
      writeFileSync(file, png());
      utimesSync(file, 1_700_000_000 + n, 1_700_000_000 + n);
    }
    const listed = await officer.ask('attachment.scanned', {});
    expect([listed.length, listed[0]?.fileName, listed.at(-1)?.fileName]).toEqual([200, 'scan-229.png', 'scan-030.png']);
  });

  test.skipIf(process.platform === 'win32')('a pipe in it does not hold the program up', async () => {
    execFileSync('mkfifo', [join(scans(), 'pipe.pdf')]);
    expect(await officer.ask('attachment.scanned', {})).toEqual([]);
    expect(await take('pipe.pdf')).toEqual(refused('attachmentUnknown'));
  });

  test('a draft that has as many attachments as it may takes no scan', async () => {
    writeFileSync(join(scans(), 'scan3.pdf'), pdf());
    for (let n = 0; n < maxAttachments; n += 1) await uploaded(officer, draftId, png());
    expect(await take('scan3.pdf')).toMatchObject({ refusal: { type: 'tooManyAttachments', most: maxAttachments } });
  });

  test('too large is refused, a missing folder is told', async () => {
    writeFileSync(join(scans(), 'big.pdf'), Buffer.concat([pdf(), Buffer.alloc(maxAttachmentBytes)]));
    expect(await take('big.pdf')).toMatchObject({ refusal: { type: 'attachmentTooLarge' } });
    rmSync(scans(), { recursive: true });
    expect(await officer.client.query('attachment.scanned', {})).toEqual(refused('scannerFolderMissing'));
  });
});
