import { IconFileOff } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useConnectionState, useHost } from '../../../api/HostProvider.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { SavedView } from './chunks.ts';
import { FormDesk } from './FormDesk.tsx';
import { type KnownEvent, openDraft, type Opening, type Origin } from './model/openDraft.ts';

type Page = Opening | { readonly kind: 'loading' } | { readonly kind: 'registered'; readonly isNew: boolean; readonly origin: Origin };

/** The draft of the address: its form, the complaint that it became, or that it is gone. */
export function DraftPage({ draftId, origin, event }: { draftId: string; origin: Origin; event: KnownEvent }) {
  const { t } = useTranslation();
  const { client } = useHost();
  const { online } = useConnectionState();
  const { locked } = useStaffSession();
  const begun = begunIn(useLocation().state);
  const [page, setPage] = useState<Page>({ kind: 'loading' });
  const { counterId, ticketId } = origin;
  const { date, serviceId } = event;

  const isOpen = page.kind === 'open' || page.kind === 'registered';
  useEffect(() => {
    // What is open stays open behind the lock and through a lost connection.
    if (isOpen || locked || !online) return undefined;
    let left = false;
    const open = async () => {
      const opening = await openOrFind(client, draftId, begun, { counterId, ticketId }, { date, serviceId });
      if (!left) setPage(opening);
    };
    void open();
    return () => {
      left = true;
    };
  }, [client, draftId, begun, counterId, ticketId, date, serviceId, locked, online, isOpen]);

  switch (page.kind) {
    case 'loading':
      return <div aria-busy />;
    case 'failed':
      // Behind the lock it is asked again as soon as the lock is opened.
      return page.failure.type === 'locked' ? <div aria-busy /> : <Trouble failure={page.failure} />;
    case 'open':
      return (
        <FormDesk
          draftId={draftId}
          opened={page.draft}
          onRegistered={() => setPage({ kind: 'registered', isNew: true, origin: page.draft })}
          onReload={() => setPage({ kind: 'loading' })}
        />
      );
    case 'registered':
      return (
        <Suspense fallback={<div aria-busy />}>
          <SavedView complaintId={draftId} origin={page.origin} isNew={page.isNew} />
        </Suspense>
      );
    case 'ended':
      return (
        <Notice Icon={IconFileOff} title={t('complaintForm.gone.title')} text={t('complaintForm.gone.text')}>
          <ButtonLink to="/pengaduan/baru">{t('complaintForm.done.another')}</ButtonLink>
        </Notice>
      );
  }
}

/** A draft that is gone may have become a complaint of the same id. */
async function openOrFind(...given: Parameters<typeof openDraft>): Promise<Page> {
  const [client, complaintId, , origin] = given;
  const opening = await openDraft(...given);
  if (opening.kind !== 'ended' && !(opening.kind === 'open' && opening.draft.revision === 0)) return opening;
  const reply = await client.query('complaint.view', { complaintId });
  return reply.kind === 'done' ? { kind: 'registered', isNew: false, origin } : opening;
}

/** What kind of form was just begun; kept with the address, so that a reload before the first word begins it again. */
function begunIn(state: unknown): 'full' | 'short' | null {
  const begun = typeof state === 'object' && state !== null && 'begun' in state ? state.begun : null;
  return begun === 'full' || begun === 'short' ? begun : null;
}
