import { z } from 'zod';
import { ok, refuse } from '../../../shared/result.ts';
import { savedView } from '../../../shared/rpc/methods/complaints.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { personAt } from './visibility.ts';

type SavedView = z.infer<typeof savedView>;
const most = 30;
const stored = z.array(savedView);

/**
 * An officer's own views of the work list. A search may hold a name, so they are one note of the vault under the officer's
 * id; no event tells of them.
 */
export function createSavedViews({ vault, access, engine }: Services): Handlers {
  const staffAt = ({ connection }: Call) => personAt(access, connection).staffId ?? '';
  const read = (call: Call): readonly SavedView[] => {
    const note = vault.note(staffAt(call));
    return note === null ? [] : stored.parse(JSON.parse(note));
  };
  const write = (views: readonly SavedView[], call: Call) => {
    vault.putNote(staffAt(call), views.length === 0 ? '' : JSON.stringify(views));
    engine.announce(['complaints']);
  };

  return {
    'complaint.savedViews': (_input, call) => ok([...read(call)]),
    'complaint.saveView': (view, call) => {
      const others = read(call).filter(({ viewId }) => viewId !== view.viewId);
      if (others.length >= most) return refuse({ type: 'tooManySavedViews', most });
      write([...others, view], call);
      return ok({});
    },
    'complaint.removeView': ({ viewId }, call) => {
      const views = read(call);
      if (!views.some((view) => view.viewId === viewId)) return refuse({ type: 'savedViewUnknown' });
      write(
        views.filter((view) => view.viewId !== viewId),
        call,
      );
      return ok({});
    },
  };
}
