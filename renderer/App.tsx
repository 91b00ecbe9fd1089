import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { connectToHost } from './api/connection.ts';
import { HostProvider } from './api/HostProvider.tsx';
import { resumeSession } from './api/session.ts';
import { startTranslations } from './i18n/index.ts';
import { styleNonce } from './ui/nonce.ts';
import { theme } from './ui/theme.ts';

const StaffLayout = lazy(() => import('./ui/staff/StaffLayout.tsx'));
const CounterScreen = lazy(() => import('./screens/counter/CounterScreen.tsx'));
const KioskScreen = lazy(() => import('./screens/kiosk/KioskScreen.tsx'));
const BoardScreen = lazy(() => import('./screens/board/BoardScreen.tsx'));
const SettingsScreen = lazy(() => import('./screens/settings/SettingsScreen.tsx'));

startTranslations();

/** Each screen is a chunk of its own: a kiosk never loads the settings. */
const createRouter = () =>
  createBrowserRouter([
    { path: '/kios', element: <KioskScreen /> },
    { path: '/papan', element: <BoardScreen /> },
    {
      element: <StaffLayout />,
      children: [
        { path: '/loket/*', element: <CounterScreen /> },
        { path: '/pengaturan/*', element: <SettingsScreen /> },
        { path: '*', element: <Navigate to="/loket" replace /> },
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
      <Notifications position="top-center" />
      <HostProvider connection={connection}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
      </HostProvider>
    </MantineProvider>
  );
}
