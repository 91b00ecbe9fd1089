/**
 * A JPEG without metadata: EXIF, XMP, IPTC, comments, previews and vendor segments are left out wherever they stand, and so
 * is everything behind the end of the picture. How it is to be turned stays, as an EXIF segment that says nothing else.
 */
import { orientationIn, tiffWith } from './exif.ts';

const endOfImage = 0xd9;
const startOfScan = 0xda;
const exifSegment = 0xe1;
const comment = 0xfe;
const exifName = 'Exif\0\0';

/** `null`: not a whole JPEG. */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      return hasFrame && hasScan
        ? Buffer.concat([bytes.subarray(0, 2), ...turned(orientation), ...kept, bytes.subarray(at, at + 2)])
        : null;
    }
    const end = segmentEnd(bytes, at);
    if (end === null) return null;
    const segment = bytes.subarray(at, end);
    if (marker === exifSegment && segment.toString('latin1', 4, 10) === exifName) orientation = orientationIn(segment.subarray(10));
    const clean = cleanSegment(marker, segment);
    if (clean !== null) kept.push(clean);
    hasFrame ||= isFrame(marker);
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    at = codedEnd(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return null;
}

function segmentEnd(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length) return null;
  const length = bytes.readUInt16BE(at + 2);
  const end = at + 2 + length;
  return length < 2 || end > bytes.length ? null : end;
}

/** Where coded data ends: at the next marker, for in it 0xFF is always followed by 0x00 or a restart. */
function codedEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** SOF0 … SOF15 without the tables that lie between them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The segment as it may be kept; `null`: left out. */
function cleanSegment(marker: number, segment: Buffer): Buffer | null {
  if (marker === comment) return null;
  if (marker < 0xe0 || marker > 0xef) return segment;
  const named = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name;
  if (marker === 0xe0 && named('JFIF\0') && segment.length >= 18) return withoutThumbnail(segment);
  // Colour profile and Adobe's colour transform: without them colours change. Application 2 also carries previews.
  const isColour = (marker === 0xe2 && named('ICC_PROFILE\0')) || (marker === 0xee && named('Adobe'));
  return isColour ? segment : null;
}

function withoutThumbnail(segment: Buffer): Buffer {
  const head = Buffer.from(segment.subarray(0, 18));
  head.writeUInt16BE(16, 2);
  head.fill(0, 16);
  return head;
}

function turned(orientation: number): readonly Buffer[] {
  if (orientation === 1) return [];
  const body = Buffer.concat([Buffer.from(exifName, 'latin1'), tiffWith(orientation)]);
  const head = Buffer.from([0xff, exifSegment, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return [Buffer.concat([head, body])];
}
