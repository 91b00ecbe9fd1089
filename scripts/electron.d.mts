/** Path of the installed Electron program, `null` when only its npm package is here. */
export function electronBinary(): string | null;
/** The program, downloaded when it is missing and the network allows; `null` otherwise. */
export function ensureElectron(): string | null;
export function hasDisplay(): boolean;
