import type { AttachmentType } from '../../shared/domain/complaints/types.ts';

/** Endings that say what a file is; the first one is added where none of them stands. */
const endings: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
};
/** A disk takes 255 bytes; a letter is up to four. */
const mostLetters = 60;

/** Control characters, what turns the direction of writing around, halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\ufffd]|\p{Surrogate}/gu;

/** A name as a page may show it; `null`: nothing is left of it, or none is known. */
export function shownName(name: string | undefined): string | null {
  const shown = (name ?? '').replaceAll(unseen, '').trim();
  return shown === '' ? null : shown;
}

/**
 * A name that is safe on any disk and ends as what the file is, so that nothing that was attached calls itself a program.
 * @param name as it was attached. @param otherwise when nothing of it is usable, without an ending. @param type `null`: unknown.
 */
export function savedName(name: string | null, otherwise: string, type: AttachmentType | null): string {
  const known = type === null ? ['bin'] : endings[type];
  const plain = (shownName(name ?? '') ?? '')
    .replaceAll(/[\\/:*?"<>|%;]+/gu, '_')
    .replace(/^[.\s_]+/u, '')
    .replace(/[.\s]+$/u, '');
  const [, stem = plain, ending = ''] = /^(.+)\.([A-Za-z0-9]{1,5})$/u.exec(plain) ?? [];
  const isRight = known.includes(ending.toLowerCase());
  const kept = Array.from(isRight ? stem : plain)
    .slice(0, mostLetters)
    .join('')
    .trim();
  return `${kept === '' ? otherwise : kept}.${isRight ? ending.toLowerCase() : known[0]}`;
}

/** The header of a file that is shown (`inline`) or saved, its name in ASCII and as it is (RFC 6266, RFC 5987). */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
