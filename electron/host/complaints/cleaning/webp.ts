import { orientationIn, tiffWith } from './exif.ts';

const picture = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** What one frame of an animation may hold. */
const framePicture = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Flags of VP8X that announce EXIF and XMP. */
const exifFlag = 0x08;
const metadataFlags = exifFlag | 0x04;
const frameHead = 16;

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
}

/** A WebP without EXIF (but for how it is turned) and XMP; `null`: not a whole WebP. */
export function cleanWebp(bytes: Buffer): Buffer | null {
  const end = 8 + bytes.readUInt32LE(4);
  const chunks = end > bytes.length ? null : chunksIn(bytes.subarray(12, end));
  if (chunks === null || !chunks.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')) return null;
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const orientation = exif === undefined ? 1 : orientationIn(exif.body);
  const parts: Buffer[] = [];
  for (const { type, body } of chunks) {
    const clean = type === 'VP8X' ? flagged(body, orientation) : type === 'ANMF' ? cleanFrame(body) : body;
    if (clean === null) return null;
    if (picture.has(type)) parts.push(written(type, clean));
  }
  // Only an extended file can say how it is turned.
  if (orientation !== 1 && chunks[0]?.type === 'VP8X') parts.push(written('EXIF', tiffWith(orientation)));
  const content = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}

function chunksIn(bytes: Buffer): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > bytes.length) return null;
    chunks.push({ type: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function written(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function flagged(body: Buffer, orientation: number): Buffer {
  const copy = Buffer.from(body);
  copy[0] = ((copy[0] ?? 0) & ~metadataFlags) | (orientation === 1 ? 0 : exifFlag);
  return copy;
}

/** A frame of an animation without chunks that are no picture. */
function cleanFrame(body: Buffer): Buffer | null {
  const chunks = body.length < frameHead ? null : chunksIn(body.subarray(frameHead));
  if (chunks === null) return null;
  const kept = chunks.filter(({ type }) => framePicture.has(type));
  return Buffer.concat([body.subarray(0, frameHead), ...kept.map((chunk) => written(chunk.type, chunk.body))]);
}
