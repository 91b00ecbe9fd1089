import { settingsFrame as frameEn } from '../en/settingsFrame.ts';
import { settingsOffice as officeEn } from '../en/settingsOffice.ts';
import { settingsPeople as peopleEn } from '../en/settingsPeople.ts';
import { settingsServing as servingEn } from '../en/settingsServing.ts';
import { setup as setupEn } from '../en/setup.ts';
import { settingsFrame as frameId } from '../id/settingsFrame.ts';
import { settingsOffice as officeId } from '../id/settingsOffice.ts';
import { settingsPeople as peopleId } from '../id/settingsPeople.ts';
import { settingsServing as servingId } from '../id/settingsServing.ts';
import { setup as setupId } from '../id/setup.ts';

/** The set-up page is made of the settings' forms of office, services, counters and people, and says their words too. */
export const id = { ...frameId, ...officeId, ...servingId, ...peopleId, ...setupId };
export const en = { ...frameEn, ...officeEn, ...servingEn, ...peopleEn, ...setupEn };
