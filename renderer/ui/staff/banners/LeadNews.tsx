import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { addTexts } from '../../../i18n/index.ts';
import { leadPath, useMayLead, useNotices } from '../../lead/useLead.ts';
import { loadStubbornly } from '../../loadStubbornly.ts';

const withTexts = async <Module,>(module: Promise<Module>): Promise<Module> => {
  const [loaded, texts] = await Promise.all([module, import('../../../i18n/areas/lead.ts')]);
  addTexts(texts);
  return loaded;
};
const CutOffBanner = lazy(() => loadStubbornly(() => withTexts(import('./CutOffBanner.tsx'))));
const CopyBanner = lazy(() => loadStubbornly(() => withTexts(import('./CopyBanner.tsx'))));
const NoticeBanner = lazy(() => loadStubbornly(() => withTexts(import('./NoticeBanner.tsx'))));

/** That this station works by itself, that copies do not fit, and what people must know after it did; loaded when there is any of it. */
export function LeadNews({ zone }: { zone: string | undefined }) {
  const { data: standing } = useHostQuery('lead.standing', {});
  const notices = useNotices();
  const mayLead = useMayLead();
  const { pathname } = useLocation();
  const isLeadScreen = pathname.startsWith(leadPath);
  // At a counter nothing moves under the hand of who cannot put it away; the status line says it there.
  const showsNotices = notices.length > 0 && !isLeadScreen && (mayLead || !/^\/loket\/./u.test(pathname));
  return (
    <Suspense fallback={null}>
      {standing?.mode === 'ownOnly' && !isLeadScreen && <CutOffBanner standing={standing} zone={zone} />}
      {standing?.copyProblems.map((problem) => (
        <CopyBanner key={problem.between.stationId} problem={problem} />
      ))}
      {showsNotices && <NoticeBanner n={notices.length} />}
    </Suspense>
  );
}
