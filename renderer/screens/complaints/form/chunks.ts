/** Parts of the form that are not needed for its first paint; each brings its own words. */
import { lazy } from 'react';
import { addTexts } from '../../../i18n/index.ts';

async function loadLaterSteps() {
  const [module, texts] = await Promise.all([import('./LaterSteps.tsx'), import('../../../i18n/areas/complaintFields.ts')]);
  addTexts(texts);
  return module;
}

async function loadSavedView() {
  const [module, texts] = await Promise.all([import('./SavedView.tsx'), import('../../../i18n/areas/printWords.ts')]);
  addTexts(texts);
  return module;
}

export const LaterSteps = lazy(loadLaterSteps);
export const SavedView = lazy(loadSavedView);

/** Brings them while the first step is filled in: the host may be away by the time they are needed. */
export function bringAll(): void {
  void loadLaterSteps();
  void loadSavedView();
}
