import { createMemoryRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import ComplaintFormScreen from '../../../renderer/screens/complaints/form/ComplaintFormScreen.tsx';
import { StaffSessionProvider } from '../../../renderer/ui/staff/StaffContext.tsx';
import { type ComplaintForm, emptyForm } from '../../../shared/domain/complaints/form.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { deskHost, idOf, session, view } from '../counter/fixtures.tsx';
import { type FakeHost, renderWithHost } from '../fakeHost.tsx';

export const draftId = idOf(700);
export const counterId = idOf(701);

type Opened = NonNullable<Output<'draft.open'>['draft']>;

/** A draft as the host gives it back. */
export function draft(change: Partial<Opened> = {}, form: (empty: ComplaintForm) => ComplaintForm = (empty) => empty): Opened {
  return {
    draftId,
    step: 'listen',
    field: '',
    form: form(emptyForm(idOf(702))),
    counterId,
    ticketId: null,
    revision: 3,
    updatedAt: Date.parse('2026-11-23T02:41:12Z'),
    ...change,
  };
}

/** Everything that must be there, at the last step but for the reading back. */
export const filled = (empty: ComplaintForm): ComplaintForm => ({
  ...empty,
  listen: { ...empty.listen, chronology: 'Petugas membentak ibu saya.' },
  identity: { ...empty.identity, name: 'Siti Rahmawati', consent: true },
  description: { ...empty.description, title: 'Petugas membentak' },
  classification: { ...empty.classification, type: 'ethics', tag: 'behaviour', class: 'ordinary', urgency: 'high', impact: 'medium' },
});

/** The draft as the complaint that it became. */
export const registered: Output<'complaint.view'> = {
  complaintId: draftId,
  number: 'P-2026-000123',
  channel: 'counter',
  kind: 'full',
  stage: 'received',
  priority: 'urgent',
  urgency: 'high',
  impact: 'medium',
  type: 'ethics',
  tag: null,
  class: 'ordinary',
  category: null,
  categoryId: null,
  unit: null,
  unitId: null,
  serviceId: null,
  serviceTitle: null,
  receivedAt: 0,
  receivedBy: 'Sari',
  counterName: 'Loket 3',
  ticketNumber: null,
  assigneeId: null,
  assigneeName: null,
  anonymous: false,
  confidential: false,
  mine: true,
  complainant: null,
  content: null,
  promisedOn: null,
  attachments: [],
  deadlines: [],
  letterOwed: false,
  escalation: 'none',
  waitingFor: null,
  outcome: null,
  mergedInto: null,
  related: [],
  timeline: [],
  actions: [],
};

/** A host with an office, where drafts are kept and nothing similar is found. */
export function formHost(opened: Opened | null = draft()): FakeHost {
  const host = deskHost(view());
  host.answers('draft.mine', []);
  host.answers('draft.open', { draft: opened });
  host.replies('draft.save', ({ revision }) => ({
    kind: 'done',
    output: { savedAt: Date.parse('2026-11-23T02:41:13Z'), revision: revision + 1 },
  }));
  host.answers('draft.discard', {});
  host.answers('office.complaintRules', defaultComplaintRules);
  host.replies('complaint.deadlinesPreview', () => ({
    kind: 'done',
    output: { deadlines: [{ kind: 'answer', dueOn: '2026-12-11', dueAt: 0 }], promise: '2026-12-11', unconfirmedYears: [] },
  }));
  host.answers('complaint.similar', []);
  host.answers('person.lookup', []);
  host.replies('complaint.view', () => ({ kind: 'refused', refusal: { type: 'complaintUnknown' } }));
  host.answers('complaint.pin', { pin: '7KQ2-M9XT' });
  host.answers('attachment.begin', { chunkBytes: 4 });
  host.replies('attachment.chunk', ({ offset }) => ({ kind: 'done', output: { received: offset } }));
  host.answers('attachment.remove', {});
  return host;
}

/** The form at an address; other addresses show their path. */
export function renderForm(
  host: FakeHost,
  entry: string | { pathname: string; search?: string; state?: unknown } = `/pengaduan/baru/${draftId}`,
) {
  const router = createMemoryRouter(
    [
      {
        element: (
          <StaffSessionProvider session={session}>
            <main id="screen">
              <Outlet />
            </main>
          </StaffSessionProvider>
        ),
        children: [
          { path: '/pengaduan/baru', element: <ComplaintFormScreen /> },
          { path: '/pengaduan/baru/:draftId', element: <ComplaintFormScreen /> },
          { path: '*', element: <p>elsewhere</p> },
        ],
      },
    ],
    { initialEntries: [entry] },
  );
  renderWithHost(host, <RouterProvider router={router} />);
  return router;
}
