import type { Migration } from '../migrate.ts';
import { foundation } from './0010-foundation.ts';

/** All migrations, oldest first. A released one is never changed. */
export const migrations: readonly Migration[] = [foundation];
