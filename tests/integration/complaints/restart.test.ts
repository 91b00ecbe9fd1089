/** What a start removes and what it never may: words, drafts, attachments, views, reports; also after a crash half-way. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import { filledForm, register, registerInput, words } from '../../fixtures/complaints.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { jpeg, pdf, png } from '../../fixtures/pictures.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { readAll, saveDraft, uploaded } from '../../fixtures/uploads.ts';

let office: TestHost;
let officer: TestWindow;
beforeEach(async () => {
  office = await startDemoHost();
  officer = await staffWindow(office, 'petugas');
});
afterEach(() => office.end());

/** Everything the vault still holds the content of, and the files beside it. */
function held() {
  const { db } = office.host.services.vault;
  const ids = (sql: string) => db.prepare<[], string>(sql).pluck().all();
  return {
    notes: ids('SELECT id FROM note ORDER BY id').filter((id) => office.host.services.vault.holds('note', id)),
    people: ids('SELECT id FROM person ORDER BY id').filter((id) => office.host.services.vault.holds('person', id)),
    drafts: ids('SELECT id FROM draft WHERE content IS NOT NULL ORDER BY id'),
    attachments: ids('SELECT id FROM attachment ORDER BY id'),
    files: readdirSync(join(office.dataDir, 'attachments')).toSorted(),
  };
}

test('two restarts remove nothing that somebody may need', async () => {
  const supervisor = await staffWindow(office, 'pengawas');
  const draftId = await saveDraft(officer, filledForm());
  const picture = await uploaded(officer, draftId, png());
  const form = filledForm((each) => ({ ...each, description: { ...each.description, attachments: [picture] } }));
  await officer.done('complaint.register', registerInput(form, draftId));
  const other = (await register(officer)).complaintId;
  await officer.done('complaint.note', { complaintId: draftId, ...words('datang lagi') });
  await officer.done('complaint.verify', { complaintId: draftId, tag: 'procedural', ...words('lengkap') });
  await officer.done('complaint.askComplainant', { complaintId: draftId, ...words('jam berapa?') });
  await officer.done('complaint.refer', { complaintId: other, ...words('kantor pajak') });
  const proposal = { proposalId: v7(), groupKey: 'blanko', complaintIds: [draftId, other], text: 'Umumkan stok blanko.' };
  await supervisor.done('complaint.proposeStructural', proposal);
  await supervisor.done('complaint.saveView', { viewId: v7(), name: 'Baru', filters: noFilters, sort: 'due' });
  const typed = await saveDraft(officer, filledForm());
  const attached = await uploaded(officer, typed, pdf());
  const incidentId = v7();
  await officer.done('incident.open', { incidentId, counterId: null, ticketId: null, source: 'card', level: 'angry' });
  await officer.done('incident.saveReport', { incidentId, report: { ...emptyReport, buildUp: 'antre lama' } });
  const before = held();
  // Words of both complaints, four steps, the proposal, the view, the incident, and the names of two attachments.
  expect(before.notes).toHaveLength(2 + 4 + 1 + 1 + 1 + 2);
  office = await office.restart();
  office = await office.restart();
  expect(held()).toEqual(before);
  officer = await staffWindow(office, 'petugas');
  expect((await officer.ask('draft.mine', {})).map((draft) => draft.draftId)).toEqual([typed]);
  expect((await readAll(officer, attached.attachmentId)).length).toBe(attached.bytes);
  expect((await readAll(officer, picture.attachmentId)).length).toBe(picture.bytes);
});

test('a crash right after a complaint was registered: its draft and what was left out of it are gone with the next start, nothing else', async () => {
  const draftId = await saveDraft(officer, filledForm());
  const [kept, left] = [await uploaded(officer, draftId, png()), await uploaded(officer, draftId, jpeg())];
  const form = filledForm((each) => ({ ...each, description: { ...each.description, attachments: [kept] } }));
  const { vault } = office.host.services;
  // What follows the event fails, as when the power goes.
  vault.db.exec("CREATE TRIGGER crash BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'crash'); END");
  const commandId = v7();
  const input = registerInput(form, draftId);
  expect((await officer.client.command('complaint.register', input, commandId)).kind).toBe('failed');
  vault.db.exec('DROP TRIGGER crash');
  expect((await officer.ask('draft.mine', {})).map((draft) => draft.draftId)).toEqual([draftId]);

  office = await office.restart();
  officer = await staffWindow(office, 'petugas');
  expect(await officer.done('complaint.register', input, commandId)).toEqual({ number: 'P-2026-000001' });
  expect(await officer.ask('draft.mine', {})).toEqual([]);
  expect((await readAll(officer, kept.attachmentId)).length).toBe(kept.bytes);
  expect(await officer.client.query('attachment.read', { attachmentId: left.attachmentId, offset: 0 })).toEqual({
    kind: 'refused',
    refusal: { type: 'attachmentUnknown' },
  });
  expect(held()).toMatchObject({ drafts: [], attachments: [kept.attachmentId] });
  expect(held().files).toHaveLength(1);
});

test('words of a step that a crash left without its event are gone with the next start', async () => {
  const { complaintId } = await register(officer);
  const { vault } = office.host.services;
  const lost = v7();
  vault.putNote(lost, 'catatan tanpa peristiwa');
  const kept = words('catatan dengan peristiwa');
  await officer.done('complaint.note', { complaintId, ...kept });
  office = await office.restart();
  expect([office.host.services.vault.note(lost), office.host.services.vault.note(kept.textId)]).toEqual([null, kept.text]);
});
