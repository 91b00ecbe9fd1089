import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Attachments } from '../../../renderer/screens/complaints/detail/Attachments.tsx';
import type { OnItsWay } from '../../../renderer/screens/complaints/detail/useAttachment.ts';
import type { Reply } from '../../../shared/rpc/client.ts';
import { idOf } from '../counter/fixtures.tsx';
import { createFakeHost, renderWithHost } from '../fakeHost.tsx';

type Read = Reply<'attachment.read'>;

const attachment = { attachmentId: idOf(1), name: 'foto.jpg', mediaType: 'image/jpeg' as const, bytes: 3 };
const arrived: Read = { kind: 'done', output: { ...attachment, data: btoa('abc') } };
const onItsWay = (over: Partial<OnItsWay> = {}): Read => ({
  kind: 'refused',
  refusal: {
    type: 'attachmentOnItsWay',
    station: { stationId: idOf(2), name: 'Loket depan', letter: 'B' },
    isComing: true,
    received: 0,
    bytes: 3000,
    diskProblem: null,
    ...over,
  },
});

beforeEach(() => {
  URL.createObjectURL = vi.fn<() => string>(() => 'blob:here');
  URL.revokeObjectURL = vi.fn<() => void>();
});

/** A host that gives these answers, one after the other; the next one when the test says so. */
function open(...answers: readonly Read[]) {
  const host = createFakeHost();
  const waiting: (() => void)[] = [];
  let asked = 0;
  host.replies('attachment.read', () => {
    const answer = answers[(asked += 1) - 1];
    if (answer === undefined) throw new Error('asked too often');
    return asked === 1 ? answer : new Promise((resolve) => void waiting.push(() => resolve(answer)));
  });
  const rendered = renderWithHost(host, <Attachments attachments={[attachment]} />);
  return {
    host,
    rendered,
    press: () => userEvent.click(screen.getByRole('button', { name: 'Buka foto.jpg' })),
    async next() {
      await waitFor(() => expect(waiting).toHaveLength(1));
      waiting.shift()?.();
    },
  };
}

describe('an attachment that another station has', () => {
  it('is waited for: from where it comes, how far it is, and then it opens', async () => {
    const { press, next } = open(onItsWay(), onItsWay({ received: 1500 }), arrived);
    await press();
    expect(await screen.findByText('foto.jpg sedang diambil dari Loket depan (0%). Terbuka sendiri begitu sampai.')).toBeVisible();
    await next();
    expect(await screen.findByText(/Loket depan \(50%\)/u)).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '50');
    await next();
    expect(await screen.findByRole('img', { name: 'foto.jpg' })).toBeVisible();
    expect(screen.queryByText(/sedang diambil/u)).toBeNull();
  });

  it.each([
    [onItsWay({ isComing: false }), /belum ada di stasiun ini, masih di Loket depan/u],
    [onItsWay({ isComing: false, diskProblem: 'full' }), /belum dapat diambil dari Loket depan, karena disk stasiun ini penuh/u],
    [onItsWay({ isComing: false, diskProblem: 'failed' }), /tidak dapat ditulisi/u],
  ])('is not waited for when it does not come: %#', async (answer, words) => {
    const { host, press } = open(answer);
    await press();
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(host.sent('attachment.read')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Buka foto.jpg' })).toBeEnabled();
  });

  it('is not asked for any more when the screen is left', async () => {
    const { host, rendered, press, next } = open(onItsWay(), onItsWay());
    await press();
    await waitFor(() => expect(host.sent('attachment.read')).toHaveLength(2));
    rendered.unmount();
    await next();
    await Promise.resolve();
    expect(host.sent('attachment.read')).toHaveLength(2);
  });

  it('that cannot be opened is said so', async () => {
    const { press } = open({ kind: 'refused', refusal: { type: 'attachmentDamaged' } });
    await press();
    expect(await screen.findByRole('alert')).toHaveTextContent(/tidak dapat dibuka/u);
  });
});
