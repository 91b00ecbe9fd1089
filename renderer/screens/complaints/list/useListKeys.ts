import { useEffect, useEffectEvent } from 'react';

interface Keys {
  onMove(by: 1 | -1): void;
  onSearch(): void;
  onNew(): void;
}

/** j/k and the arrows move, `/` searches, n begins a new one; never while somebody types. */
export function useListKeys(keys: Keys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [role=option], [role=radio]');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('[role=dialog], dialog[open]') !== null) return;
    const act = {
      j: () => keys.onMove(1),
      ArrowDown: () => keys.onMove(1),
      k: () => keys.onMove(-1),
      ArrowUp: () => keys.onMove(-1),
      '/': keys.onSearch,
      n: keys.onNew,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
