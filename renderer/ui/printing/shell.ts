import { type LoketShell, shellName } from '../../../shared/shell.ts';

/** What the desktop program offers this window; `null` in a browser. */
export function loketShell(): LoketShell | null {
  return (window as unknown as Record<string, LoketShell | undefined>)[shellName] ?? null;
}
