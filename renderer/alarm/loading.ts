import { addTexts } from '../i18n/index.ts';
import { loadStubbornly } from '../ui/loadStubbornly.ts';

export const loadAlerts = () => withTexts(() => import('./alert/AlertLayer.tsx'));
export const loadSignPanel = () => withTexts(() => import('./sign/SignPanel.tsx'));

const withTexts = <T>(load: () => Promise<T>): Promise<T> =>
  loadStubbornly(async () => {
    const [module, texts] = await Promise.all([load(), import('../i18n/areas/alarm.ts')]);
    addTexts(texts);
    return module;
  });
