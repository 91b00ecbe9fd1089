import { type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { UnsavedGuard } from './form/unsaved.tsx';
import { HolidaysSection } from './office/HolidaysSection.tsx';
import { HoursSection } from './office/HoursSection.tsx';
import { ProfileSection } from './office/ProfileSection.tsx';
import { TextsSection } from './office/TextsSection.tsx';
import { mayUse, useOwnRoles } from './parts/access.ts';
import { OwnSecretSection } from './people/OwnSecretSection.tsx';
import { PersonalDataSection } from './people/PersonalDataSection.tsx';
import { StaffPage } from './people/StaffPage.tsx';
import { StaffSection } from './people/StaffSection.tsx';
import { SectionList } from './SectionList.tsx';
import { type SectionGroup, sectionGroups } from './sections.ts';
import { NoAccess } from './NoAccess.tsx';
import { CounterPage } from './serving/CounterPage.tsx';
import { CountersSection } from './serving/CountersSection.tsx';
import { PrioritySection } from './serving/PrioritySection.tsx';
import { ServicePage } from './serving/ServicePage.tsx';
import { ServicesSection } from './serving/ServicesSection.tsx';
import { DisplaySection } from './system/DisplaySection.tsx';
import { PrinterPage } from './system/PrinterPage.tsx';
import { PrintersSection } from './system/PrintersSection.tsx';
import { SystemSection } from './system/SystemSection.tsx';
import classes from './SettingsScreen.module.css';

/** What each address below `/pengaturan` shows; the first part of the path is the section's slug. */
const pages: readonly (readonly [path: string, page: ReactNode])[] = [
  ['kantor', <ProfileSection key="kantor" />],
  ['jam', <HoursSection key="jam" />],
  ['libur/:year?', <HolidaysSection key="libur" />],
  ['teks', <TextsSection key="teks" />],
  ['layanan', <ServicesSection key="layanan" />],
  ['layanan/:serviceId', <ServicePage key="satu-layanan" />],
  ['loket', <CountersSection key="loket" />],
  ['loket/:counterId', <CounterPage key="satu-loket" />],
  ['prioritas', <PrioritySection key="prioritas" />],
  ['petugas', <StaffSection key="petugas" />],
  ['petugas/:staffId', <StaffPage key="satu-petugas" />],
  ['pin', <OwnSecretSection key="pin" />],
  ['data-pribadi', <PersonalDataSection key="data-pribadi" />],
  ['printer', <PrintersSection key="printer" />],
  ['printer/:printerId', <PrinterPage key="satu-printer" />],
  ['bahasa', <DisplaySection key="bahasa" />],
  ['sistem', <SystemSection key="sistem" />],
];

/** Everything an administrator decides. Each page has an address; a page that the person may not use says so. */
export default function SettingsScreen() {
  const roles = useOwnRoles();
  // Without them every section would look forbidden for a moment, and the first page would be the wrong one.
  if (roles === null) return null;
  const groups = sectionGroups
    .map((group): SectionGroup => ({
      ...group,
      sections: group.sections.filter(({ needs }) => needs === undefined || mayUse(roles, needs)),
    }))
    .filter(({ sections }) => sections.length > 0);
  const allowed = groups.flatMap(({ sections }) => sections.map(({ slug }) => slug));
  return (
    <UnsavedGuard>
      <div className={classes.screen}>
        <SectionList groups={groups} />
        <div className={classes.page}>
          <Routes>
            {pages.map(([path, page]) => (
              <Route key={path} path={path} element={allowed.includes(path.split('/')[0] ?? '') ? page : <NoAccess />} />
            ))}
            <Route path="*" element={<Navigate to={`/pengaturan/${allowed[0] ?? 'bahasa'}`} replace />} />
          </Routes>
        </div>
      </div>
    </UnsavedGuard>
  );
}
