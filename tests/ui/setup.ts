import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import * as board from '../../renderer/i18n/areas/board.ts';
import * as counter from '../../renderer/i18n/areas/counter.ts';
import * as kiosk from '../../renderer/i18n/areas/kiosk.ts';
import * as settings from '../../renderer/i18n/areas/settings.ts';
import * as setup from '../../renderer/i18n/areas/setup.ts';
import { addTexts, startTranslations } from '../../renderer/i18n/index.ts';

const noop = () => undefined;

/** What jsdom lacks and Mantine asks for. */
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: noop,
    removeEventListener: noop,
    addListener: noop,
    removeListener: noop,
    dispatchEvent: () => false,
  }),
});
class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver = NoResizeObserver;
Element.prototype.scrollIntoView = noop;
window.scrollTo = noop;

startTranslations('id');
// Tests show parts of screens without opening the screen that loads their words.
for (const area of [board, counter, kiosk, settings, setup]) addTexts(area);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
