import { Route, Routes } from 'react-router';
import { CounterChoice } from './choice/CounterChoice.tsx';
import { CounterWork } from './work/CounterWork.tsx';

/** `/loket` chooses a counter, `/loket/<counter>` works at it; both can be linked to and survive a reload. */
export default function CounterScreen() {
  return (
    <Routes>
      <Route index element={<CounterChoice />} />
      <Route path=":counterId" element={<CounterWork />} />
    </Routes>
  );
}
