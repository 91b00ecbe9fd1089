import type { Migration } from '../migrate.ts';
import { foundation } from './0010-foundation.ts';
import { terms } from './0020-terms.ts';

/** All migrations, oldest first. A released one is never changed. */
export const migrations: readonly Migration[] = [foundation, terms];
