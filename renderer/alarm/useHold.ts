import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

export const holdMs = 1000;

interface Hold {
  readonly by: 'pointer' | 'key';
  /** Ends the hold without an effect. */
  end(): void;
}

/**
 * Holding a button for a second, by finger, mouse, Enter or Space. A shorter touch is a question about the button.
 * A finger that stays down counts whatever becomes of the button meanwhile: another part of the screen may take the focus,
 * or the lock may come and carry the button away.
 * @returns whether it is being held, and the button's handlers.
 */
export function useHold(onHeld: () => void, onTap: () => void) {
  const [holding, setHolding] = useState(false);
  const hold = useRef<Hold | null>(null);
  /** @returns whether it was being held. */
  const stop = (): boolean => {
    const held = hold.current;
    held?.end();
    hold.current = null;
    setHolding(false);
    return held !== null;
  };
  const start = (by: Hold['by'], release: () => void = () => {}) => {
    stop();
    setHolding(true);
    const timer = window.setTimeout(() => {
      stop();
      onHeld();
    }, holdMs);
    const end = () => {
      window.clearTimeout(timer);
      release();
    };
    hold.current = { by, end };
  };
  const startByPointer = (pointerId: number) => {
    const up = (event: globalThis.PointerEvent) => {
      if (event.pointerId === pointerId && stop()) onTap();
    };
    const cancel = (event: globalThis.PointerEvent) => {
      if (event.pointerId === pointerId) stop();
    };
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    start('pointer', () => {
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
    });
  };
  useEffect(
    () => () => {
      if (hold.current?.by === 'key') hold.current.end();
    },
    [],
  );
  const isKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' ';
  return {
    holding,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        // The finger may slide a little, also out of the window: what counts is that it stays down.
        event.currentTarget.setPointerCapture?.(event.pointerId);
        startByPointer(event.pointerId);
      },
      // A long touch opens the browser's menu otherwise.
      onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
      onKeyDown(event: KeyboardEvent) {
        if (!isKey(event)) return;
        event.preventDefault();
        if (!event.repeat) start('key');
      },
      onKeyUp(event: KeyboardEvent) {
        if (!isKey(event)) return;
        event.preventDefault();
        if (stop()) onTap();
      },
      onBlur: () => void (hold.current?.by === 'key' && stop()),
      /** A screen reader's click comes without finger and key. */
      onClick: ({ detail }: { detail: number }) => detail === 0 && hold.current === null && onTap(),
    },
  };
}
