import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicant, visitorAtCounter } from '../../fixtures/atCounter.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';

describe('registering papers at a counter', () => {
  it('answers with number and day, and shows the submission masked from then on', async () => {
    const { window, service, counter, ticket, submission } = await visitorAtCounter();
    const input = submission();
    const answer = await window.done('documents.register', input);
    // 14 working days from 12 March: 13, 16, 17, then past Nyepi, Idulfitri and Good Friday.
    expect(answer).toEqual({ number: 'B-2026-000001', readyOn: '2026-04-09' });
    const view = {
      documentId: input.documentId,
      number: 'B-2026-000001',
      serviceId: service.id,
      serviceTitle: service.title,
      ticketNumber: ticket.number,
      applicant: { name: 'Siti Rahmawati', nik: '3273••••••••0001', phone: '0812••••••90' },
      received: service.requirements.map(({ title }) => title),
      receivedAt: Date.parse('2026-03-12T02:31:00Z'),
      readyOn: '2026-04-09',
      staffName: 'Sari Wulandari',
      readyAt: null,
      collected: null,
    };
    expect(await window.ask('documents.recent', { search: '', limit: 10 })).toEqual([view]);
    expect(await window.ask('documents.ofTicket', { ticketId: ticket.ticketId })).toEqual({ documents: [view], shortfalls: [] });
    expect(counter.serviceIds).toContain(service.id);
  });

  it('given the same command again, answers the same and registers once', async () => {
    const { window, submission, id } = await visitorAtCounter();
    const input = submission();
    const commandId = id();
    const first = await window.done('documents.register', input, commandId);
    expect(await window.done('documents.register', input, commandId)).toEqual(first);
    expect(await window.ask('documents.recent', { search: '', limit: 10 })).toHaveLength(1);
    expect(await window.client.command('documents.register', { ...input, personId: id() })).toEqual({
      kind: 'refused',
      refusal: { type: 'alreadyRegistered', number: first.number },
    });
  });

  it('given missing papers, refuses and keeps nothing of the applicant', async () => {
    const { window, test, service, submission } = await visitorAtCounter();
    const [firstPaper, ...missing] = service.requirements;
    const input = submission({ receivedRequirementIds: [firstPaper.id] });
    expect(await window.client.command('documents.register', input)).toEqual({
      kind: 'refused',
      refusal: { type: 'requirementsMissing', missing: missing.map(({ title }) => title) },
    });
    expect(test.host.services.vault.person(input.personId)).toBeNull();
  });

  it('given the officer of another counter, refuses', async () => {
    const { test, submission, counter } = await visitorAtCounter();
    const supervisor = await staffWindow(test, 'pengawas');
    expect(await supervisor.client.command('documents.register', submission())).toEqual({
      kind: 'refused',
      refusal: { type: 'notAtCounter', name: counter.name },
    });
  });

  it('goes on counting after a restart', async () => {
    const { window, test, submission } = await visitorAtCounter();
    await window.done('documents.register', submission());
    const again = await test.restart();
    const officer = await staffWindow(again, 'petugas');
    expect((await officer.done('documents.register', submission())).number).toBe('B-2026-000002');
    await again.end();
  });

  it('finds a submission by the end of its number, also scanned', async () => {
    const { window, submission } = await visitorAtCounter();
    for (let count = 0; count < 12; count += 1) await window.done('documents.register', submission());
    const numbers = async (search: string) => (await window.ask('documents.recent', { search, limit: 5 })).map(({ number }) => number);
    expect(await numbers('LOKET:B-2026-000007')).toEqual(['B-2026-000007']);
    expect(await numbers('12')).toEqual(['B-2026-000012']);
    expect((await numbers('2')).toSorted((a, b) => a.localeCompare(b))).toEqual(['B-2026-000002', 'B-2026-000012']);
    expect(await numbers('%')).toEqual([]);
    expect(await numbers('')).toEqual(['12', '11', '10', '09', '08'].map((end) => `B-2026-0000${end}`));
  });

  it('given an erased applicant, keeps the submission without her and takes no papers under her id again', async () => {
    const { window, test, submission } = await visitorAtCounter();
    const input = submission();
    await window.done('documents.register', input);
    const administrator = await staffWindow(test, 'admin');
    await administrator.done('people.erase', { personId: input.personId, reason: 'subjectRequest' });
    expect((await window.ask('documents.recent', { search: '', limit: 1 }))[0]).toMatchObject({ number: 'B-2026-000001', applicant: null });
    const again = submission({ personId: input.personId });
    expect(await window.client.command('documents.register', again)).toEqual({ kind: 'refused', refusal: { type: 'personErased' } });
  });

  it('writes name, NIK and phone into no file in clear', async () => {
    const { window, test, submission } = await visitorAtCounter();
    const input = submission();
    await window.done('documents.register', input);
    await window.done('printing.print', { jobId: input.personId, kind: 'documentReceipt', subjectId: input.documentId, printerId: null });
    const files = readdirSync(test.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const secret of [applicant.name, 'Rahmawati', applicant.nik, applicant.phone, '081234567890']) {
        expect(bytes.includes(secret), `${secret} in ${file.name}`).toBe(false);
      }
    }
  });
});

describe('recording missing papers', () => {
  it('keeps what is missing for the ticket', async () => {
    const { window, service, counter, ticket, id } = await visitorAtCounter();
    const [missing] = service.requirements;
    const shortfallId = id();
    const input = {
      shortfallId,
      counterId: counter.id,
      ticketId: ticket.ticketId,
      serviceId: service.id,
      missingRequirementIds: [missing.id],
    };
    expect(await window.done('documents.recordShortfall', input)).toEqual({});
    expect(await window.ask('documents.ofTicket', { ticketId: ticket.ticketId })).toEqual({
      documents: [],
      shortfalls: [{ shortfallId, at: Date.parse('2026-03-12T02:31:00Z'), missing: [missing.title] }],
    });
    expect(await window.client.command('documents.recordShortfall', input)).toEqual({
      kind: 'refused',
      refusal: { type: 'alreadyRecorded' },
    });
  });
});

describe('a NIK while it is typed', () => {
  it('warns, reads, and never refuses', async () => {
    const { window } = await visitorAtCounter();
    expect(await window.ask('documents.checkNik', { nik: '3273014505500001' })).toEqual({
      warnings: [],
      sex: 'female',
      birthDate: '1950-05-05',
      lansia: true,
    });
    expect((await window.ask('documents.checkNik', { nik: '12' })).warnings).toEqual(['length']);
  });
});
