/** Erasing a complainant: her complaints, what followed, drafts, attachments and incidents, here and in every copy. */
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeIn } from '../../../electron/host/backup/attachmentStore.ts';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { restoreBackup } from '../../../electron/host/backup/restore.ts';
import { verifyChain } from '../../../electron/host/engine/verifyChain.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import type { ComplaintForm } from '../../../shared/domain/complaints/form.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import { filledForm, marked, registerInput, words } from '../../fixtures/complaints.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { png } from '../../fixtures/pictures.ts';
import { startTestHost, type TestHost, type TestWindow } from '../../fixtures/testHost.ts';
import { saveDraft, uploaded } from '../../fixtures/uploads.ts';
import { openDesk, serveVisitor } from '../../fixtures/visits.ts';

let office: TestHost;
let officer: TestWindow;
let away: string;
/** Everything that was told by or about her, by the id under which it lies. */
let hers: { personId: string; complaintId: string; notes: string[]; attachments: string[]; draftIds: string[]; incidentId: string };
let others: { complaintId: string; attachmentId: string; draftId: string };

beforeEach(async () => {
  away = mkdtempSync(join(tmpdir(), 'loket-away-'));
  office = await startDemoHost();
  const desk = await openDesk(office);
  officer = desk.window;
  const visit = await serveVisitor(office, desk, {
    applicant: { name: marked.name, nik: marked.nik, phone: marked.phone },
    note: 'datang marah',
  });
  const form = filledForm((each) => ({ ...each, identity: { ...each.identity, personId: visit.personId } }));
  const complaintId = await saveDraft(officer, form);
  const attachment = await uploaded(officer, complaintId, png());
  const whole = { ...form, description: { ...form.description, attachments: [attachment] } };
  await officer.done('complaint.register', { ...registerInput(whole, complaintId), ticketId: visit.ticketId });
  const note = words('ternyata quokkasaurus di arsip');
  await officer.done('complaint.note', { complaintId, ...note });
  const answer = words('akan diselesaikan quokkasaurus');
  await officer.done('complaint.verify', { complaintId, tag: 'procedural', ...answer });
  const incidentId = v7();
  await officer.done('incident.open', { incidentId, counterId: null, ticketId: visit.ticketId, source: 'manual', level: 'tense' });
  await officer.done('incident.saveReport', { incidentId, report: { ...emptyReport, person: marked.name } });
  // One draft that knows her by id, one in which only her NIK was typed again.
  const again = filledForm((each) => ({ ...each, identity: { ...each.identity, personId: visit.personId, nik: '' } }));
  const byId = await saveDraft(officer, again);
  const drafted = await uploaded(officer, byId, png());
  const byNik = await saveDraft(officer, filledForm());
  hers = {
    personId: visit.personId,
    complaintId,
    notes: [complaintId, note.textId, answer.textId],
    attachments: [attachment.attachmentId, drafted.attachmentId],
    draftIds: [byId, byNik],
    incidentId,
  };
  others = await somebodyElse();
});
afterEach(async () => {
  await office.end();
  rmSync(away, { recursive: true });
});

async function somebodyElse() {
  const form: ComplaintForm = filledForm((each) => ({
    ...each,
    identity: { ...each.identity, name: 'Joko', nik: '3273011708640002', phone: '' },
    listen: { ...each.listen, chronology: 'loket tutup lumbalumba' },
  }));
  const complaintId = await saveDraft(officer, form);
  const attachment = await uploaded(officer, complaintId, png());
  await officer.done(
    'complaint.register',
    registerInput({ ...form, description: { ...form.description, attachments: [attachment] } }, complaintId),
  );
  const draft = { ...form, identity: { ...form.identity, personId: v7(), nik: '' } };
  return { complaintId, attachmentId: attachment.attachmentId, draftId: await saveDraft(officer, draft) };
}

async function erase() {
  const admin = await staffWindow(office, 'admin');
  await admin.done('people.erase', { personId: hers.personId, reason: 'subjectRequest' });
}
async function backUp() {
  await (await staffWindow(office, 'admin')).done('system.backUpNow', {});
  const [newest] = listBackups(office.dataDir);
  if (newest === undefined) throw new Error('no backup');
  return newest;
}
async function meanwhile(act: () => void) {
  office.host.close();
  act();
  office = await startTestHost({ dataDir: office.dataDir });
  officer = await staffWindow(office, 'petugas');
}

/** What can still be read of her, and of the other. */
async function left() {
  const { vault, drafts, attachments } = office.host.services;
  const readable = (ids: readonly string[]) => ids.filter((id) => vault.note(id) !== null || attachments.read(id) !== null);
  const found = async (text: string) =>
    (await officer.ask('complaint.list', { filters: { ...noFilters, text }, sort: 'due', offset: 0, limit: 9 })).matches;
  return {
    hers: readable([...hers.notes, ...hers.attachments, hers.incidentId]),
    person: vault.person(hers.personId),
    drafts: hers.draftIds.filter((id) => drafts.ownerOf(id) !== null),
    found: [await found('quokkasaurus'), await found('zebrawarna')],
    others: readable([others.complaintId, others.attachmentId]).length + Number(drafts.ownerOf(others.draftId) !== null),
    otherFound: await found('lumbalumba'),
    files: readdirSync(join(office.dataDir, 'attachments')).length,
  };
}
/** "zebrawarna" stands in the title of the other one too. */
const onlyOthers = { hers: [], person: null, drafts: [], found: [0, 1], others: 3, otherFound: 1, files: 1 };

describe('erasing a complainant', () => {
  test('leaves nothing of what she told; the complaint stays as a case, the chain valid', async () => {
    expect(await left()).toMatchObject({ found: [1, 2], others: 3, otherFound: 1, files: 3, person: { name: marked.name } });
    await erase();
    expect(await left()).toEqual(onlyOthers);
    const { complaintId } = hers;
    expect(await officer.ask('complaint.view', { complaintId })).toMatchObject({
      number: 'P-2026-000001',
      complainant: null,
      content: null,
    });
    expect(verifyChain(office.host.services.db).fault).toBeNull();
    await meanwhile(() => {});
    expect(await left()).toEqual(onlyOthers);
  });

  test('before it, a restart removes nothing of it: events and drafts name everything', async () => {
    await meanwhile(() => {});
    await meanwhile(() => {});
    const before = await left();
    expect(before.hers).toHaveLength(hers.notes.length + hers.attachments.length + 1);
    expect(before).toMatchObject({ drafts: hers.draftIds, found: [1, 2], others: 3, files: 3 });
  });

  test('her export holds her complaints with the names of their attachments', async () => {
    const admin = await staffWindow(office, 'admin');
    expect(await admin.ask('people.find', { by: 'nik', value: marked.nik })).toMatchObject([{ complaints: 1, documents: 1 }]);
    const { exportId } = await admin.done('people.export', { personId: hers.personId, reason: 'subjectRequest' });
    const exported = await admin.ask('people.exported', { exportId });
    expect(exported.complaints).toMatchObject([{ number: 'P-2026-000001', attachments: ['foto.jpg'] }]);
    expect(exported.complaints[0]?.text).toContain(marked.chronology);
    expect(exported.person).toMatchObject({ address: marked.address, email: marked.email });
    const told = JSON.stringify(exported.notes);
    expect(told).toContain('quokkasaurus');
    expect(told).not.toContain('"key"');
  });

  test('reaches backups: neither her words nor the copies of her files are left in them', async () => {
    await backUp();
    expect(readdirSync(storeIn(office.dataDir))).toHaveLength(3);
    await erase();
    expect(readdirSync(storeIn(office.dataDir))).toHaveLength(1);
  });

  test('holds against an older vault put back, with and without the ledger', async () => {
    const older = join(away, 'vault.db');
    const files = join(away, 'attachments');
    await meanwhile(() => {
      copyFileSync(join(office.dataDir, 'vault.db'), older);
      cpSync(join(office.dataDir, 'attachments'), files, { recursive: true });
    });
    await erase();
    for (const ledger of ['with', 'without']) {
      await meanwhile(() => {
        copyFileSync(older, join(office.dataDir, 'vault.db'));
        cpSync(files, join(office.dataDir, 'attachments'), { recursive: true });
        if (ledger === 'without') rmSync(join(office.dataDir, 'erasures.log'));
      });
      expect(await left()).toEqual(onlyOthers);
    }
  });

  test('holds against an older backup, kept elsewhere, restored whole', async () => {
    const backup = await backUp();
    cpSync(join(office.dataDir, 'backups'), join(away, 'backups'), { recursive: true });
    await officer.done('draft.discard', { draftId: hers.draftIds[0] ?? '' });
    await erase();
    await meanwhile(() => {
      rmSync(join(office.dataDir, 'backups'), { recursive: true });
      cpSync(join(away, 'backups'), join(office.dataDir, 'backups'), { recursive: true });
      restoreBackup(office.dataDir, backup, Date.parse('2026-11-27T05:00:00Z'));
    });
    expect(await left()).toEqual(onlyOthers);
    expect(readdirSync(storeIn(office.dataDir))).toHaveLength(1);
  });
});
