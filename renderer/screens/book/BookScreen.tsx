import { Route, Routes } from 'react-router';
import { SheetListScreen } from './SheetListScreen.tsx';
import { SheetScreen } from './SheetScreen.tsx';

/** `/buku-padam` the sheets, `/buku-padam/<sheet>` one sheet to copy from. */
export default function BookScreen() {
  return (
    <Routes>
      <Route index element={<SheetListScreen />} />
      <Route path=":sheetId" element={<SheetScreen />} />
    </Routes>
  );
}
