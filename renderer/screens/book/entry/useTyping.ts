import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TypedRow } from '../../../../shared/domain/book/types.ts';
import { useHost } from '../../../api/HostProvider.tsx';
import type { SaveState } from '../../../ui/drafts/draftSaver.ts';
import { createSheetTyping, type SheetTyping, type StoredDraft } from './sheetTyping.ts';

export interface Typing {
  readonly rows: readonly TypedRow[];
  readonly saveState: SaveState;
  readonly sheet: SheetTyping;
}

/** What is typed from a sheet in this window; saved when the window is left, too. */
export function useTyping(sheetId: string, stored: StoredDraft): Typing {
  const { client } = useHost();
  const [sheet] = useState(() => createSheetTyping(client, sheetId, stored));
  const { saver } = sheet;
  useEffect(() => sheet.follow(stored), [sheet, stored]);
  useEffect(() => {
    const leave = () => void saver.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver]);
  return {
    rows: useSyncExternalStore(sheet.subscribe, sheet.rows),
    saveState: useSyncExternalStore(saver.subscribe, saver.state),
    sheet,
  };
}
