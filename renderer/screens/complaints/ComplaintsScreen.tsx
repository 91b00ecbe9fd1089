import { Route, Routes } from 'react-router';
import { lazyScreen } from '../../ui/lazyScreen.ts';

const ComplaintFormScreen = lazyScreen(
  () => import('./form/ComplaintFormScreen.tsx'),
  () => import('../../i18n/areas/complaintForm.ts'),
);
const listTexts = () => import('../../i18n/areas/complaintList.ts');
/** Screens that print say the words of printing as well. */
async function printingTexts() {
  const [list, print] = await Promise.all([listTexts(), import('../../i18n/areas/printWords.ts')]);
  return { id: { ...list.id, ...print.id }, en: { ...list.en, ...print.en } };
}
const ComplaintListScreen = lazyScreen(() => import('./list/ComplaintListScreen.tsx'), listTexts);
const ComplaintDetailScreen = lazyScreen(() => import('./detail/ComplaintDetailScreen.tsx'), printingTexts);
const StatusReportsScreen = lazyScreen(() => import('./reports/StatusReportsScreen.tsx'), printingTexts);
const RecurringScreen = lazyScreen(() => import('./groups/RecurringScreen.tsx'), printingTexts);

/** `/pengaduan` the work list, `/pengaduan/<complaint>` one complaint, `/pengaduan/baru` the guided form; each its own chunk. */
export default function ComplaintsScreen() {
  return (
    <Routes>
      <Route index element={<ComplaintListScreen />} />
      <Route path="baru" element={<ComplaintFormScreen />} />
      <Route path="baru/:draftId" element={<ComplaintFormScreen />} />
      <Route path="laporan-status" element={<StatusReportsScreen />} />
      <Route path="berulang" element={<RecurringScreen />} />
      <Route path=":complaintId" element={<ComplaintDetailScreen />} />
    </Routes>
  );
}
