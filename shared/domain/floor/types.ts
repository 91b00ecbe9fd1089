/** What a supervisor says from the floor: texts on screens, and thanks. Pure values; no personal data but ids of staff. */
import { z } from 'zod';
import { line } from '../values.ts';

/** Where a text is shown: the waiting room's board, the kiosk, the windows of the staff. */
export const broadcastSurfaces = ['board', 'kiosk', 'staff'] as const;
export const broadcastSurface = z.enum(broadcastSurfaces);
export type BroadcastSurface = z.infer<typeof broadcastSurface>;

/** English may stay empty: then the Indonesian words are shown in both languages. */
export const broadcastText = z.strictObject({ id: line(200), en: line(200, 0) });
export type BroadcastText = z.infer<typeof broadcastText>;

/** What an officer is thanked for. Chosen, never typed: what happened at a counter is about a visitor, too. */
export const thanksReasons = ['calm', 'kind', 'pace', 'help', 'day'] as const;
export const thanksReason = z.enum(thanksReasons);
export type ThanksReason = z.infer<typeof thanksReason>;
