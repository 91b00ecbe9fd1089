/** Markup that is known to be safe: only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[] | null;

/**
 * A template tag that escapes every value put into it, unless it is markup made by this tag. `null` leaves nothing.
 * Values belong into text or into quoted attributes, never into a tag's name, a style or a script.
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: fixed.map((text, index) => text + (index < parts.length ? toMarkup(parts[index] ?? null) : '')).join('') };
}

function toMarkup(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

const escapeText = (text: string): string => text.replace(/[&<>"'`]/gu, (character) => entities[character] ?? '');
