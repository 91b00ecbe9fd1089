import type { settings as source } from '../id/settings.ts';
import { settingsBook } from './settingsBook.ts';
import { settingsCalm } from './settingsCalm.ts';
import { settingsComplaints } from './settingsComplaints.ts';
import { settingsFrame } from './settingsFrame.ts';
import { settingsOffice } from './settingsOffice.ts';
import { settingsPeople } from './settingsPeople.ts';
import { settingsScreens } from './settingsScreens.ts';
import { settingsSecurity } from './settingsSecurity.ts';
import { settingsServing } from './settingsServing.ts';
import { settingsStations } from './settingsStations.ts';
import { settingsSystem } from './settingsSystem.ts';

export const settings: Record<keyof typeof source, string> = {
  ...settingsOffice,
  ...settingsServing,
  ...settingsPeople,
  ...settingsSystem,
  ...settingsStations,
  ...settingsCalm,
  ...settingsComplaints,
  ...settingsScreens,
  ...settingsSecurity,
  ...settingsBook,
  ...settingsFrame,
};
