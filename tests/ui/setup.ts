import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startTranslations } from '../../renderer/i18n/index.ts';

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

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
