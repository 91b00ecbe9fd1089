import { useEffect } from 'react';

/** A kiosk is not a browser: no context menu, no dragging, no zoom by wheel, keys or fingers. */
export function useKioskGuard(): void {
  useEffect(() => {
    const prevent = (event: Event) => event.preventDefault();
    const preventZoomWheel = (event: WheelEvent) => {
      if (event.ctrlKey) event.preventDefault();
    };
    const preventZoomKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && ['+', '-', '=', '0'].includes(event.key)) event.preventDefault();
    };
    const blocked = ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'] as const;
    for (const name of blocked) document.addEventListener(name, prevent);
    document.addEventListener('wheel', preventZoomWheel, { passive: false });
    document.addEventListener('keydown', preventZoomKey);
    return () => {
      for (const name of blocked) document.removeEventListener(name, prevent);
      document.removeEventListener('wheel', preventZoomWheel);
      document.removeEventListener('keydown', preventZoomKey);
    };
  }, []);
}
