import {
  IconBuilding,
  IconCalendarEvent,
  IconClock,
  IconCloudUpload,
  IconDesk,
  IconDeviceDesktopCog,
  IconDeviceTv,
  IconDevicesPc,
  IconHeartHandshake,
  IconListDetails,
  IconMessage2,
  IconMessageReport,
  IconNotebook,
  IconPalette,
  IconPassword,
  IconPrinter,
  IconScale,
  IconSchool,
  IconShieldExclamation,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Key } from '../../i18n/id/index.ts';

export interface SettingsSection {
  readonly slug: string;
  readonly title: Key;
  readonly Icon: typeof IconBuilding;
  /** Who may use this method may use the section; without one it is everybody's. */
  readonly needs?: Method;
}

export interface SectionGroup {
  readonly title: Key;
  readonly sections: readonly SettingsSection[];
}

/** The settings' pages in the order of the list, by what they are about. */
export const sectionGroups: readonly SectionGroup[] = [
  {
    title: 'settings.group.office',
    sections: [
      { slug: 'kantor', title: 'settings.profile.title', Icon: IconBuilding, needs: 'office.saveProfile' },
      { slug: 'jam', title: 'settings.hours.title', Icon: IconClock, needs: 'office.saveHours' },
      { slug: 'libur', title: 'settings.holidays.title', Icon: IconCalendarEvent, needs: 'office.saveHolidays' },
      { slug: 'pengaduan', title: 'settings.complaints.title', Icon: IconMessageReport, needs: 'office.saveComplaintRules' },
      { slug: 'teks', title: 'settings.texts.title', Icon: IconMessage2, needs: 'office.saveTexts' },
      { slug: 'stasiun', title: 'settings.stations.title', Icon: IconDevicesPc, needs: 'stations.list' },
      { slug: 'sinkronisasi', title: 'settings.sync.title', Icon: IconCloudUpload, needs: 'central.status' },
    ],
  },
  {
    title: 'settings.group.queue',
    sections: [
      { slug: 'layanan', title: 'settings.services.title', Icon: IconListDetails, needs: 'office.saveService' },
      { slug: 'loket', title: 'settings.counters.title', Icon: IconDesk, needs: 'office.saveCounter' },
      { slug: 'prioritas', title: 'settings.priority.title', Icon: IconScale, needs: 'office.savePolicy' },
      { slug: 'buku-padam', title: 'settings.book.title', Icon: IconNotebook, needs: 'book.saveSettings' },
    ],
  },
  {
    title: 'settings.group.people',
    sections: [
      { slug: 'petugas', title: 'settings.staff.title', Icon: IconUsers, needs: 'staff.add' },
      { slug: 'pin', title: 'settings.ownSecret.title', Icon: IconPassword },
      { slug: 'data-pribadi', title: 'settings.data.title', Icon: IconShieldLock, needs: 'people.find' },
    ],
  },
  {
    title: 'settings.group.calm',
    sections: [
      { slug: 'kartu-tenang', title: 'settings.calm.title', Icon: IconHeartHandshake, needs: 'calm.saveCards' },
      { slug: 'skenario', title: 'settings.scenarios.title', Icon: IconSchool, needs: 'calm.saveScenarios' },
      { slug: 'keamanan', title: 'settings.security.title', Icon: IconShieldExclamation, needs: 'alarm.saveConfig' },
    ],
  },
  {
    title: 'settings.group.station',
    sections: [
      { slug: 'printer', title: 'settings.printers.title', Icon: IconPrinter, needs: 'office.savePrinter' },
      { slug: 'layar', title: 'settings.screens.title', Icon: IconDeviceTv, needs: 'screens.listen' },
      { slug: 'bahasa', title: 'settings.display.title', Icon: IconPalette },
      { slug: 'sistem', title: 'settings.system.title', Icon: IconDeviceDesktopCog, needs: 'system.acknowledgeRecovery' },
    ],
  },
];
