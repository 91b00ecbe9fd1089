import type { Language } from '../../../shared/domain/values.ts';

/** A paper as `printing.paper` answers it: a whole HTML document of one width. */
export interface Paper {
  readonly html: string;
  readonly widthMm: number;
  readonly language?: Language | undefined;
}

/**
 * The paper for a `srcdoc` frame. Such a frame inherits the page's content security policy, so the paper's style
 * block gets the page's nonce; everything else that the policy denies stays denied.
 */
export function withStyleNonce(html: string, nonce: string): string {
  if (nonce === '') return html;
  return html.replaceAll(/<style(?=[\s>])/giu, `<style nonce="${escapeAttribute(nonce)}"`);
}

/** Rolls are cut at the content's height; A5 comes as sheets. */
export const isRoll = (widthMm: number): boolean => widthMm < 100;

/**
 * The page size for a measured paper. `@page { size: 80mm auto }` silently becomes Letter in Chromium, so a roll needs
 * its height in the rule as well.
 */
export function pageRule(widthMm: number, heightPx: number): string {
  if (!isRoll(widthMm)) return '';
  const heightMm = Math.ceil((heightPx / 96) * 25.4) + 1;
  return `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`;
}

const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
