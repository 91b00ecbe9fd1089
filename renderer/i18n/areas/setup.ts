import { settings as settingsEn } from '../en/settings.ts';
import { setup as setupEn } from '../en/setup.ts';
import { settings as settingsId } from '../id/settings.ts';
import { setup as setupId } from '../id/setup.ts';

/** The set-up page is made of the settings' forms and says their words too. */
export const id = { ...settingsId, ...setupId };
export const en = { ...settingsEn, ...setupEn };
