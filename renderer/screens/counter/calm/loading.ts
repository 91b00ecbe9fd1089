import { lazy } from 'react';
import { addTexts } from '../../../i18n/index.ts';
import { loadStubbornly, whenIdle } from '../../../ui/loadStubbornly.ts';

const loadTexts = async () => addTexts(await import('../../../i18n/areas/calm.ts'));
const withTexts = <T>(load: () => Promise<T>): Promise<T> =>
  loadStubbornly(async () => {
    const [module] = await Promise.all([load(), loadTexts()]);
    return module;
  });
const loadPanel = () => withTexts(() => import('./CalmPanel.tsx'));
const loadStrip = () => withTexts(() => import('./CalmStrip.tsx'));

// Nobody who is shouted at waits for a file: both are here before they are needed, also when the host is away.
whenIdle(() => void loadPanel());

export const CalmPanel = lazy(loadPanel);
export const CalmStrip = lazy(loadStrip);
