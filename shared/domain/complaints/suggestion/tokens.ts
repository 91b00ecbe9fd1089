import { rootsOf } from './roots.ts';

/** A word of the text with the place where it stands. */
export interface Token {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Lower case, with an apostrophe of any kind as `'`. */
  readonly word: string;
  readonly roots: ReadonlySet<string>;
  /** Words of one clause have the same number: what is denied in one clause is not denied in the next. */
  readonly clause: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const clauseEnd = /[.,;:!?\n()–—]/u;
/** A new clause begins here even without a comma. */
const conjunctions = new Set(['karena', 'sebab', 'tetapi', 'tapi', 'namun', 'padahal', 'sehingga', 'lalu', 'but', 'because', 'although']);

/** The words of a text in their order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let before = 0;
  for (const match of text.matchAll(wordPattern)) {
    const [typed] = match;
    const word = typed.toLowerCase().replaceAll('’', "'");
    const start = match.index;
    if (clauseEnd.test(text.slice(before, start)) || conjunctions.has(word)) clause += 1;
    before = start + typed.length;
    tokens.push({ text: typed, start, end: before, word, roots: rootsOf(word), clause });
  }
  return tokens;
}

/** The places of the tokens by their words and roots, so that a sign is looked for only where it can stand. */
export function placesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { word, roots }] of tokens.entries()) {
    for (const root of new Set([word, ...roots])) {
      const known = places.get(root);
      if (known === undefined) places.set(root, [place]);
      else known.push(place);
    }
  }
  return places;
}
