import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { orientationIn } from '../../../electron/host/complaints/cleaning/exif.ts';
import { cleaned } from '../../../electron/host/complaints/mediaType.ts';
import { detectType } from '../../../shared/domain/complaints/detectType.ts';
import { type AttachmentType, attachmentTypes } from '../../../shared/domain/complaints/types.ts';
import { jpeg, pdf, png, pngChunk, secretPlace, tiff, webp } from '../../fixtures/pictures.ts';

const zip = Buffer.from('PK\x03\x04 a program that somebody hid', 'latin1');
const files: Readonly<Record<AttachmentType, (behind?: Buffer) => Buffer>> = {
  'image/jpeg': (behind) => jpeg(behind === undefined ? {} : { behind }),
  'image/png': (behind) => png(behind === undefined ? {} : { behind }),
  'image/webp': (behind) => webp(behind === undefined ? {} : { behind }),
  'application/pdf': (behind) => pdf({ behind: behind?.toString('latin1') ?? '' }),
};
const pictures = attachmentTypes.filter((type) => type !== 'application/pdf');
const clean = (type: AttachmentType, bytes: Buffer): Buffer => {
  const result = cleaned(type, bytes);
  if (result === null) throw new Error('the file was not accepted');
  return result;
};

describe.each(attachmentTypes)('%s', (type) => {
  test('is recognised by its content', () => {
    expect(detectType(files[type]())).toBe(type);
  });

  test('comes out as a whole file again, and the second time unchanged', () => {
    const once = clean(type, files[type]());
    expect(detectType(once)).toBe(type);
    expect(clean(type, once).equals(once)).toBe(true);
  });

  test('loses what was appended behind its end', () => {
    const out = clean(type, files[type](zip));
    expect(out.includes('PK\x03\x04')).toBe(false);
    expect(out.equals(clean(type, files[type]()))).toBe(true);
  });

  test('cut off anywhere, or changed at random, it is refused or cleaned, never an error', () => {
    const whole = files[type]();
    const changed = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255), end: fc.integer({ min: 16, max: whole.length }) });
    fc.assert(
      fc.property(changed, ({ at, to, end }) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        if (at < end) bytes[at] = to;
        const result = cleaned(type, bytes);
        expect(result === null || result.length <= bytes.length + 64).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(cleaned(type, whole.subarray(0, whole.length / 2))).toBeNull();
  });

  test('that only begins like one is refused', () => {
    expect(cleaned(type, Buffer.concat([whole(type).subarray(0, 16), Buffer.alloc(4000, 0x41)]))).toBeNull();
  });
});

const whole = (type: AttachmentType) => files[type]();

describe.each(pictures)('what %s tells about place, device and person', (type) => {
  test('is gone', () => {
    expect(whole(type).includes(secretPlace)).toBe(true);
    const out = clean(type, whole(type));
    expect(out.includes(secretPlace.slice(0, 5))).toBe(false);
    expect(out.includes('adobe')).toBe(false);
  });

  test('how it is turned stays, and nothing when it is upright', () => {
    const turned = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp }[type as 'image/png'];
    const block = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x4d, 0x4d, 0, 0x2a]));
    for (const orientation of [2, 3, 6, 8]) {
      const out = clean(type, turned({ orientation }));
      expect(orientationIn(out.subarray(block(out)))).toBe(orientation);
    }
    expect(block(clean(type, turned({ orientation: 1 })))).toBe(-1);
  });
});

test('the colour profile of a JPEG stays, a preview in it does not', () => {
  const out = clean('image/jpeg', jpeg());
  expect(out.includes('ICC_PROFILE')).toBe(true);
  expect(out.includes('MPF')).toBe(false);
  expect(out.includes('Photoshop')).toBe(false);
  expect(out.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  // Both scans are there: the end marker inside a table was no end.
  expect(out.toString('latin1').split('\xff\xda')).toHaveLength(3);
});

test('an orientation outside of 1 to 8, or a block cut short, is upright', () => {
  expect(orientationIn(tiff(6, true))).toBe(6);
  expect(orientationIn(tiff(6, false))).toBe(6);
  expect(orientationIn(tiff(77))).toBe(1);
  for (let length = 0; length < 34; length += 1) expect(orientationIn(tiff(6).subarray(0, length))).toBeLessThanOrEqual(6);
});

test.each([
  ['a page', '<html><script>alert(1)</script></html>'],
  ['a vector picture with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a program', 'MZ\x90\0'],
  ['an archive', 'PK\x03\x04'],
  ['a GIF', 'GIF89a'],
  ['a video in the same container as WebP', 'RIFF\x10\0\0\0AVI '],
  ['a PDF behind a page', '<html>%PDF-1.4'],
  ['nothing', ''],
])('%s is none of the allowed types', (_name, text) => {
  expect(detectType(Buffer.from(text, 'latin1'))).toBeNull();
});

test('a small PDF or PNG that would unpack to a great deal is not unpacked here', () => {
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));
  const picture = png();
  const header = picture.subarray(0, 33);
  const hidden = Buffer.concat([header, pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), bomb])), picture.subarray(33)]);
  const stream = `1 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb.toString('latin1')}\nendstream\nendobj\n`;
  const before = process.memoryUsage().rss;
  expect(clean('image/png', hidden).length).toBeLessThan(picture.length);
  expect(clean('application/pdf', pdf({ content: stream })).length).toBeLessThan(bomb.length + 400);
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
});

test('a PDF whose end names no table is refused', () => {
  const good = pdf().toString('latin1');
  for (const bad of [
    good.replace('startxref', 'startxxxx'),
    good.replace(/startxref\n\d+/u, 'startxref\n3'),
    good.replace('%%EOF', '%%E0F'),
    good.replace('%PDF-1', '%PDF-x'),
  ])
    expect(cleaned('application/pdf', Buffer.from(bad, 'latin1'))).toBeNull();
});
