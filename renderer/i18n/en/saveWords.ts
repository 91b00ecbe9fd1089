import type { saveWords as id } from '../id/saveWords.ts';

export const saveWords: Record<keyof typeof id, string> = {
  'save.untouched': 'Every field saves itself',
  'save.saving': 'Saving …',
  'save.late': 'Not saved yet: Loket has not answered. Everything stays on this screen.',
  'save.saved': 'Saved {{time}}',
  'save.failed': 'Not saved yet. Everything stays on this screen and is tried again and again. Do not close this window.',
};
