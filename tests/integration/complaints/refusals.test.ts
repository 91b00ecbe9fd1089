/** What only a running host can refuse: it looks into the vault, at the files, and at who asks. The rest is in tests/unit/complaints. */
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { filledForm, register, registerInput, words } from '../../fixtures/complaints.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { saveDraft } from '../../fixtures/uploads.ts';

let office: TestHost;
let officer: TestWindow;
beforeEach(async () => {
  office = await startDemoHost();
  officer = await staffWindow(office, 'petugas');
});
afterEach(() => office.end());

const refused = (type: string) => ({ kind: 'refused', refusal: { type } });

test('given somebody who was erased, then nothing is registered under her old id, and nothing of her comes back', async () => {
  const { form } = await register(officer);
  const { personId } = form.identity;
  await (await staffWindow(office, 'admin')).done('people.erase', { personId, reason: 'subjectRequest' });
  const again = registerInput(form);
  expect(await officer.client.command('complaint.register', again)).toEqual(refused('personErased'));
  const { vault } = office.host.services;
  expect([vault.person(personId), vault.note(again.complaintId)]).toEqual([null, null]);
});

test('given a draft that is sent again after its answer was lost, then it is answered alike; another window’s is told', async () => {
  const draft = { draftId: v7(), form: filledForm(), step: 'listen', field: '', counterId: null, ticketId: null, revision: 0 } as const;
  const first = await officer.done('draft.save', draft);
  office = await office.restart();
  officer = await staffWindow(office, 'petugas');
  expect(await officer.done('draft.save', draft)).toEqual(first);
  const other = { ...draft, form: filledForm() };
  expect(await officer.client.command('draft.save', other)).toMatchObject({ refusal: { type: 'draftChangedElsewhere', revision: 1 } });
});

test('given an attachment that nobody uploaded to this form, then it is not registered and its draft stays', async () => {
  const draftId = await saveDraft(officer, filledForm());
  const stranger = { attachmentId: v7(), name: 'foto.png', mediaType: 'image/png' as const, bytes: 10 };
  const form = filledForm((each) => ({ ...each, description: { ...each.description, attachments: [stranger] } }));
  expect(await officer.client.command('complaint.register', registerInput(form, draftId))).toEqual(refused('attachmentUnknown'));
  expect((await officer.ask('draft.mine', {})).map((draft) => draft.draftId)).toEqual([draftId]);
});

test('given an id that already names a text, of this complaint or another, then it is not written over', async () => {
  const [first, second] = [await register(officer), await register(officer)];
  const note = words('datang bersama suami');
  await officer.done('complaint.note', { complaintId: first.complaintId, ...note });
  for (const complaintId of [first.complaintId, second.complaintId]) {
    const over = { complaintId, textId: note.textId, text: 'sesuatu yang lain' };
    expect(await officer.client.command('complaint.note', over)).toEqual(refused('textNotStored'));
  }
  expect(office.host.services.vault.note(note.textId)).toBe(note.text);
});

test('given a step that is refused, then its words are not kept', async () => {
  const { complaintId } = await register(officer);
  const text = words('ditangani bagian lain');
  expect(await officer.client.command('complaint.recordMeasure', { complaintId, ...text })).toMatchObject(refused('complaintInOtherStage'));
  expect(office.host.services.vault.note(text.textId)).toBeNull();
  const unknown = { complaintId: v7(), ...text };
  expect(await officer.client.command('complaint.note', unknown)).toEqual(refused('complaintUnknown'));
  expect(office.host.services.vault.note(text.textId)).toBeNull();
});

test('given two complaints, then a proposal keeps its text, and one that names a stranger does not', async () => {
  const ids = [(await register(officer)).complaintId, (await register(officer)).complaintId];
  const supervisor = await staffWindow(office, 'pengawas');
  const propose = (complaintIds: string[], proposalId: string) =>
    supervisor.client.command('complaint.proposeStructural', {
      proposalId,
      groupKey: 'blanko',
      complaintIds,
      text: 'Umumkan stok blanko di pintu.',
    });
  const [kept, left] = [v7(), v7()];
  expect(await propose(ids, kept)).toEqual({ kind: 'done', output: {} });
  expect(await propose([...ids, v7()], left)).toEqual(refused('complaintUnknown'));
  const { vault } = office.host.services;
  expect([vault.note(kept), vault.note(left)]).toEqual(['Umumkan stok blanko di pintu.', null]);
});

test('the PIN is told to who received the complaint and to supervisors, to nobody else', async () => {
  const { complaintId, number } = await register(await staffWindow(office, 'pengawas'));
  expect(await officer.client.query('complaint.pin', { complaintId })).toMatchObject({ refusal: { type: 'complaintNotYours', number } });
  expect(await officer.client.query('complaint.pin', { complaintId: v7() })).toEqual(refused('complaintUnknown'));
  const mine = await register(officer);
  const { pin } = await officer.ask('complaint.pin', { complaintId: mine.complaintId });
  expect(await (await staffWindow(office, 'pengawas')).ask('complaint.pin', { complaintId: mine.complaintId })).toEqual({ pin });
});
