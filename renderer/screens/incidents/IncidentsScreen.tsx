import { Route, Routes } from 'react-router';
import { IncidentListScreen } from './IncidentListScreen.tsx';
import { IncidentScreen } from './IncidentScreen.tsx';

/** `/kejadian` the list, `/kejadian/<incident>` one report. */
export default function IncidentsScreen() {
  return (
    <Routes>
      <Route index element={<IncidentListScreen />} />
      <Route path=":incidentId" element={<IncidentScreen />} />
    </Routes>
  );
}
