import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchUpdate, type Installed, isNewer } from '../../../electron/updateManifest.ts';

const release = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const program = Buffer.from('the new program');

const installed: Installed = {
  version: '1.4.2',
  channel: 'stable',
  platform: 'linux',
  arch: 'x64',
  keys: [release.publicKey],
  now: Date.parse('2026-11-23T01:00:00Z'),
};

const file = {
  platform: 'linux',
  arch: 'x64',
  url: 'https://updates.example/loket-1.5.0.AppImage',
  sha512: createHash('sha512').update(program).digest('base64'),
  size: program.length,
};
const payload = { format: 1, channel: 'stable', version: '1.5.0', expires: '2026-12-31T00:00:00Z', files: [file] };

const seal = (content: unknown, key = release.privateKey) => {
  const bytes = Buffer.from(JSON.stringify(content));
  return { payload: bytes.toString('base64'), signature: sign(null, bytes, key).toString('base64') };
};
const signed = (changes: object = {}, key = release.privateKey) => JSON.stringify(seal({ ...payload, ...changes }, key));

/** Runs the update and tells whether anything was downloaded. */
async function run(text: string, changes: Partial<Installed> = {}, bytes: Uint8Array = program) {
  const downloads: string[] = [];
  const result = await fetchUpdate(text, { ...installed, ...changes }, (url) => {
    downloads.push(url);
    return Promise.resolve(bytes);
  });
  return { result, downloads };
}

test('a genuine newer manifest: its file is downloaded and returned', async () => {
  const { result, downloads } = await run(signed());
  expect(result).toEqual({ ok: true, value: { version: '1.5.0', file, bytes: program } });
  expect(downloads).toEqual([file.url]);
});

describe('RELIABILITY 9: refused before anything is downloaded', () => {
  const good = seal(payload);
  test.each<[string, string, string, Partial<Installed>?]>([
    ['no signature', JSON.stringify({ payload: good.payload }), 'unsigned'],
    ['an empty signature', JSON.stringify({ ...good, signature: '' }), 'unsigned'],
    ['the bare payload', JSON.stringify(payload), 'unsigned'],
    ['a stranger’s signature', signed({}, stranger.privateKey), 'unsigned'],
    [
      'another payload under a genuine signature',
      JSON.stringify({ ...good, payload: seal({ ...payload, version: '9.0.0' }).payload }),
      'unsigned',
    ],
    ['a signature of half its length', JSON.stringify({ ...good, signature: good.signature.slice(0, 44) }), 'unsigned'],
    ['the same version', signed({ version: '1.4.2' }), 'notNewer'],
    ['an older version', signed({ version: '1.4.1' }), 'notNewer'],
    ['an older version that sorts later as text', signed({ version: '1.10.0' }), 'notNewer', { version: '1.11.0' }],
    ['a version that is none', signed({ version: '2.0.0-beta' }), 'malformed'],
    ['another channel', signed({ channel: 'beta' }), 'wrongChannel'],
    ['an expired manifest', signed({ expires: '2026-11-23T00:59:59Z' }), 'expired'],
    ['no file for this computer', signed({ files: [{ ...file, arch: 'arm64' }] }), 'noFile'],
    ['a file without https', signed({ files: [{ ...file, url: 'http://updates.example/a' }] }), 'malformed'],
    ['a local file', signed({ files: [{ ...file, url: 'file:///etc/passwd' }] }), 'malformed'],
    ['an unknown field', signed({ script: 'rm' }), 'malformed'],
    ['no JSON', 'MZ', 'malformed'],
    ['too much', ' '.repeat(70_000), 'malformed'],
  ])('%s', async (_what, text, type, changes = {}) => {
    const { result, downloads } = await run(text, changes);
    expect(result).toMatchObject({ ok: false, error: { type } });
    expect(downloads).toEqual([]);
  });

  test('without a key there are no updates; keys of another kind are no keys', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const keys of [[], [rsa.publicKey], [release.privateKey], [stranger.publicKey]]) {
      const { result, downloads } = await run(signed(), { keys });
      expect([result, downloads]).toEqual([{ ok: false, error: { type: 'unsigned' } }, []]);
    }
  });

  test('one changed byte anywhere in the manifest', async () => {
    const text = signed();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), async (at, code) => {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        const { result, downloads } = await run(changed);
        // Bits of the last base64 letter that carry nothing may change without changing what was signed.
        const isGenuine = decoded(changed) === decoded(text);
        expect([result.ok && !isGenuine, downloads.length > 0 && !isGenuine]).toEqual([false, false]);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['one byte differs', Buffer.from('the new prograM')],
  ['it is longer', Buffer.concat([program, Buffer.from('!')])],
  ['it is empty', Buffer.alloc(0)],
])('a downloaded file is refused when %s', async (_what, bytes) => {
  expect((await run(signed(), {}, bytes)).result).toEqual({ ok: false, error: { type: 'fileDiffers' } });
});

test('newer is a strict order over versions', () => {
  const version = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
  fc.assert(
    fc.property(version, version, (a, b) => {
      const forward = isNewer(a.join('.'), b.join('.'));
      const back = isNewer(b.join('.'), a.join('.'));
      expect(forward && back).toBe(false);
      expect(forward || back).toBe(a.join('.') !== b.join('.'));
    }),
  );
});

test('Electron is one of the three newest majors that this repository knows of', () => {
  const root = join(import.meta.dirname, '../../..');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const releases = readFileSync(join(root, 'docs/release.md'), 'utf8');
  const newest = Number(/Newest stable major of Electron: (\d+)/u.exec(releases)?.[1]);
  const used = devDependencies['electron'] ?? '';
  expect(used).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(Number(used.split('.')[0])).toBeGreaterThan(newest - 3);
});

function decoded(text: string): string | null {
  try {
    const { payload: body, signature, ...rest } = JSON.parse(text) as Record<string, string>;
    if (body === undefined || signature === undefined || Object.keys(rest).length > 0) return null;
    return `${Buffer.from(body, 'base64').toString('hex')} ${Buffer.from(signature, 'base64').toString('hex')}`;
  } catch {
    return null;
  }
}
