import type { Output } from '../../../shared/rpc/contract.ts';

export type Board = Output<'queue.board'>;
export type BoardCounter = Board['counters'][number];
export type BoardCall = Board['calls'][number];

/** Above this many, closed counters give their place to the open ones. */
const showClosedUpTo = 12;
/** What stays readable from 8 m on one screen. */
export const countersPerPage = 18;

/** The counters to show, in pages of at most 18, by number. An announced counter is never left out. */
export function counterPages(counters: readonly BoardCounter[]): readonly (readonly BoardCounter[])[] {
  const sorted = counters.toSorted((a, b) => a.number - b.number);
  const working = sorted.filter(({ status }) => status !== 'closed');
  const shown = sorted.length > showClosedUpTo && working.length > 0 ? working : sorted;
  const pages = Math.max(1, Math.ceil(shown.length / countersPerPage));
  const size = Math.ceil(shown.length / pages);
  return Array.from({ length: pages }, (_, page) => shown.slice(page * size, (page + 1) * size));
}

/** Rows and columns for `count` counters: tiles stay wider than high, because a number is wide. */
export function gridOf(count: number): { readonly columns: number; readonly rows: number } {
  const columns = count <= 3 ? 1 : count <= 8 || count === 10 ? 2 : 3;
  return { columns, rows: Math.max(1, Math.ceil(count / columns)) };
}

/**
 * Static pages of a running text for people who do not want motion: whole words, at most `length` characters a page (a
 * longer word stays whole). A page begins with a sentence where it can; a sentence too long for one page is spread over
 * pages about equally long, so that none holds a lonely word.
 */
export function textPages(text: string, length = 90): readonly string[] {
  const pages: string[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+/u)) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 1 + sentence.length <= length) pages[pages.length - 1] = `${last} ${sentence}`;
    else pages.push(...evenPages(sentence, length));
  }
  return pages;
}

function evenPages(text: string, length: number): readonly string[] {
  const pages = filled(text, length).length;
  const shortest = Math.ceil(text.length / Math.max(1, pages));
  for (let limit = Math.min(shortest, length); limit < length; limit += 1) {
    const even = filled(text, limit);
    if (even.length === pages) return even;
  }
  return filled(text, length);
}

function filled(text: string, length: number): readonly string[] {
  const pages: string[] = [];
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) pages[pages.length - 1] = `${last} ${word}`;
    else pages.push(word);
  }
  return pages;
}
