import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Call } from './announcementQueue.ts';
import { type AnnouncementsView, createAnnouncements } from './announcements.ts';

/** The host's answer to `queue.board`, as far as announcements need it. */
export interface CallsOfTheDay {
  readonly day: { readonly date: string };
  readonly calls: readonly Call[];
}

/** Announces the calls of the board. `board` is the host's newest answer; `stale` while the connection is lost. */
export function useAnnouncements(board: CallsOfTheDay | undefined, stale: boolean): AnnouncementsView & { enableSound(): void } {
  const [announcements] = useState(createAnnouncements);
  const live = useRef(false);

  useEffect(() => {
    const end = announcements.start();
    return () => {
      end();
      live.current = false;
    };
  }, [announcements]);

  useEffect(() => {
    // Calls during an interruption were not seen happening: after it only the fresh ones are announced.
    if (stale) live.current = false;
  }, [stale]);

  useEffect(() => {
    if (board === undefined) return;
    announcements.observe({ date: board.day.date, calls: board.calls, now: Date.now(), live: live.current });
    live.current = true;
  }, [announcements, board]);

  const view = useSyncExternalStore(announcements.onChange, announcements.view);
  return { ...view, enableSound: announcements.enableSound };
}
