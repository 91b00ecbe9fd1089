import type { Surface } from './roles.ts';

/** The route at which a window of each surface starts. */
export const surfacePaths: Readonly<Record<Surface, string>> = { staff: '/loket', kiosk: '/kios', board: '/papan' };
