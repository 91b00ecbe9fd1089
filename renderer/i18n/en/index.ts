import type { id } from '../id/index.ts';
import { common } from './common.ts';
import { leadStatus } from './leadStatus.ts';
import { refusal } from './refusal.ts';
import { securityButton } from './securityButton.ts';
import { staff } from './staff.ts';

/** The English of `../id/index.ts`; the type makes a missing or superfluous key a compile error, here and in every area. */
export const en: Record<keyof typeof id, string> = { ...common, ...refusal, ...staff, ...securityButton, ...leadStatus };
