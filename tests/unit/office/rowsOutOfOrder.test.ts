import Database from 'better-sqlite3';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { SealedFile } from '../../../electron/host/complaints/sealedFiles.ts';
import type { Copy } from '../../../electron/host/office/copies.ts';
import { createFiles } from '../../../electron/host/office/files/files.ts';
import type { OfficeMessage } from '../../../electron/host/office/messages.ts';
import { createPeers } from '../../../electron/host/office/peers.ts';
import type { SharedRow } from '../../../electron/host/vault/sharedRows.ts';
import { temporaryDirectory } from '../../fixtures/tally.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

test('a file is asked for when the row that opens it comes behind its own row and the complaint', () => {
  using directory = temporaryDirectory();
  const attachmentId = '0193c8f0-0000-7000-8000-000000000001';
  const sealed: SealedFile = { attachmentId, file: 'f'.repeat(64), bytes: 100, stationId: 'other' };
  const db = new Database(':memory:');
  db.exec('CREATE TABLE complaint_attachment (attachment_id TEXT)');
  const asked: OfficeMessage[] = [];
  const peers = createPeers();
  peers.add('other', { send: (said) => void asked.push(said as OfficeMessage), onMessage() {}, onClose() {}, close() {} }, {
    isLevel: () => true,
  } as Copy);
  const opens = new Set<string>();
  const files = createFiles({
    db,
    sealedFiles: {
      directory: directory.path,
      of: (id) => (opens.has(id) ? sealed : null),
      isHere: () => false,
      pathOf: () => '',
      withoutFile: () => [],
    },
    peers,
    leadId: () => null,
    ports: createTestPorts('2026-11-23T01:00:00Z'),
    log: pino({ level: 'silent' }),
  });
  const row = (kind: SharedRow['kind']) => ({ kind, id: attachmentId }) as SharedRow;

  files.rowsTaken([row('attachment')]);
  db.prepare('INSERT INTO complaint_attachment VALUES (?)').run(attachmentId);
  files.committed([{ type: 'complaintReceived.v1', data: { attachments: [{ attachmentId }] } }]);
  expect(asked).toEqual([]);
  opens.add(attachmentId);
  files.rowsTaken([row('note')]);
  expect(asked).toEqual([{ t: 'wantFile', n: 1, attachmentId, offset: 0 }]);
  files.close();
});
