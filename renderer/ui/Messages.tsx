import { lazy, Suspense, useEffect, useState } from 'react';
import { loadStubbornly, whenIdle } from './loadStubbornly.ts';

const MessageList = lazy(async () => ({ default: (await loadStubbornly(() => import('./MessageList.tsx'))).MessageList }));

/** Where short messages appear. Comes after the first screen: what was said before stands there then. */
export function Messages() {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return <Suspense fallback={null}>{idle && <MessageList />}</Suspense>;
}
