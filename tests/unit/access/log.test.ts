import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';

const lines: string[] = [];
const log = createLog({ stream: { write: (line) => void lines.push(line) } });
const logged = () => lines.splice(0).join('');

test('what calls carry never reaches the log, at no depth', () => {
  const applicant = { name: 'Siti Rahmawati', nik: '3273015708640001', phone: '081234567890' };
  log.info({ input: { applicant }, secret: '246810', call: { token: 'abc', person: applicant, deep: { text: 'catatan' } } }, 'a call');
  const line = logged();
  expect(line).toContain('a call');
  for (const text of ['Siti', '3273015708640001', '081234567890', '246810', 'abc', 'catatan']) expect(line).not.toContain(text);
});

test('an error is told by type, code, message and stack, without long numbers', () => {
  const error = Object.assign(new TypeError('no row for 3273015708640001 or +62 812-3456-7890'), { code: 'SQLITE_ERROR' });
  log.error({ err: error, method: 'people.find' }, 'call failed');
  const line = logged();
  expect(JSON.parse(line)).toMatchObject({ method: 'people.find', err: { type: 'TypeError', code: 'SQLITE_ERROR' } });
  expect(line).toContain('log.test.ts');
  expect(line).not.toMatch(/3273015708640001|812-3456/u);
});

test('a file is made for this user only and appended to', () => {
  const directory = mkdtempSync(join(tmpdir(), 'loket-log-'));
  const file = join(directory, 'logs', 'loket.log');
  createLog({ file }).info('first');
  createLog({ file }).info('second');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  // Windows has no such permissions; there the data directory lies in the user's own profile.
  const forOthers = process.platform === 'win32' ? 0 : statSync(file).mode & 0o077;
  expect(forOthers).toBe(0);
  rmSync(directory, { recursive: true });
});
