import { useState } from 'react';
import { useNow } from './useNow.ts';

/**
 * Time (ms) since this answer arrived, to the second: spans of the answer go on by it, whatever the two clocks say. The beat
 * before the answer counts as its arrival, so a span is never shown too short.
 */
export function useSince(answer: unknown): number {
  const now = useNow(1000);
  const [arrived, setArrived] = useState({ answer, at: now });
  if (arrived.answer === answer) return Math.max(0, now - arrived.at);
  setArrived({ answer, at: now });
  return 0;
}
