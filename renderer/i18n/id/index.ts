import { board } from './board.ts';
import { common } from './common.ts';
import { kiosk } from './kiosk.ts';
import { counter } from './counter.ts';
import { refusal } from './refusal.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { staff } from './staff.ts';

/** All Indonesian texts; Indonesian is the language that the keys are defined in. */
export const id = { ...board, ...common, ...kiosk, ...refusal, ...counter, ...settings, ...setup, ...staff };
export type Key = keyof typeof id;
