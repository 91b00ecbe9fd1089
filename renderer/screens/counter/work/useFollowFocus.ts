import { useEffect, useRef } from 'react';
import { type CounterView, naturalAction } from '../model/actions.ts';

/**
 * Keeps the keyboard going: when the visit moves on and the focus is nowhere or on the large actions, it goes to what
 * comes next — the script's own control while serving, otherwise the natural action. A focus in use is never taken away;
 * what is done between two visits (`data-yields`) keeps it only until the visit moves on, so that Enter after F2 serves.
 */
export function useFollowFocus({ current }: CounterView, natural: ReturnType<typeof naturalAction>): void {
  const place = current === null ? 'none' : `${current.id} ${current.status} ${current.step}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const focused = document.activeElement;
    const inUse = focused !== null && !focused.matches('body, #screen, [role="toolbar"] *, [data-yields] *');
    if (inUse) return;
    const next = current?.status === 'serving' ? document.querySelector<HTMLElement>('[data-follow]:not(:disabled)') : null;
    (next ?? document.querySelector<HTMLElement>(`[data-action="${natural}"]`))?.focus();
  }, [place, current, natural]);
}
