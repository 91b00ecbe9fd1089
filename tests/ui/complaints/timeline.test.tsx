/** The history of a complaint: who did what, also when it came through the central server. */
import { screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { Timeline } from '../../../renderer/screens/complaints/detail/Timeline.tsx';
import type { TimelineEntry } from '../../../shared/rpc/methods/complaintViews.ts';
import { idOf } from '../counter/fixtures.tsx';
import { renderWithHost } from '../fakeHost.tsx';
import { formHost } from './fixtures.tsx';

const none = {
  ...{ staffName: '', text: null, unit: null, assigneeName: null, channel: null, outcome: null, deadline: null, level: null },
  ...{ otherNumber: null, otherId: null, score: null },
} as const;
const entries: readonly TimelineEntry[] = [
  { ...none, eventId: idOf(1), kind: 'received', at: 1, by: 'staff', staffName: 'Dewi Lestari' },
  { ...none, eventId: idOf(2), kind: 'answered', at: 2, by: 'unit', text: 'KTP Anda sudah jadi.' },
  { ...none, eventId: idOf(3), kind: 'replied', at: 3, by: 'complainant' },
  { ...none, eventId: idOf(4), kind: 'closed', at: 4, by: 'program', outcome: 'noReply' },
  { ...none, eventId: idOf(5), kind: 'rated', at: 5, by: 'complainant', score: 4, text: 'Cepat sekali' },
];

afterEach(() => i18next.changeLanguage('id'));

it.each([
  ['id', ['Pelapor (daring)', 'Program', 'Pelapor (daring)', 'Unit instansi', 'Dewi Lestari'], 'Layanan dinilai nilai 4 dari 5'],
  [
    'en',
    ['The complainant (online)', 'The program', 'The complainant (online)', 'Unit of the agency', 'Dewi Lestari'],
    'Service rated 4 out of 5',
  ],
] as const)('%s: says who it was, and how the service was rated', async (language, people, rated) => {
  await i18next.changeLanguage(language);
  renderWithHost(
    formHost(),
    <MemoryRouter>
      <Timeline entries={entries} />
    </MemoryRouter>,
  );
  const items = await screen.findAllByRole('listitem');
  for (const [place, who] of people.entries()) expect(items[place]).toHaveTextContent(who);
  const [newest] = items;
  if (newest === undefined) throw new Error('no entries');
  expect(newest).toHaveTextContent(rated);
  expect(within(newest).getByText('Cepat sekali')).toBeInTheDocument();
});
