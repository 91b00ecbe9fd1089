import { common } from './common.ts';
import { refusal } from './refusal.ts';

/** All Indonesian texts; Indonesian is the language that the keys are defined in. */
export const id = { ...common, ...refusal };
export type Key = keyof typeof id;
