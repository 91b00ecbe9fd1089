import { describe, expect, it } from 'vitest';
import { createPins } from '../../../electron/host/complaints/pins.ts';
import { paperModel } from '../../../electron/host/printing/models.ts';
import { documentTables } from '../../../electron/host/state/documents.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import type { PaperKind } from '../../../shared/rpc/methods/printing.ts';
import { visitorAtCounter } from '../../fixtures/atCounter.ts';
import { filledForm, register } from '../../fixtures/complaints.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

/** What a paper says in the same office once it is enrolled. */
function enrolledModel({ host: { services } }: TestHost, kind: PaperKind, subjectId: string) {
  const enrolment = { publicUrl: 'https://layanan.sukamaju.go.id', officeCode: 'DKC-SKM' };
  const states = Object.assign({}, services.engine.states, { central: { enrolment } });
  return paperModel({ ...services, engine: { ...services.engine, states } }, { kind, subjectId, copy: 0 });
}

describe('a registered submission', () => {
  it('is found as in work, then as lying ready, then as handed out with when and by whom', async () => {
    const { window, ports, submission } = await visitorAtCounter();
    const [first, second] = [submission(), submission()];
    for (const input of [first, second]) await window.done('documents.register', input);
    const { documentId } = first;
    const stages = async () => {
      const of = async (stage: 'inWork' | 'ready' | 'collected') =>
        (await window.ask('documents.recent', { search: '', limit: 10, stage })).map(({ number }) => number.slice(-1));
      return [await of('inWork'), await of('ready'), await of('collected')];
    };
    expect(await stages()).toEqual([['2', '1'], [], []]);

    await window.done('documents.markReady', { documentId });
    const readyAt = ports.clock.now();
    expect(await stages()).toEqual([['2'], ['1'], []]);

    ports.advance(60_000);
    await window.done('documents.markReady', { documentId });
    await window.done('documents.handOver', { documentId });
    await window.done('documents.handOver', { documentId: second.documentId });
    expect(await stages()).toEqual([[], [], ['2', '1']]);
    const at = readyAt + 60_000;
    const seen = await window.ask('documents.recent', { search: '', limit: 10 });
    expect(seen.map(({ readyAt: since, collected }) => ({ since, collected }))).toEqual([
      { since: at, collected: { at, staffName: 'Sari Wulandari' } },
      { since: readyAt, collected: { at, staffName: 'Sari Wulandari' } },
    ]);
    expect((await window.ask('documents.recent', { search: '2', limit: 10, stage: 'inWork' })).length).toBe(0);
  });

  it('is handed out once, and says so to whoever asks again', async () => {
    const { window, id, submission } = await visitorAtCounter();
    const input = submission();
    await window.done('documents.register', input);
    const commandId = id();
    await window.done('documents.handOver', { documentId: input.documentId }, commandId);
    // The answer was lost on the way: the same command again is the same hand-over.
    expect(await window.done('documents.handOver', { documentId: input.documentId }, commandId)).toEqual({});
    for (const method of ['documents.handOver', 'documents.markReady'] as const)
      expect(await window.client.command(method, { documentId: input.documentId })).toEqual({
        kind: 'refused',
        refusal: { type: 'documentCollected', number: 'B-2026-000001' },
      });
    expect(await window.client.command('documents.markReady', { documentId: id() })).toEqual({
      kind: 'refused',
      refusal: { type: 'documentUnknown' },
    });
  });

  it('stays where it was after a restart that makes the tables anew', async () => {
    const { window, test, submission } = await visitorAtCounter();
    const input = submission();
    await window.done('documents.register', input);
    await window.done('documents.handOver', { documentId: input.documentId });
    const before = await window.ask('documents.recent', { search: '', limit: 1 });
    test.host.services.db.prepare("UPDATE projection SET version = 0 WHERE name = 'documents'").run();
    const again = await test.restart();
    const officer = await staffWindow(again, 'petugas');
    expect(await officer.ask('documents.recent', { search: '', limit: 1 })).toEqual(before);
    await again.end();
  });
});

describe('two stations that are cut off from each other', () => {
  it('may both say that it is ready or handed out: the first counts in every copy, whichever came first there', async () => {
    const { window, test, id, submission } = await visitorAtCounter();
    const [one, other] = [submission(), submission()];
    for (const input of [one, other]) await window.done('documents.register', input);
    const { db, events } = test.host.services;
    const apply = documentTables.prepare(db);
    const [known] = [...events.ofStream('documents/2026')];
    if (known === undefined) throw new Error('nothing was registered');
    const marks = (documentId: string) =>
      (['documentReady.v1', 'documentCollected.v1'] as const).flatMap((type) =>
        [20, 10, 10].map((at, n) => ({
          ...known,
          type,
          data: { documentId },
          at,
          actor: { kind: 'staff' as const, staffId: staff[n] ?? '' },
        })),
      );
    const staff = [id(), id(), id()];
    for (const event of marks(one.documentId)) apply(event);
    for (const event of marks(other.documentId).toReversed()) apply(event);
    const rows = db.prepare('SELECT ready_at, collected_at, collected_by FROM document').all();
    const [first] = staff.slice(1).toSorted((a, b) => (a < b ? -1 : 1));
    const expected = { ready_at: 10, collected_at: 10, collected_by: `staff:${first ?? ''}` };
    expect(rows).toEqual([expected, expected]);
  });
});

describe('receipts of an enrolled office', () => {
  it('lead to the page of the document, with the PIN that every station prints; the scanned code finds it', async () => {
    const { window, test, submission } = await visitorAtCounter();
    const input = submission();
    const { number } = await window.done('documents.register', input);
    const plain = paperModel(test.host.services, { kind: 'documentReceipt', subjectId: input.documentId, copy: 0 });
    expect(plain).toMatchObject({ followPage: null, pin: '', qr: `LOKET:${number}` });
    const model = enrolledModel(test, 'documentReceipt', input.documentId);
    expect(model).toMatchObject({
      followPage: 'https://layanan.sukamaju.go.id/k/DKC-SKM/status',
      pin: createPins(test.host.services.keyStore).ofDocument(input.documentId),
      qr: `https://layanan.sukamaju.go.id/k/DKC-SKM/status?n=${number}`,
    });
    expect(await window.ask('documents.recent', { search: model?.qr ?? '', limit: 5 })).toMatchObject([{ number }]);
    // The code alone opens nothing.
    expect(model?.qr).not.toContain(createPins(test.host.services.keyStore).ofDocument(input.documentId));
  });

  it('lead to the page of the complaint; the scanned code finds it in the list', async () => {
    const { window, test } = await visitorAtCounter();
    const { complaintId, number } = await register(window, filledForm());
    const { pin } = await window.ask('complaint.pin', { complaintId });
    const model = enrolledModel(test, 'complaintReceipt', complaintId);
    const qr = `https://layanan.sukamaju.go.id/k/DKC-SKM/status?n=${number}`;
    expect(model).toMatchObject({ followPage: 'https://layanan.sukamaju.go.id/k/DKC-SKM/status', pin, qr });
    expect(paperModel(test.host.services, { kind: 'complaintReceipt', subjectId: complaintId, copy: 0 })).toMatchObject({
      followPage: null,
      pin,
      qr: `LOKET:${number}`,
    });
    for (const text of [qr, `LOKET:${number}`]) {
      const { rows } = await window.ask('complaint.list', { filters: { ...noFilters, text }, sort: 'newest', offset: 0, limit: 10 });
      expect(rows.map((row) => row.number)).toEqual([number]);
    }
  });
});
