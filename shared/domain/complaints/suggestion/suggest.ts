/**
 * What the words of a complaint suggest: its type, tag, class, urgency and impact, each with the very words that led to
 * it. It is a suggestion; the officer decides. Without a sign nothing is suggested.
 */
import type { ComplaintClass, ComplaintTag, ComplaintType, Level } from '../types.ts';
import { findSign, type Read, read, type Sign, type Span } from './find.ts';
import { classSigns, impactSigns, legalSigns, typeSigns, urgencySigns } from './lexicon.ts';

/** A suggestion and the words of the text that led to it, in their order, without overlaps. */
export interface Explained<T> {
  readonly value: T;
  readonly words: readonly Span[];
}

export interface Suggestion {
  readonly type: Explained<ComplaintType> | null;
  readonly tag: Explained<ComplaintTag> | null;
  readonly class: Explained<ComplaintClass> | null;
  readonly urgency: Explained<Level> | null;
  readonly impact: Explained<Level> | null;
  /** Words of a legal threat; empty: none was made. */
  readonly legalThreat: readonly Span[];
}

/** Verification's tag that goes with a type (DOMAIN section 4). */
const tagOfType: Readonly<Record<ComplaintType, ComplaintTag>> = {
  administrative: 'procedural',
  policy: 'procedural',
  technical: 'technical',
  service: 'behaviour',
  ethics: 'behaviour',
};

/** Reads the text of a complaint, in Indonesian or English. Positions in the answer are of this text. */
export function suggest(text: string): Suggestion {
  const typed = read(text);
  const best = <T>(rows: readonly (readonly [T, readonly Sign[]])[]) => heaviest(rows, typed);
  const type = best(typeSigns);
  return {
    type,
    tag: type === null ? null : { value: tagOfType[type.value], words: type.words },
    class: best<ComplaintClass>(classSigns) ?? (type === null ? null : { value: 'ordinary', words: type.words }),
    urgency: best(urgencySigns),
    impact: best(impactSigns),
    legalThreat: weigh(legalSigns, typed).words,
  };
}

/** The row whose signs weigh most; of equals the first. */
function heaviest<T>(rows: readonly (readonly [T, readonly Sign[]])[], typed: Read): Explained<T> | null {
  let best: Explained<T> | null = null;
  let most = 0;
  for (const [value, signs] of rows) {
    const { weight, words } = weigh(signs, typed);
    if (weight <= most) continue;
    best = { value, words };
    most = weight;
  }
  return best;
}

/**
 * What the signs weigh together, and the words that count. One that says it (3) outweighs two that only point there (2),
 * and hints (1) never add up to a sign: they decide only where nothing else was said, and are named only then. A sign that
 * comes twice counts once; overlapping signs count as the heavier one.
 */
function weigh(signs: readonly Sign[], typed: Read): { weight: number; words: readonly Span[] } {
  const found: { readonly weight: number; readonly spans: readonly Span[] }[] = [];
  const taken: Span[] = [];
  // Heavy signs come first in the lexicon, long before short where they weigh the same.
  for (const sign of signs) {
    const spans = findSign(sign, typed).filter((span) => !taken.some((other) => overlaps(span, other)));
    if (spans.length === 0) continue;
    taken.push(...spans);
    found.push({ weight: sign.weight, spans });
  }
  const strong = found.filter(({ weight }) => weight > 1);
  const counted = strong.length === 0 ? found : strong;
  return {
    weight: strong.reduce((sum, { weight }) => sum + weight ** 2, found.length > strong.length ? 1 : 0),
    words: counted.flatMap(({ spans }) => spans).toSorted((a, b) => a.start - b.start),
  };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
