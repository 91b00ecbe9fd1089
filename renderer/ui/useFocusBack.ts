import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was when this was mounted, unless it went elsewhere meanwhile. Mantine's own return
 * of the focus waits for `opened` to change, which never happens to a dialog that is mounted open.
 */
export function useFocusBack(): void {
  // While rendering: the dialog's trap takes the focus in an effect, before any effect of ours.
  const [before] = useState(whereFocusIs);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before?.isConnected === true) before.focus({ preventScroll: true });
    },
    [before],
  );
}

/** The item of a menu is gone by the time that the dialog closes; the menu's button stands for it. */
function whereFocusIs(): HTMLElement | null {
  const focused = document.activeElement;
  const menuButtonId = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const element = menuButtonId == null ? focused : document.getElementById(menuButtonId);
  return element instanceof HTMLElement ? element : null;
}
