import type { Key } from '../id/index.ts';
import { common } from './common.ts';
import { refusal } from './refusal.ts';

/** All English texts; the type makes a missing or superfluous key a compile error. */
export const en: Record<Key, string> = { ...common, ...refusal };
