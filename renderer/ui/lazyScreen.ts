import { type ComponentType, lazy } from 'react';
import { addTexts, type AreaTexts } from '../i18n/index.ts';
import { loadStubbornly } from './loadStubbornly.ts';

/** A screen whose code and texts are loaded together when it is first opened. */
export function lazyScreen<Props = object>(
  screen: () => Promise<{ default: ComponentType<Props> }>,
  texts: () => Promise<AreaTexts>,
): ComponentType<Props> {
  return lazy<ComponentType<Props>>(async () => {
    const [module, area] = await loadStubbornly(() => Promise.all([screen(), texts()]));
    addTexts(area);
    return module;
  });
}
