import { describe, expect, it } from 'vitest';
import { qrModules } from '../../../electron/host/printing/qr.ts';
import { qrPath } from '../../../shared/papers/qr.ts';

describe('a QR code as a path', () => {
  it('draws every dark module once, four modules away from the edge', () => {
    const modules = qrModules('LOKET:B-2026-000123');
    const { path, viewBox } = qrPath(modules);
    expect(viewBox).toBe(`0 0 ${modules.size + 8} ${modules.size + 8}`);

    const drawn = new Set<string>();
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu)) {
      for (let column = Number(x); column < Number(x) + Number(width); column += 1) {
        expect(drawn.has(`${column},${y}`)).toBe(false);
        drawn.add(`${column},${y}`);
      }
    }
    const dark = new Set<string>();
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) if (modules.dark(row, column)) dark.add(`${column + 4},${row + 4}`);
    }
    expect(drawn).toEqual(dark);
  });

  it('stays small for what papers put into it: capitals and digits need few modules', () => {
    expect(qrModules('LOKET:A-012/2026-03-12').size).toBe(25);
    expect(qrModules('LOKET:S/019B0000-0000-7000-8000-000000000001').size).toBeLessThanOrEqual(29);
  });
});
