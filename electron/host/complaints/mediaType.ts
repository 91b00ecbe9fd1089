/**
 * A file without what it tells about place, device and person. Each cleaner walks the file's own structure, so that a file which
 * only begins like a picture is recognised as damaged.
 */
import type { AttachmentType } from '../../../shared/domain/complaints/types.ts';
import { cleanJpeg } from './cleaning/jpeg.ts';
import { cleanPdf } from './cleaning/pdf.ts';
import { cleanPng } from './cleaning/png.ts';
import { cleanWebp } from './cleaning/webp.ts';

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
