/** What nothing in electron/, shared/ and sync/ imports. */
export const serverOnly: readonly string[];
/** Directories in node_modules that only the server needs, with slashes. */
export function serverDirectories(): string[];
