import { readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackup } from '../../../electron/host/backup/createBackup.ts';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { restoreBackup } from '../../../electron/host/backup/restore.ts';
import { partBytes } from '../../../electron/host/office/files/protocol.ts';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import { filledForm } from '../../fixtures/complaints.ts';
import { staffIdOf, staffWindow } from '../../fixtures/demoOffice.ts';
import { attachedAt, filesAt, missingAt, pages, partAt, rewriting } from '../../fixtures/officeFiles.ts';
import { differences, startOffice, type TestOffice, type TestStation } from '../../fixtures/stations.ts';
import { startTestHost } from '../../fixtures/testHost.ts';
import { readAll, saveDraft, uploaded } from '../../fixtures/uploads.ts';

type Message = { readonly t: string } & Record<string, unknown>;

/** Stations that know the office already, with no cable between them. */
async function offices(followers: number) {
  const office = await startOffice(followers);
  for (const follower of office.followers) {
    const cut = office.link(office.lead, follower);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await office.settle();
    cut();
  }
  const [one, two] = office.followers;
  if (one === undefined) throw new Error('no follower');
  return { office, lead: office.lead, one, two: two ?? one };
}

/** What is asked while the clocks stand is answered when they go on. */
async function after<Value>(office: TestOffice, ms: number, reply: Promise<Value>): Promise<Value> {
  await office.pass(ms);
  return reply;
}

/** Follows what a station says over a cable, and changes it on the way. @returns how to pull it. */
function cable(one: TestStation, other: TestStation, rewrite: (message: Message) => unknown): () => void {
  const [near, far] = memoryTransportPair();
  one.host.services.office.connect({ stationId: other.id, transport: rewriting(near, rewrite) });
  other.host.services.office.connect({ stationId: one.id, transport: far });
  return () => near.close();
}

const contentAt = async (station: TestStation, attachmentId: string) => readAll(await staffWindow(station, 'pengawas'), attachmentId);
/** A person opens it, and the clocks go on for a while. */
async function open(office: TestOffice, station: TestStation, attachmentId: string, ms = 0) {
  const { client } = await staffWindow(station, 'pengawas');
  return after(office, ms, client.query('attachment.read', { attachmentId, offset: 0 }));
}

describe('the file of an attachment', () => {
  it('comes to every station, sealed as it was, and opens there', async () => {
    const { office, lead, one, two } = await offices(2);
    office.link(lead, one);
    office.link(lead, two);
    await office.settle();
    const { attachmentId, content, file } = await attachedAt(one);
    await office.pass(20_000);
    for (const station of office.all) {
      expect(filesAt(station)).toEqual([file]);
      expect(readFileSync(join(station.dataDir, 'attachments', file)).equals(readFileSync(join(one.dataDir, 'attachments', file)))).toBe(
        true,
      );
      expect((await contentAt(station, attachmentId)).equals(content)).toBe(true);
      expect(station.host.services.office.files.standing()).toEqual({ missing: 0, from: null, problem: null });
      expect(differences(station, lead)).toEqual([]);
    }
  });

  it('of a complaint that was registered while cut off comes after the healing; until then it is said from where', async () => {
    const { office, lead, one } = await offices(1);
    const early = await attachedAt(one, pages(100));
    const cut = cable(lead, one, (message) => (message.t === 'wantFile' ? null : message));
    await office.pass(1000);
    const waiting = await open(office, lead, early.attachmentId, 4_000);
    expect(waiting).toMatchObject({
      kind: 'refused',
      refusal: { type: 'attachmentOnItsWay', station: { stationId: one.id }, isComing: true, received: 0, diskProblem: null },
    });
    cut();
    await office.settle();
    expect(await open(office, lead, early.attachmentId)).toMatchObject({ refusal: { station: { stationId: one.id }, isComing: false } });
    expect(lead.host.services.office.files.standing()).toEqual({ missing: 1, from: null, problem: 'unreachable' });
    office.link(lead, one);
    await office.pass(2000);
    expect((await contentAt(lead, early.attachmentId)).equals(early.content)).toBe(true);
  });

  it('that a person opens comes before all others, within her question', async () => {
    const { office, lead, one } = await offices(1);
    const old = await attachedAt(one, pages(100));
    const others = [await attachedAt(one, pages(400_000)), await attachedAt(one, pages(400_000))];
    office.link(lead, one);
    await office.settle();
    const reply = await open(office, lead, old.attachmentId, 1_500);
    expect(reply).toMatchObject({ kind: 'done', output: { name: 'surat.pdf' } });
    expect(missingAt(lead)).toBe(others.length);
    await office.pass(30_000);
    expect(missingAt(lead)).toBe(0);
  });

  it('of a draft stays where somebody types; another station that starts again takes nothing from it', async () => {
    const { office, lead, one } = await offices(1);
    office.link(lead, one);
    const officer = await staffWindow(one, 'petugas');
    const draftId = await saveDraft(officer, filledForm());
    const { attachmentId } = await uploaded(officer, draftId, pages(100));
    await office.pass(10_000);
    expect([filesAt(lead), missingAt(lead)]).toEqual([[], 0]);
    const again = await lead.restart();
    const [near, far] = memoryTransportPair();
    again.host.services.office.connect({ stationId: one.id, transport: near });
    one.host.services.office.connect({ stationId: lead.id, transport: far });
    await office.pass(10_000);
    expect((await readAll(officer, attachmentId)).equals(pages(100))).toBe(true);
    again.host.close();
  });

  it('that was changed on disk is fetched anew', async () => {
    const { office, lead, one } = await offices(1);
    office.link(lead, one);
    const { attachmentId, content, file } = await attachedAt(one, pages(1000));
    await office.pass(5000);
    const path = join(lead.dataDir, 'attachments', file);
    writeFileSync(path, Buffer.alloc(statSync(path).size));
    expect(await open(office, lead, attachmentId, 2_000)).toMatchObject({ kind: 'done' });
    truncateSync(path, 10);
    expect(await open(office, lead, attachmentId, 2_000)).toMatchObject({ kind: 'done' });
    expect((await contentAt(lead, attachmentId)).equals(content)).toBe(true);
  });

  it('is counted at the station that has it not, for whoever chooses the next lead', async () => {
    const { office, lead, one, two } = await offices(2);
    office.link(lead, one);
    cable(two, lead, (message) => (message.t === 'wantFile' ? null : message));
    await attachedAt(lead, pages(100));
    await office.pass(6000);
    const supervisor = (await staffWindow(two, 'pengawas')).client;
    const asked = await after(office, 500, supervisor.query('lead.candidates', {}));
    if (asked.kind !== 'done') throw new Error(asked.kind);
    const of = (id: string) => asked.output.stations.find(({ stationId }) => stationId === id)?.filesMissing;
    expect([of(lead.id), of(two.id), of(one.id)]).toEqual([0, 1, null]);
    // The person stands at the other one, whose copy of the events is as new.
    expect(asked.output.recommendedId).toBe(two.id);
    cable(two, one, (message) => (message.t === 'wantFile' ? null : message));
    await office.pass(1000);
    const better = await after(office, 500, supervisor.query('lead.candidates', {}));
    expect(better).toMatchObject({ output: { recommendedId: one.id } });
  });
});

describe('a station that gives something else', () => {
  const wrong: readonly (readonly [string, (message: Message) => unknown])[] = [
    ['of another length', (message) => ({ ...message, bytes: 7 })],
    ['of a part that was not asked for', (message) => ({ ...message, offset: Number(message['offset']) + 1 })],
    ['more than a part holds', (message) => ({ ...message, data: Buffer.alloc(partBytes).toString('base64') })],
    ['nothing', (message) => ({ ...message, data: '' })],
    [
      'with another content',
      (message) => ({ ...message, data: Buffer.alloc(Buffer.from(String(message['data']), 'base64').length).toString('base64') }),
    ],
  ];
  it.each(wrong)('%s is not believed, and another one is asked', async (_name, rewrite) => {
    const { office, lead, one, two } = await offices(2);
    const { attachmentId, content, file } = await attachedAt(one, pages(1000));
    cable(one, two, (message) => (message.t === 'filePart' ? rewrite(message) : message));
    await office.pass(3000);
    expect([filesAt(two), missingAt(two)]).toEqual([expect.not.arrayContaining([file]), 1]);
    office.link(lead, one);
    office.link(lead, two);
    await office.pass(10_000);
    expect(filesAt(two)).toEqual([file]);
    expect((await contentAt(two, attachmentId)).equals(content)).toBe(true);
  });

  it('from two, of which one lies, is fetched anew from the other', async () => {
    const { office, lead, one, two } = await offices(2);
    const { attachmentId, content } = await attachedAt(one, pages(150_000));
    office.link(lead, one);
    await office.pass(10_000);
    // The first part from one who lies, then its cable is pulled.
    const parts: Message[] = [];
    const cut = cable(one, two, (message) => {
      if (message.t !== 'filePart') return message;
      parts.push(message);
      return { ...message, data: Buffer.alloc(Buffer.from(String(message['data']), 'base64').length).toString('base64') };
    });
    for (let step = 0; parts.length === 0 && step < 20; step += 1) await office.pass(500);
    cut();
    office.link(lead, two);
    await office.pass(20_000);
    expect(missingAt(two)).toBe(0);
    expect((await contentAt(two, attachmentId)).equals(content)).toBe(true);
  });

  it('without being asked, or by a path, is not heard', async () => {
    const { office, lead, one } = await offices(1);
    const { file } = await attachedAt(one, pages(100));
    const [near, far] = memoryTransportPair();
    const answers: Message[] = [];
    one.host.services.office.connect({ stationId: lead.id, transport: far });
    near.onMessage((message) => void answers.push(message as Message));
    const closed = new Promise((resolve) => {
      near.onClose(() => resolve('closed'));
    });
    const data = Buffer.from('nothing').toString('base64');
    near.send({ t: 'filePart', n: 99, offset: 0, bytes: 7, data });
    const unknown = '018f0000-0000-7000-8000-000000000001';
    near.send({ t: 'wantFile', n: 5, attachmentId: unknown, offset: 0 });
    await office.pass(3000);
    expect(answers.filter(({ t }) => t === 'noFile')).toEqual([{ t: 'noFile', n: 5 }]);
    expect(filesAt(one)).toEqual([file]);
    near.send({ t: 'wantFile', n: 6, attachmentId: `../attachments/${file}`, offset: 0 });
    expect(await closed).toBe('closed');
  });

  it('too much at once is not answered', async () => {
    const { office, lead, one } = await offices(1);
    const { attachmentId } = await attachedAt(one, pages(100));
    const [near, far] = memoryTransportPair();
    const answers: Message[] = [];
    one.host.services.office.connect({ stationId: lead.id, transport: far });
    near.onMessage((message) => void answers.push(message as Message));
    for (let n = 1; n <= 500; n += 1) near.send({ t: 'wantFile', n, attachmentId, offset: 0 });
    await office.pass(5000);
    expect(answers.filter(({ t }) => t === 'filePart')).toHaveLength(4);
  });
});

describe('a crash half-way', () => {
  async function halfWay() {
    const { office, lead, one } = await offices(1);
    const attached = await attachedAt(one, pages(6 * partBytes));
    const asked: number[] = [];
    const note = (message: Message) => {
      if (message.t === 'wantFile') asked.push(Number(message['offset']));
      return message;
    };
    const cut = cable(lead, one, note);
    for (let step = 0; asked.length < 4 && step < 40; step += 1) await office.pass(500);
    cut();
    expect(statSync(partAt(lead, attached.file)).size).toBeGreaterThan(0);
    asked.length = 0;
    const again: TestStation = { ...lead, ...(await lead.restart()), ports: lead.ports, id: lead.id };
    return { office, one, again, attached, asked, connect: () => void cable(again, one, note) };
  }

  it('goes on where it was', async () => {
    const { office, again, attached, asked, connect } = await halfWay();
    connect();
    await office.pass(20_000);
    expect(asked[0]).toBeGreaterThanOrEqual(partBytes);
    expect(filesAt(again)).toEqual([attached.file]);
    expect((await contentAt(again, attached.attachmentId)).equals(attached.content)).toBe(true);
    again.host.close();
  });

  it('of which the disk kept something else begins again', async () => {
    const { office, again, attached, asked, connect } = await halfWay();
    const part = partAt(again, attached.file);
    writeFileSync(part, Buffer.alloc(statSync(part).size));
    connect();
    await office.pass(60_000);
    expect(asked).toContain(0);
    expect((await contentAt(again, attached.attachmentId)).equals(attached.content)).toBe(true);
    again.host.close();
  });
});

describe('erasing a person', () => {
  it('removes her files everywhere, also from the copies in backups, and what is on its way', async () => {
    const { office, lead, one, two } = await offices(2);
    office.link(lead, one);
    const { attachmentId, personId, file } = await attachedAt(one, pages(1000));
    await office.pass(5000);
    createBackup({ dataDir: one.dataDir, kind: 'manual', date: '2026-11-23', at: 1 });
    const store = join(one.dataDir, 'backups', 'attachments', file);
    expect(statSync(store).size).toBeGreaterThan(0);
    // The third one has half of it.
    let parts = 0;
    cable(lead, two, (message) => (message.t === 'filePart' && (parts += 1) > 0 ? null : message));
    await office.pass(3000);
    writeFileSync(partAt(two, file), 'half');
    const admin = await staffWindow(lead, 'admin');
    await after(office, 3000, admin.done('people.erase', { personId, reason: 'subjectRequest' }));
    await office.pass(5000);
    for (const station of office.all) {
      expect(filesAt(station)).toEqual([]);
      expect(missingAt(station)).toBe(0);
      expect(await open(office, station, attachmentId)).toMatchObject({ kind: 'refused', refusal: { type: 'attachmentUnknown' } });
      expect(differences(station, lead)).toEqual([]);
    }
    expect(statSync(store, { throwIfNoEntry: false })).toBeUndefined();
    const again = await one.restart();
    expect(filesAt(again)).toEqual([]);
    again.host.close();
  });

  it('reaches what a cut-off station registered of her meanwhile', async () => {
    const { office, lead, one } = await offices(1);
    const cut = office.link(lead, one);
    const form = filledForm();
    await attachedAt(one, pages(10), form);
    await office.pass(5000);
    cut();
    const later = await attachedAt(one, pages(20), form);
    lead.host.services.office.keepLeading({ kind: 'staff', staffId: staffIdOf(lead, 'pengawas') });
    await (await staffWindow(lead, 'admin')).done('people.erase', { personId: later.personId, reason: 'subjectRequest' });
    office.link(lead, one);
    await office.pass(5000);
    for (const station of office.all) {
      expect([filesAt(station), missingAt(station)]).toEqual([[], 0]);
      expect(station.host.services.vault.note(later.complaintId)).toBeNull();
      expect(station.host.services.vault.note(later.attachmentId)).toBeNull();
      expect(differences(station, lead)).toEqual([]);
    }
  });
});

// The device answers every write with "no space left"; only Linux has it.
describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  it('is said, keeps nothing of the file, and is tried again', async () => {
    const { office, lead, one } = await offices(1);
    const { attachmentId, content, file } = await attachedAt(lead, pages(1000));
    await attachedAt(one, pages(10));
    symlinkSync('/dev/full', partAt(one, file));
    office.link(lead, one);
    await office.pass(3000);
    expect(one.host.services.office.files.standing()).toMatchObject({ missing: 1, problem: 'full' });
    expect(await open(office, one, attachmentId, 500)).toMatchObject({ refusal: { isComing: false, diskProblem: 'full' } });
    expect(filesAt(one)).not.toContain(file);
    rmSync(partAt(one, file), { force: true });
    await office.pass(62_000);
    expect((await contentAt(one, attachmentId)).equals(content)).toBe(true);
    expect(one.host.services.office.files.standing()).toEqual({ missing: 0, from: null, problem: null });
  });
});

describe('a backup', () => {
  it('says which files had not come yet; those of drafts elsewhere are none of it', async () => {
    const { office, lead, one } = await offices(1);
    const cut = cable(lead, one, (message) => (message.t === 'wantFile' ? null : message));
    const officer = await staffWindow(one, 'petugas');
    await uploaded(officer, await saveDraft(officer, filledForm()), pages(100));
    await attachedAt(one, pages(100));
    await office.pass(3000);
    const backUp = (at: number) => createBackup({ dataDir: lead.dataDir, kind: 'manual', date: '2026-11-23', at }).manifest;
    expect(backUp(1).attachmentsMissing).toBe(1);
    cut();
    office.link(lead, one);
    await office.pass(3000);
    expect(backUp(2).attachmentsMissing).toBe(0);
  });

  it('that is put back brings what it has, and the rest is fetched', async () => {
    const { office, lead, one } = await offices(1);
    const cut = office.link(lead, one);
    const early = await attachedAt(one, pages(100));
    await office.pass(3000);
    cut();
    const withheld = cable(lead, one, (message) => (message.t === 'wantFile' ? null : message));
    const late = await attachedAt(one, pages(200));
    await office.pass(3000);
    createBackup({ dataDir: lead.dataDir, kind: 'manual', date: '2026-11-23', at: 1 });
    withheld();
    lead.host.close();
    rmSync(join(lead.dataDir, 'attachments'), { recursive: true });
    const [backup] = listBackups(lead.dataDir);
    if (backup === undefined) throw new Error('no backup');
    restoreBackup(lead.dataDir, backup, lead.ports.clock.now());
    expect(filesAt(lead)).toEqual([early.file]);
    const again: TestStation = {
      ...lead,
      ...(await startTestHost({ ports: lead.ports, dataDir: lead.dataDir, others: () => [one.id] })),
      id: lead.id,
    };
    expect(missingAt(again)).toBe(1);
    office.link(again, one);
    await office.pass(5000);
    expect((await contentAt(again, late.attachmentId)).equals(late.content)).toBe(true);
    expect((await contentAt(again, early.attachmentId)).equals(early.content)).toBe(true);
    again.host.close();
  });
});
