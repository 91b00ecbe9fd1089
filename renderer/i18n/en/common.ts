import type { common as source } from '../id/common.ts';

export const common: Record<keyof typeof source, string> = {
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.loading': 'Loading …',
  'common.retry': 'Try again',
  'common.back': 'Back',
  'common.stale': 'Data as of {{time}} — connection to the host lost',
  'common.appName': 'Loket',
};
