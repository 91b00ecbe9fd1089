import { crc32 } from 'node:zlib';
import { orientationIn, tiffWith } from './exif.ts';

/** Chunks that make the picture; texts, EXIF and times are left out, and so is everything behind the end. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG without metadata; `null`: not a whole PNG, or one whose checks fail. */
export function cleanPng(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  let orientation = 1;
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if (at === 8 && type !== 'IHDR') return null;
    if (type === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4));
    hasPicture ||= type === 'IDAT';
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return hasPicture ? assembled(bytes.subarray(0, 8), parts, orientation) : null;
    at = end;
  }
  return null;
}

/** With how it is to be turned, when it is not upright, behind the header. */
function assembled(signature: Buffer, [header = Buffer.alloc(0), ...rest]: readonly Buffer[], orientation: number): Buffer {
  const turned = orientation === 1 ? [] : [chunk('eXIf', tiffWith(orientation))];
  return Buffer.concat([signature, header, ...turned, ...rest]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
