import type { AttachmentType } from './types.ts';

/** What a file is, by its first bytes alone, whatever its name says; `null`: none of the allowed types. */
export function detectType(bytes: Uint8Array): AttachmentType | null {
  const has = (at: number, text: string) => Array.from(text).every((letter, n) => bytes[at + n] === letter.charCodeAt(0));
  if (has(0, '\xff\xd8\xff')) return 'image/jpeg';
  if (has(0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (has(0, 'RIFF') && has(8, 'WEBP')) return 'image/webp';
  return has(0, '%PDF-') ? 'application/pdf' : null;
}
