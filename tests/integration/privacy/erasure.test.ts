import { cpSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupIsGood } from '../../../electron/host/backup/createBackup.ts';
import { type Backup, listBackups } from '../../../electron/host/backup/manifest.ts';
import { restoreBackup } from '../../../electron/host/backup/restore.ts';
import { verifyChain } from '../../../electron/host/engine/verifyChain.ts';
import { holdsErased } from '../../../electron/host/vault/eraseInFile.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { openDesk, serveVisitor, type ServedVisit } from '../../fixtures/visits.ts';
import { startTestHost, type TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const siti = { name: 'Siti Rahmawati', nik: '3273015708640001', phone: '081234567890' };
const joko = { name: 'Joko Prabowo', nik: '3273011708640002', phone: '' };

let office: TestHost;
let visit: ServedVisit;
let other: ServedVisit;
let away: string;

beforeEach(async () => {
  away = mkdtempSync(join(tmpdir(), 'loket-away-'));
  office = await startDemoHost();
  const desk = await openDesk(office);
  visit = await serveVisitor(office, desk, { applicant: siti, note: 'rumah di gang sempit' });
  other = await serveVisitor(office, desk, { applicant: joko, note: 'datang lagi besok' });
});
afterEach(async () => {
  await office.end();
  rmSync(away, { recursive: true });
});

const erased = () => [
  { kind: 'person' as const, id: visit.personId },
  { kind: 'note' as const, id: visit.visitId },
];
async function erase(commandId = v7()) {
  const admin = await staffWindow(office, 'admin');
  return admin.client.command('people.erase', { personId: visit.personId, reason: 'subjectRequest' }, commandId);
}
async function backUp(): Promise<Backup> {
  const admin = await staffWindow(office, 'admin');
  await admin.done('system.backUpNow', {});
  const [newest] = listBackups(office.dataDir);
  if (newest === undefined) throw new Error('no backup');
  return newest;
}
/** Stops the host, lets something be done to its files, starts it again. */
async function meanwhile(act: () => void) {
  office.host.close();
  act();
  office = await startTestHost({ dataDir: office.dataDir, ports: createTestPorts('2026-11-23T02:00:00Z') });
}
const vaultFile = () => join(office.dataDir, 'vault.db');

/** What is left in the vault of both visitors. */
function left() {
  const { vault } = office.host.services;
  return {
    person: vault.person(visit.personId),
    note: vault.note(visit.visitId),
    found: vault.findBy('nik', siti.nik),
    inFile: holdsErased(vaultFile(), erased()),
    others: [vault.person(other.personId), vault.note(other.visitId)],
  };
}
const goneAndOthersHere = {
  person: null,
  note: null,
  found: [],
  inFile: false,
  others: [{ ...joko, address: '', email: '' }, 'datang lagi besok'],
};

describe('erasing a person', () => {
  test('leaves her documents and tickets, without her; the chain stays valid', async () => {
    expect(await erase()).toEqual({ kind: 'done', output: {} });
    expect(left()).toEqual(goneAndOthersHere);
    const pengawas = await staffWindow(office, 'pengawas');
    const { documents } = await pengawas.ask('documents.ofTicket', { ticketId: visit.ticketId });
    expect(documents).toMatchObject([{ documentId: visit.documentId, applicant: null }]);
    expect((await pengawas.ask('queue.ticket', { ticketId: visit.ticketId })).note).toBeNull();
    expect(await pengawas.ask('people.find', { by: 'nik', value: siti.nik })).toEqual([]);
    expect(verifyChain(office.host.services.db).fault).toBeNull();
    const events = [...office.host.services.events.ofStream('people')];
    expect(events).toMatchObject([
      { type: 'personErased.v1', data: { personId: visit.personId, noteIds: [visit.visitId], reason: 'subjectRequest' } },
    ]);
  });

  test('is refused for an unknown person, and for one erased before; the same command answers the same', async () => {
    const commandId = v7();
    await erase(commandId);
    expect(await erase(commandId)).toEqual({ kind: 'done', output: {} });
    expect(await erase()).toEqual({ kind: 'refused', refusal: { type: 'personUnknown' } });
    const admin = await staffWindow(office, 'admin');
    const stranger = await admin.client.command('people.erase', { personId: v7(), reason: 'subjectRequest' });
    expect(stranger).toEqual({ kind: 'refused', refusal: { type: 'personUnknown' } });
  });

  test('that was cut off between the vault and its event is finished by sending it again', async () => {
    office.host.services.vault.erase(erased());
    expect(await erase()).toEqual({ kind: 'done', output: {} });
    expect(office.host.services.events.count()).toBe(office.host.services.events.lastSeq());
    expect([...office.host.services.events.ofStream('people')]).toHaveLength(1);
  });

  test('forbids to register her again under her erased id', async () => {
    await erase();
    const window = await staffWindow(office, 'petugas');
    const { services, counters } = office.host.engine.states.office;
    const service = services[0];
    const input = {
      documentId: v7(),
      personId: visit.personId,
      counterId: counters.at(-1)?.id ?? '',
      ticketId: null,
      serviceId: service?.id ?? '',
      applicant: siti,
      receivedRequirementIds: service?.requirements.map(({ id }) => id) ?? [],
    };
    expect(await window.client.command('documents.register', input)).toEqual({ kind: 'refused', refusal: { type: 'personErased' } });
  });
});

describe('erasure reaches every copy', () => {
  test('the backups of this station, which stay good', async () => {
    const before = await backUp();
    expect(holdsErased(join(before.directory, 'vault.db'), erased())).toBe(true);
    await erase();
    const backups = listBackups(office.dataDir);
    expect(backups.map(({ name }) => name)).toEqual([before.name]);
    expect(backups.map((backup) => holdsErased(join(backup.directory, 'vault.db'), erased()))).toEqual([false]);
    expect(backups.every(backupIsGood)).toBe(true);
    expect(readdirSync(before.directory).toSorted()).toEqual(['manifest.json', 'station.db', 'vault.db']);
  });

  test.each(['before the manifest', 'after the manifest'])('a backup whose exchange a crash cut %s', async (when) => {
    const backup = await backUp();
    const file = join(backup.directory, 'vault.db');
    const manifest = join(backup.directory, 'manifest.json');
    const unerased = readFileSync(file);
    copyFileSync(manifest, join(away, 'manifest.json'));
    await erase();
    await meanwhile(() => {
      // The files as the crash left them: the finished copy beside the old file.
      copyFileSync(file, `${file}.erasing`);
      if (when === 'before the manifest') copyFileSync(join(away, 'manifest.json'), manifest);
      writeFileSync(file, unerased);
    });
    const [found] = listBackups(office.dataDir);
    expect(found === undefined ? null : backupIsGood(found)).toBe(true);
    expect(holdsErased(file, erased())).toBe(false);
    expect(readdirSync(backup.directory).toSorted()).toEqual(['manifest.json', 'station.db', 'vault.db']);
  });

  test('a backup that was under way meanwhile: it is seen to when it is done', async () => {
    const early = await backUp();
    const elsewhere = join(away, early.name);
    cpSync(early.directory, elsewhere, { recursive: true });
    await erase();
    // Appears only now, with what was read before.
    cpSync(elsewhere, join(office.dataDir, 'backups', '2020-01-01'), { recursive: true });
    await backUp();
    expect(listBackups(office.dataDir).map((backup) => holdsErased(join(backup.directory, 'vault.db'), erased()))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('an older vault put back by hand', async () => {
    await meanwhile(() => copyFileSync(vaultFile(), join(away, 'vault.db')));
    await erase();
    await meanwhile(() => copyFileSync(join(away, 'vault.db'), vaultFile()));
    expect(left()).toEqual(goneAndOthersHere);
  });

  test('an older vault put back by hand where the ledger was lost: the events know', async () => {
    await meanwhile(() => copyFileSync(vaultFile(), join(away, 'vault.db')));
    await erase();
    await meanwhile(() => {
      copyFileSync(join(away, 'vault.db'), vaultFile());
      rmSync(join(office.dataDir, 'erasures.log'));
    });
    expect(left()).toEqual(goneAndOthersHere);
  });

  test('an older backup, kept elsewhere, restored whole: neither it nor what it replaced brings her back', async () => {
    const backup = await backUp();
    cpSync(backup.directory, join(away, backup.name), { recursive: true });
    await erase();
    await meanwhile(() => {
      rmSync(backup.directory, { recursive: true });
      cpSync(join(away, backup.name), backup.directory, { recursive: true });
      const [older] = listBackups(office.dataDir);
      if (older === undefined) throw new Error('no backup');
      restoreBackup(office.dataDir, older, Date.parse('2026-11-23T05:00:00Z'));
    });
    // The restored events are older than the erasure; the ledger is not.
    expect([...office.host.services.events.ofStream('people')]).toEqual([]);
    expect(left()).toEqual(goneAndOthersHere);
    const copies = readdirSync(office.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /vault\.db(?:\.replaced-[^/]*Z)?$/u.test(name),
    );
    expect(copies.length).toBeGreaterThanOrEqual(3);
    expect(copies.filter((name) => holdsErased(join(office.dataDir, name), erased()))).toEqual([]);
  });
});
