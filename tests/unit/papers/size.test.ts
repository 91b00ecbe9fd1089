import { describe, expect, it } from 'vitest';
import { paperWidths } from '../../../shared/domain/office/types.ts';
import { paperStyle } from '../../../shared/papers/html/style.ts';
import { pageRule, paperSize } from '../../../shared/papers/size.ts';

describe('the size of a page', () => {
  it('is named for a roll with the height that was measured, rounded up so that nothing is cut off', () => {
    expect(pageRule('80mm', 143.2)).toBe('@page paper80 { size: 80mm 144mm; margin: 0; }');
    expect(pageRule('58mm', 99)).toBe('@page paper58 { size: 58mm 99mm; margin: 0; }');
  });

  it('stays a sheet for A5, whose content runs over to the next', () => {
    expect(pageRule('a5', 400)).toBe('@page paperA5 { size: 148mm 210mm; margin: 0; }');
  });

  it.each(paperWidths)('has its page in the style sheet: %s', (paper) => {
    expect(paperStyle).toContain(`@page ${paperSize(paper).page} {`);
    expect(paperStyle).toContain(`page: ${paperSize(paper).page};`);
  });

  it('never lets a page be as high as it likes: browsers would take Letter', () => {
    expect(paperStyle).not.toMatch(/size:[^;]*auto/u);
  });
});
