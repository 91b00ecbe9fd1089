import { useEffect, useEffectEvent } from 'react';

export interface FormKeys {
  next(): void;
  previous(): void;
}

/**
 * Ctrl+Enter and Alt+→ go on, Alt+← goes back, wherever the focus is; in a dialog and behind the lock they mean nothing.
 * Elsewhere Enter and the arrows keep their meaning.
 */
export function useFormKeys(keys: FormKeys): void {
  const press = useEffectEvent((isNext: boolean) => (isNext ? keys.next() : keys.previous()));
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.shiftKey || event.isComposing) return;
      const isNext = (event.ctrlKey && event.key === 'Enter') || (event.altKey && event.key === 'ArrowRight');
      const isPrevious = event.altKey && event.key === 'ArrowLeft';
      if (!isNext && !isPrevious) return;
      // Alt+← is the browser's way back.
      event.preventDefault();
      if (!event.repeat && !isInDialog(event.target)) press(isNext);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

const isInDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;
