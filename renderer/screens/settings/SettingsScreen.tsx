import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { lazyScreen } from '../../ui/lazyScreen.ts';
import { UnsavedGuard } from './form/unsaved.tsx';
import { mayUse, useOwnRoles } from './parts/access.ts';
import { SectionList } from './SectionList.tsx';
import { type SectionGroup, sectionGroups } from './sections.ts';
import { NoAccess } from './NoAccess.tsx';
import classes from './SettingsScreen.module.css';

// Each page is a chunk of its own: whoever changes the hours does not load the catalogue.
const BookSection = lazy(() => import('./book/BookSection.tsx').then((file) => ({ default: file.BookSection })));
const CalmCardsSection = lazy(() => import('./calm/CalmCardsSection.tsx').then((file) => ({ default: file.CalmCardsSection })));
const ComplaintRulesSection = lazy(() =>
  import('./complaints/ComplaintRulesSection.tsx').then((file) => ({ default: file.ComplaintRulesSection })),
);
const HolidaysSection = lazy(() => import('./office/HolidaysSection.tsx').then((file) => ({ default: file.HolidaysSection })));
const HoursSection = lazy(() => import('./office/HoursSection.tsx').then((file) => ({ default: file.HoursSection })));
const ProfileSection = lazy(() => import('./office/ProfileSection.tsx').then((file) => ({ default: file.ProfileSection })));
const TextsSection = lazy(() => import('./office/TextsSection.tsx').then((file) => ({ default: file.TextsSection })));
const OwnSecretSection = lazy(() => import('./people/OwnSecretSection.tsx').then((file) => ({ default: file.OwnSecretSection })));
const PersonalDataSection = lazy(() => import('./people/PersonalDataSection.tsx').then((file) => ({ default: file.PersonalDataSection })));
const StaffPage = lazy(() => import('./people/StaffPage.tsx').then((file) => ({ default: file.StaffPage })));
const StaffSection = lazy(() => import('./people/StaffSection.tsx').then((file) => ({ default: file.StaffSection })));
const AlarmSection = lazy(() => import('./security/AlarmSection.tsx').then((file) => ({ default: file.AlarmSection })));
const CounterPage = lazy(() => import('./serving/CounterPage.tsx').then((file) => ({ default: file.CounterPage })));
const CountersSection = lazy(() => import('./serving/CountersSection.tsx').then((file) => ({ default: file.CountersSection })));
const PrioritySection = lazy(() => import('./serving/PrioritySection.tsx').then((file) => ({ default: file.PrioritySection })));
const ScenariosSection = lazy(() => import('./calm/ScenariosSection.tsx').then((file) => ({ default: file.ScenariosSection })));
const ServicePage = lazy(() => import('./serving/ServicePage.tsx').then((file) => ({ default: file.ServicePage })));
const ServicesSection = lazy(() => import('./serving/ServicesSection.tsx').then((file) => ({ default: file.ServicesSection })));
const ScreensSection = lazy(() => import('./screens/ScreensSection.tsx').then((file) => ({ default: file.ScreensSection })));
const DisplaySection = lazy(() => import('./system/DisplaySection.tsx').then((file) => ({ default: file.DisplaySection })));
const PrinterPage = lazy(() => import('./system/PrinterPage.tsx').then((file) => ({ default: file.PrinterPage })));
const PrintersSection = lazy(() => import('./system/PrintersSection.tsx').then((file) => ({ default: file.PrintersSection })));
const StationPage = lazy(() => import('./stations/StationPage.tsx').then((file) => ({ default: file.StationPage })));
const StationsSection = lazy(() => import('./stations/StationsSection.tsx').then((file) => ({ default: file.StationsSection })));
const SyncSection = lazyScreen(
  () => import('./sync/SyncSection.tsx'),
  () => import('../../i18n/areas/settingsSync.ts'),
);
const SystemSection = lazy(() => import('./system/SystemSection.tsx').then((file) => ({ default: file.SystemSection })));

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
  ['pengaduan', <ComplaintRulesSection key="pengaduan" />],
  ['petugas', <StaffSection key="petugas" />],
  ['petugas/:staffId', <StaffPage key="satu-petugas" />],
  ['pin', <OwnSecretSection key="pin" />],
  ['data-pribadi', <PersonalDataSection key="data-pribadi" />],
  ['kartu-tenang', <CalmCardsSection key="kartu-tenang" />],
  ['skenario', <ScenariosSection key="skenario" />],
  ['keamanan', <AlarmSection key="keamanan" />],
  ['buku-padam', <BookSection key="buku-padam" />],
  ['stasiun', <StationsSection key="stasiun" />],
  ['stasiun/:stationId', <StationPage key="satu-stasiun" />],
  ['sinkronisasi', <SyncSection key="sinkronisasi" />],
  ['printer', <PrintersSection key="printer" />],
  ['printer/:printerId', <PrinterPage key="satu-printer" />],
  ['layar', <ScreensSection key="layar" />],
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
          <Suspense fallback={null}>
            <Routes>
              {pages.map(([path, page]) => (
                <Route key={path} path={path} element={allowed.includes(path.split('/')[0] ?? '') ? page : <NoAccess />} />
              ))}
              <Route path="*" element={<Navigate to={`/pengaturan/${allowed[0] ?? 'bahasa'}`} replace />} />
            </Routes>
          </Suspense>
        </div>
      </div>
    </UnsavedGuard>
  );
}
