import { v7 } from 'uuid';

const storageKey = 'loket.alarm.window';

/**
 * The window's own id. It survives a reload, so that a call stays covert at the window where it was pressed; a duplicated
 * tab gets another one, because the id lies in the tab's storage only while no page uses it.
 */
export function takeWindowId(): string {
  return (taken ??= take());
}

/** A render that React throws away before it is shown takes none for itself: a page has one id. */
let taken: string | null = null;

function take(): string {
  const windowId = sessionStorage.getItem(storageKey) ?? v7();
  const keepAway = () => sessionStorage.removeItem(storageKey);
  keepAway();
  window.addEventListener('pagehide', () => sessionStorage.setItem(storageKey, windowId));
  window.addEventListener('pageshow', keepAway);
  return windowId;
}
