import { incidentWords as wordsEn } from '../en/incidentWords.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { incidentWords as wordsId } from '../id/incidentWords.ts';
import { settings as settingsId } from '../id/settings.ts';

/** The calm cards in the settings are named by their levels. */
export const id = { ...settingsId, ...wordsId };
export const en = { ...settingsEn, ...wordsEn };
