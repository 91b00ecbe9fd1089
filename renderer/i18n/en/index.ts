import type { Key } from '../id/index.ts';
import { board } from './board.ts';
import { common } from './common.ts';
import { kiosk } from './kiosk.ts';
import { counter } from './counter.ts';
import { refusal } from './refusal.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { staff } from './staff.ts';

/** All English texts; the type makes a missing or superfluous key a compile error. */
export const en: Record<Key, string> = { ...board, ...common, ...kiosk, ...refusal, ...counter, ...settings, ...setup, ...staff };
