import { type RefObject, useLayoutEffect } from 'react';

/**
 * Shows a native dialog modally and keeps it on top: the lock, or any other dialog that opens meanwhile, would lie above
 * it and make it dead. It is not closed by Escape; only its owner takes it away.
 */
export function useTopDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    const raise = () => {
      element.removeEventListener('close', raise);
      if (element.open) element.close();
      if (element.isConnected) element.showModal();
      // `close` comes later than this turn; it must not be taken for somebody else's.
      window.setTimeout(() => element.addEventListener('close', raise));
    };
    const stay = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault();
    };
    raise();
    element.focus({ preventScroll: true });
    const others = new MutationObserver((changes) => {
      const opened = changes.some(
        ({ target, oldValue }) => target !== element && oldValue === null && (target as Element).hasAttribute('open'),
      );
      if (opened) raise();
    });
    others.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'], attributeOldValue: true });
    window.addEventListener('keydown', stay, { capture: true });
    return () => {
      others.disconnect();
      element.removeEventListener('close', raise);
      window.removeEventListener('keydown', stay, { capture: true });
      element.close();
    };
  }, [dialog]);
}
