import { common } from './common.ts';
import type { board } from './board.ts';
import type { counter } from './counter.ts';
import type { kiosk } from './kiosk.ts';
import { refusal } from './refusal.ts';
import type { settings } from './settings.ts';
import type { setup } from './setup.ts';
import { staff } from './staff.ts';

/** The Indonesian texts that every window needs; those of a screen come with the screen (`areas/`). */
export const id = { ...common, ...refusal, ...staff };

/** Every key; Indonesian is the language that keys are defined in. */
export type Key =
  | keyof typeof id
  | keyof typeof board
  | keyof typeof counter
  | keyof typeof kiosk
  | keyof typeof settings
  | keyof typeof setup;
