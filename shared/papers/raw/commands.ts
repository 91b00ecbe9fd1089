/**
 * A paper for a raw printer as a list of plain instructions, before any printer's language. Texts are already folded to
 * characters that every code page has at the same place.
 */
export type PaperCommand =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly align: 'left' | 'center';
      readonly bold: boolean;
      /** Width and height of a character, 1 to 8. */
      readonly size: number;
      /** White on black. */
      readonly inverted: boolean;
    }
  /** A line across the paper. */
  | { readonly kind: 'rule' }
  /** A point of a list; its further lines stand under its first. */
  | { readonly kind: 'item'; readonly mark: string; readonly text: string }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'qr'; readonly content: string }
  | { readonly kind: 'cut' };

type TextOptions = Partial<Omit<Extract<PaperCommand, { kind: 'text' }>, 'kind' | 'text'>>;

export const text = (value: string, options: TextOptions = {}): PaperCommand => ({
  kind: 'text',
  text: foldToAscii(value),
  align: 'left',
  bold: false,
  size: 1,
  inverted: false,
  ...options,
});

export const centered = (value: string, options: TextOptions = {}): PaperCommand => text(value, { align: 'center', ...options });
export const rule: PaperCommand = { kind: 'rule' };
export const feed = (lines = 1): PaperCommand => ({ kind: 'feed', lines });
export const item = (mark: string, value: string): PaperCommand => ({ kind: 'item', mark, text: foldToAscii(value) });

const replacements: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '·': '-',
  '×': 'x',
  '→': '->',
  '№': 'No.',
  '°': ' derajat',
  '½': '1/2',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  '€': 'EUR',
};

/**
 * A text in printable ASCII, which stands at the same place in every code page of every printer: typographic marks
 * become plain ones, letters lose their accents, and what has no likeness becomes `?` rather than garbage.
 */
export function foldToAscii(value: string): string {
  const folded = Array.from(value.normalize('NFC'), (character) => {
    const known = replacements[character];
    if (known !== undefined) return known;
    if (/^[\u0020-\u007e]$/u.test(character)) return character;
    if (/^[\s\p{Zs}\p{Zl}\p{Zp}]$/u.test(character)) return ' ';
    // Joiners, direction marks and other control characters have no width and no meaning on paper.
    if (/^[\p{Cf}\p{Cc}\p{M}]$/u.test(character)) return '';
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
    return /^[\u0020-\u007e]+$/u.test(plain) ? plain : '?';
  });
  return folded.join('');
}
