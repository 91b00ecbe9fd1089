/** What stands for a hidden character on screens and paper. */
export const hidden = '•';

const dots = (count: number) => hidden.repeat(Math.max(count, 0));

/** `3201••••••••0001`: the district's start and the sequence; the birth date is hidden. Short ones are hidden whole. */
export function maskNik(nik: string): string {
  if (nik.length < 12) return dots(nik.length);
  return `${nik.slice(0, 4)}${dots(nik.length - 8)}${nik.slice(-4)}`;
}

/** `0812•••••90`: enough for the visitor to know her own. Short numbers are hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/[\s-]/gu, '');
  if (digits.length < 8) return dots(digits.length);
  return `${digits.slice(0, 4)}${dots(digits.length - 6)}${digits.slice(-2)}`;
}

/** Making one costs more than using it. */
const segmenter = new Intl.Segmenter('id');

/** Characters of which each is one for a reader too; most names have no others, and segmenting costs. */
const isPlain = (word: string) => /^[\x21-\x7e]*$/u.test(word);

const characters = (word: string): readonly string[] =>
  isPlain(word) ? word.split('') : [...segmenter.segment(word)].map(({ segment }) => segment);

/** `S••• W•••••••`: the initial of each word. Characters are counted as a reader sees them. */
export function maskName(name: string): string {
  return name
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const [first = '', ...rest] = characters(word);
      return `${first}${dots(rest.length)}`;
    })
    .join(' ');
}
