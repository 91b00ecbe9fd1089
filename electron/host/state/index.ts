import type { StateTable } from './stateTable.ts';

/** Every state table of a station. */
export const stateTables: readonly StateTable[] = [];
