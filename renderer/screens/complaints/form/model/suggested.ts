import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import type { Span } from '../../../../../shared/domain/complaints/suggestion/find.ts';
import type { Explained, Suggestion } from '../../../../../shared/domain/complaints/suggestion/suggest.ts';

type Classification = ComplaintForm['classification'];
export const suggestedParts = ['type', 'tag', 'class', 'urgency', 'impact'] as const;
export type SuggestedPart = (typeof suggestedParts)[number];

/** One line of the suggestion card: what is suggested, why, and whether the form says so already. */
export interface SuggestedLine {
  readonly part: SuggestedPart;
  readonly value: string;
  readonly words: readonly Span[];
  readonly accepted: boolean;
}

export function suggestedLines(suggestion: Suggestion, form: Classification): readonly SuggestedLine[] {
  return suggestedParts.flatMap((part) => {
    const explained: Explained<string> | null = suggestion[part];
    return explained === null ? [] : [{ part, value: explained.value, words: explained.words, accepted: form[part] === explained.value }];
  });
}

/** Lines with the same reason stand together: the tag and mostly the class follow from the type. */
export function byReason(lines: readonly SuggestedLine[]): readonly (readonly [SuggestedLine, ...SuggestedLine[]])[] {
  const groups: [SuggestedLine, ...SuggestedLine[]][] = [];
  for (const line of lines) {
    const same = groups.find(([first]) => first.words === line.words);
    if (same === undefined) groups.push([line]);
    else same.push(line);
  }
  return groups;
}

/** The form with every part that is suggested; what nothing is suggested for stays. */
export function accepted(form: Classification, { type, tag, class: kind, urgency, impact }: Suggestion): Classification {
  return {
    ...form,
    type: type?.value ?? form.type,
    tag: tag?.value ?? form.tag,
    class: kind?.value ?? form.class,
    urgency: urgency?.value ?? form.urgency,
    impact: impact?.value ?? form.impact,
  };
}

/** A text cut into what is marked and what is not; overlapping marks become one. */
export function marked(text: string, spans: readonly Span[]): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(Math.max(at, start), end), isMarked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}

/** The words of a reason, each once, as typed first. */
export function wordsOnce(words: readonly Span[]): readonly string[] {
  const seen = new Map(words.map(({ text }) => [text.toLowerCase(), text] as const));
  return [...seen.values()];
}
