import { v7 } from 'uuid';

const storageKey = 'loket.alarm.window';

/**
 * The window's own id. It survives a reload, so that a call stays covert at the window where it was pressed; a duplicated
 * tab gets another one, because the id lies in the tab's storage only while no page uses it.
 */
export function takeWindowId(): string {
  const windowId = sessionStorage.getItem(storageKey) ?? v7();
  const take = () => sessionStorage.removeItem(storageKey);
  take();
  window.addEventListener('pagehide', () => sessionStorage.setItem(storageKey, windowId));
  window.addEventListener('pageshow', take);
  return windowId;
}
