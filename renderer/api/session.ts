import type { HostConnection } from './connection.ts';

/** The session's token lives as long as the tab: a reload keeps the login, closing the window ends it. */
const storageKey = 'loket.session';

export const rememberSession = (token: string): void => sessionStorage.setItem(storageKey, token);
export const forgetSession = (): void => sessionStorage.removeItem(storageKey);

/** Takes up the remembered session on every new connection. */
export function resumeSession(connection: HostConnection): void {
  connection.introduce(async (send) => {
    const token = sessionStorage.getItem(storageKey);
    if (token === null) return;
    const reply = await send('access.resume', { token });
    if (reply.kind === 'refused') forgetSession();
  });
}
