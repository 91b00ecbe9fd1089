import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayFor, placeOn, placeStaff } from '../../../electron/displays.ts';
import { display } from '../../fixtures/fakeElectron/index.ts';

const [first, second, third] = [display(1, 'Built-in'), display(2, 'LG'), display(3, 'Samsung')];

describe('displayFor', () => {
  test.each([
    ['the chosen display', { id: 3, label: 'Samsung' }, [first, second, third], 3],
    ['the same label under a new id', { id: 99, label: 'LG' }, [first, second, third], 2],
    ['the label, where the id now names another display', { id: 2, label: 'Samsung' }, [first, second, third], 3],
    ['the id, where the label is gone', { id: 2, label: 'Old name' }, [first, second], 2],
    ['the second display, when the chosen one is unplugged', { id: 3, label: 'Samsung' }, [first, second], 2],
    ['the only display', { id: 3, label: 'Samsung' }, [first], 1],
    ['the second display, when nothing was chosen', undefined, [first, second], 2],
  ])('a board takes %s', (_what, choice, displays, expected) => {
    expect(displayFor('board', choice, displays, first).id).toBe(expected);
  });

  test('a kiosk for which nothing was chosen stays on the primary display', () => {
    expect(displayFor('kiosk', undefined, [first, second], first).id).toBe(1);
  });
});

test('a board on the only display leaves the task bar and does not cover it', () => {
  expect(placeOn('board', first, first)).toEqual({ bounds: first.workArea, cover: false });
  expect(placeOn('board', second, first)).toEqual({ bounds: second.bounds, cover: true });
  expect(placeOn('kiosk', first, first)).toEqual({ bounds: first.bounds, cover: true });
});

test('the counter is never placed where nobody sees it', () => {
  const whole = fc.integer({ min: -20_000, max: 20_000 });
  const size = fc.integer({ min: 1, max: 8000 });
  fc.assert(
    fc.property(
      fc.option(fc.record({ x: whole, y: whole, width: size, height: size })),
      fc.constantFrom([first], [first, second]),
      (remembered, displays) => {
        const { bounds } = placeStaff(remembered, displays, first);
        const seen = displays.some(({ workArea }) => {
          const width = Math.min(workArea.x + workArea.width, bounds.x + bounds.width) - Math.max(workArea.x, bounds.x);
          const height = Math.min(workArea.y + workArea.height, bounds.y + bounds.height) - Math.max(workArea.y, bounds.y);
          return width > 0 && height > 0 && width * height >= 40_000;
        });
        expect(seen).toBe(true);
      },
    ),
  );
});
