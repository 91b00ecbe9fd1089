import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import * as alarm from '../../renderer/i18n/areas/alarm.ts';
import * as board from '../../renderer/i18n/areas/board.ts';
import * as calm from '../../renderer/i18n/areas/calm.ts';
import * as complaintFields from '../../renderer/i18n/areas/complaintFields.ts';
import * as complaintForm from '../../renderer/i18n/areas/complaintForm.ts';
import * as counter from '../../renderer/i18n/areas/counter.ts';
import * as floor from '../../renderer/i18n/areas/floor.ts';
import * as incidents from '../../renderer/i18n/areas/incidents.ts';
import * as kiosk from '../../renderer/i18n/areas/kiosk.ts';
import * as security from '../../renderer/i18n/areas/security.ts';
import * as settings from '../../renderer/i18n/areas/settings.ts';
import * as setup from '../../renderer/i18n/areas/setup.ts';
import * as complaintList from '../../renderer/i18n/areas/complaintList.ts';
import * as training from '../../renderer/i18n/areas/training.ts';
import { addTexts, loadEnglish, startTranslations } from '../../renderer/i18n/index.ts';

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
// Mantine's growing text area measures again when fonts have come.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Element.prototype.scrollIntoView = noop;
Element.prototype.scrollTo = noop;
window.scrollTo = noop;

startTranslations('id');
await loadEnglish();

// How long to wait for an answer before a test fails; a busy machine is slow at the first render of a screen.
configure({ asyncUtilTimeout: 10_000 });
// Tests show parts of screens without opening the screen that loads their words.
for (const area of [
  complaintList,
  incidents,
  floor,
  training,
  alarm,
  board,
  calm,
  complaintFields,
  complaintForm,
  counter,
  kiosk,
  security,
  settings,
  setup,
])
  addTexts(area);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
