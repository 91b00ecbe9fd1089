import { useParams, useSearchParams } from 'react-router';
import { DraftPage } from './DraftPage.tsx';
import type { KnownEvent, Origin } from './model/openDraft.ts';
import { StartPage } from './StartPage.tsx';

/** `/pengaduan/baru` begins a complaint or goes on with a draft, `/pengaduan/baru/<draft>` is the form. */
export default function ComplaintFormScreen() {
  const { draftId } = useParams();
  const [search] = useSearchParams();
  const origin: Origin = { counterId: search.get('loket'), ticketId: search.get('karcis') };
  const event: KnownEvent = { date: search.get('tanggal'), serviceId: search.get('layanan') };
  if (draftId === undefined) return <StartPage origin={origin} />;
  return <DraftPage key={draftId} draftId={draftId} origin={origin} event={event} />;
}
