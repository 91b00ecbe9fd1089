/** The name under which the shell is put on `window`; a file of its own so that the preload bundles nothing else. */
export const shellName = 'loketShell';
