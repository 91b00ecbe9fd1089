/** Builds main, preload and renderer when a source is newer than the last build. @param root the project directory */
export function buildIfNeeded(root: string): void;
