import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { connectToHost } from './api/connection.ts';
import { HostProvider } from './api/HostProvider.tsx';
import { resumeSession } from './api/session.ts';
import { startTranslations } from './i18n/index.ts';
import { lazyScreen } from './ui/lazyScreen.ts';
import { loadStubbornly } from './ui/loadStubbornly.ts';
import { Messages } from './ui/Messages.tsx';
import { styleNonce } from './ui/nonce.ts';
import { ScreenFailed } from './ui/staff/ScreenFailed.tsx';
import { theme } from './ui/theme.ts';

const StaffLayout = lazy(() => loadStubbornly(() => import('./ui/staff/StaffLayout.tsx')));
const ComplaintsScreen = lazy(() => loadStubbornly(() => import('./screens/complaints/ComplaintsScreen.tsx')));
const CounterScreen = lazyScreen(
  () => import('./screens/counter/CounterScreen.tsx'),
  () => import('./i18n/areas/counter.ts'),
);
const IncidentsScreen = lazyScreen(
  () => import('./screens/incidents/IncidentsScreen.tsx'),
  () => import('./i18n/areas/incidents.ts'),
);
const DocumentsScreen = lazyScreen(
  () => import('./screens/documents/DocumentsScreen.tsx'),
  () => import('./i18n/areas/documents.ts'),
);
const BookScreen = lazyScreen(
  () => import('./screens/book/BookScreen.tsx'),
  () => import('./i18n/areas/book.ts'),
);
const FloorScreen = lazyScreen(
  () => import('./screens/floor/FloorScreen.tsx'),
  () => import('./i18n/areas/floor.ts'),
);
const LeadScreen = lazyScreen(
  () => import('./screens/lead/LeadScreen.tsx'),
  () => import('./i18n/areas/lead.ts'),
);
const TrainingScreen = lazyScreen(
  () => import('./screens/training/TrainingScreen.tsx'),
  () => import('./i18n/areas/training.ts'),
);
const KioskScreen = lazyScreen(
  () => import('./screens/kiosk/KioskScreen.tsx'),
  () => import('./i18n/areas/kiosk.ts'),
);
const BoardScreen = lazyScreen(
  () => import('./screens/board/BoardScreen.tsx'),
  () => import('./i18n/areas/board.ts'),
);
const SecurityScreen = lazyScreen(
  () => import('./screens/security/SecurityScreen.tsx'),
  () => import('./i18n/areas/security.ts'),
);
const SettingsScreen = lazyScreen(
  () => import('./screens/settings/SettingsScreen.tsx'),
  () => import('./i18n/areas/settings.ts'),
);

startTranslations();

/** Each screen is a chunk of its own: a kiosk never loads the settings. */
const createRouter = () =>
  createBrowserRouter([
    { path: '/kios/*', element: <KioskScreen /> },
    { path: '/papan/*', element: <BoardScreen /> },
    {
      element: <StaffLayout />,
      children: [
        {
          // A screen that breaks must not take the security call with it.
          errorElement: <ScreenFailed />,
          children: [
            { path: '/loket/*', element: <CounterScreen /> },
            { path: '/berkas/*', element: <DocumentsScreen /> },
            { path: '/pengaduan/*', element: <ComplaintsScreen /> },
            { path: '/kejadian/*', element: <IncidentsScreen /> },
            { path: '/buku-padam/*', element: <BookScreen /> },
            { path: '/lantai/*', element: <FloorScreen /> },
            { path: '/induk/*', element: <LeadScreen /> },
            { path: '/latihan/*', element: <TrainingScreen /> },
            { path: '/keamanan/*', element: <SecurityScreen /> },
            { path: '/pengaturan/*', element: <SettingsScreen /> },
            { path: '*', element: <Navigate to="/loket" replace /> },
          ],
        },
      ],
    },
  ]);

export function App() {
  const [router] = useState(createRouter);
  const [connection] = useState(() => {
    const created = connectToHost();
    resumeSession(created);
    return created;
  });
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Messages />
      <HostProvider connection={connection}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
      </HostProvider>
    </MantineProvider>
  );
}
