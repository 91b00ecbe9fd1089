import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, savedName, shownName } from '../../../server/agency/fileNames.ts';

test.each([
  ['foto antrean.jpg', 'foto antrean.jpg'],
  ['  foto\u202egpj.exe ', 'fotogpj.exe'],
  ['\u0000\u200b ', null],
  ['', null],
  [undefined, null],
])('%j is shown as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

describe('a name on a disk', () => {
  test.each([
    ['bukti.pdf', 'application/pdf', 'bukti.pdf'],
    ['FOTO.JPEG', 'image/jpeg', 'FOTO.jpeg'],
    // It ends as what it is, not as what it says.
    ['faktur.exe', 'application/pdf', 'faktur.exe.pdf'],
    ['surat.docx', null, 'surat.docx.bin'],
    ['../../etc/passwd', 'image/png', 'etc_passwd.png'],
    ['..', 'image/png', 'P-1-Lampiran-1.png'],
    ['a\r\nset-cookie: x=1.png', 'image/png', 'aset-cookie_ x=1.png'],
    [null, 'image/webp', 'P-1-Lampiran-1.webp'],
  ] as const)('%j of %s is %s', (name, type, saved) => {
    expect(savedName(name, 'P-1-Lampiran-1', type)).toBe(saved);
  });

  test('whatever a file was called, its header is one line of ASCII that says the name again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (name) => {
        const saved = savedName(name, 'Lampiran-1', 'application/pdf');
        expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(255);
        expect(saved).toMatch(/^[^./\\\s][^/\\:"<>|]*\.pdf$/u);
        const header = contentDisposition('inline', saved);
        const [, ascii, encoded = ''] =
          /^inline; filename="([ !#$&-[\]-~]*)"; filename\*=UTF-8''((?:[\w!#$&+.^`|~-]|%[0-9A-F]{2})+)$/u.exec(header) ?? [];
        expect(ascii).toMatch(/\.pdf$/u);
        expect(decodeURIComponent(encoded)).toBe(saved);
      }),
    );
  });
});
