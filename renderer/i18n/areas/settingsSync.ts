import { settingsSync as syncEn } from '../en/settingsSync.ts';
import { settingsSync as syncId } from '../id/settingsSync.ts';

/** The central server in the settings. */
export const id = syncId;
export const en = syncEn;
