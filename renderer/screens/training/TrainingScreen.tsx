import { Route, Routes } from 'react-router';
import { ScenarioListScreen } from './ScenarioListScreen.tsx';
import { ScenarioScreen } from './ScenarioScreen.tsx';

/** `/latihan`: role-play, kept apart from everything real. */
export default function TrainingScreen() {
  return (
    <Routes>
      <Route index element={<ScenarioListScreen />} />
      <Route path=":scenarioId" element={<ScenarioScreen />} />
    </Routes>
  );
}
