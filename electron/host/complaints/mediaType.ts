/**
 * What a file is, by its content alone, and the file without what it tells about place, device and person. Each cleaner
 * walks the file's own structure, so that a file which only begins like a picture is recognised as damaged.
 */
import type { AttachmentType } from '../../../shared/domain/complaints/types.ts';
import { cleanJpeg } from './cleaning/jpeg.ts';
import { cleanPdf } from './cleaning/pdf.ts';
import { cleanPng } from './cleaning/png.ts';
import { cleanWebp } from './cleaning/webp.ts';

/** `null`: none of the allowed types. */
export function detectType(bytes: Buffer): AttachmentType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return bytes.toString('latin1', 0, 5) === '%PDF-' ? 'application/pdf' : null;
}

/** The file as it may be kept; `null`: it cannot be read as what it claims to be. */
export function cleaned(type: AttachmentType, bytes: Buffer): Buffer | null {
  switch (type) {
    case 'image/jpeg':
      return cleanJpeg(bytes);
    case 'image/png':
      return cleanPng(bytes);
    case 'image/webp':
      return cleanWebp(bytes);
    case 'application/pdf':
      return cleanPdf(bytes);
  }
}

const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
