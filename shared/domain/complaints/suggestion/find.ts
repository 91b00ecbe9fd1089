/** Finds signs in a text: words or short phrases by their roots, with an eye for denials. */
import { placesOf, type Token, tokensOf } from './tokens.ts';

/** Where a word stands in the text, so that the screen can mark it. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A sign of the lexicon, ready to be looked for. */
export interface Sign {
  readonly words: readonly string[];
  readonly weight: number;
  /**
   * `denied`: only together with a denial (*tidak ramah*); the denial is part of the sign.
   * `plain`: not when it is denied (*tidak pernah dibentak*).
   * `always`: a thing, which is there whether or not something about it is denied.
   */
  readonly denial: 'denied' | 'plain' | 'always';
}

const denials = new Set(
  (
    'tidak tak tdk gak ga nggak enggak engga ndak bukan belum blm tanpa not no never without ' +
    "don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't hasn't haven't"
  ).split(' '),
);
/** *Kurang ramah* is *tidak ramah*; *kurang lama* is not *tidak lama*. */
const weakDenials = new Set(['kurang', 'lack', 'lacks', 'hardly']);
/** What may stand between a denial and what it denies. *Hanya* may not: *tidak hanya kasar* denies nothing. */
const fillers = new Set(
  'pernah ada yang begitu terlalu merasa sampai sama sekali juga lagi akan pun any at all ever been was were being so very'.split(' '),
);
const wideFillers = new Set([...fillers, ...'bisa dapat mau cukup kunjung segera dengan be satu seorang langsung'.split(' ')]);

/** How many words may stand between a denial and what it denies. */
const reach = 4;
/** One word may stand inside a phrase: *meminta sejumlah uang*. */
const gap = 1;

/** A text made ready to look for many signs in it. */
export interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function read(text: string): Read {
  const tokens = tokensOf(text);
  return { text, tokens, places: placesOf(tokens) };
}

/** All places where the sign stands; each is one span from its first word (or the denial) to its last. */
export function findSign(sign: Sign, { text, tokens, places }: Read): readonly Span[] {
  return (places.get(sign.words[0] ?? '') ?? []).flatMap((at) => {
    const last = phraseEnd(sign.words, tokens, at);
    if (last === null) return [];
    const from = beginning(sign, tokens, at);
    return from === null ? [] : [spanOf(text, tokens[from], tokens[last])];
  });
}

/** The place of the phrase's last word when it begins at `at`, else `null`. */
function phraseEnd(words: readonly string[], tokens: readonly Token[], at: number): number | null {
  let place = at;
  for (const [index, word] of words.entries()) {
    const most = index === 0 ? 0 : gap;
    const next = tokens.slice(place, place + most + 1).findIndex((token) => isWord(token, word) && sameClause(token, tokens[at]));
    if (next === -1) return null;
    place += next + 1;
  }
  return place - 1;
}

const isWord = (token: Token, word: string): boolean => token.word === word || token.roots.has(word);
const sameClause = (a: Token, b: Token | undefined): boolean => a.clause === b?.clause;

/** Where the sign begins, or `null` when it must not count here. */
function beginning({ denial, words }: Sign, tokens: readonly Token[], at: number): number | null {
  if (denial === 'always') return at;
  if (denial === 'denied') return denialBefore(tokens, at, wideFillers, true);
  return denials.has(words[0] ?? '') || denialBefore(tokens, at, fillers, false) === null ? at : null;
}

/** The place of the word that denies the one at `at`, with nothing but fillers between; `null`: nothing denies it. */
function denialBefore(tokens: readonly Token[], at: number, between: ReadonlySet<string>, weak: boolean): number | null {
  for (let place = at - 1; place >= Math.max(0, at - reach); place -= 1) {
    const token = tokens[place];
    if (token === undefined || !sameClause(token, tokens[at])) return null;
    if (denials.has(token.word) || (weak && weakDenials.has(token.word))) return place;
    if (!between.has(token.word)) return null;
  }
  return null;
}

function spanOf(text: string, first: Token | undefined, last: Token | undefined): Span {
  const [start, end] = [first?.start ?? 0, last?.end ?? 0];
  return { text: text.slice(start, end), start, end };
}
