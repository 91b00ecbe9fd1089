import { type ComponentType, lazy } from 'react';
import { addTexts, type AreaTexts } from '../i18n/index.ts';
import { loadStubbornly } from './loadStubbornly.ts';

/** A screen whose code and texts are loaded together when it is first opened. */
export function lazyScreen(screen: () => Promise<{ default: ComponentType }>, texts: () => Promise<AreaTexts>): ComponentType {
  return lazy(async () => {
    const [module, area] = await loadStubbornly(() => Promise.all([screen(), texts()]));
    addTexts(area);
    return module;
  });
}
