import { fireEvent, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { expect, it, vi } from 'vitest';
import StaffLayout from '../../../renderer/ui/staff/StaffLayout.tsx';
import { ScreenFailed } from '../../../renderer/ui/staff/ScreenFailed.tsx';
import { renderWithHost } from '../fakeHost.tsx';
import { sari, staffHost } from '../staff/fixtures.tsx';
import { createFakeStation } from './fakeStation.ts';

function Broken(): never {
  throw new Error('Unable to preload CSS');
}

it('a screen that breaks leaves the security call where it is', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const station = createFakeStation();
  station.connect();
  const broken = { errorElement: <ScreenFailed />, children: [{ path: '*', element: <Broken /> }] };
  const router = createMemoryRouter([{ element: <StaffLayout />, children: [broken] }], { initialEntries: ['/loket'] });
  renderWithHost(station.on(staffHost(sari)), <RouterProvider router={router} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Layar ini tidak dapat ditampilkan');
  expect(screen.getByRole('button', { name: /Panggil keamanan/u })).toBeVisible();
  for (let n = 0; n < 2; n += 1) fireEvent.keyDown(window, { key: 'F12' });
  expect(station.saidOf('press')).toHaveLength(1);
});
