/**
 * `zod` as every module of the renderer gets it (an alias in electron.vite.config.ts). zod probes `new Function` when the
 * first schema is made, which the content security policy reports as a violation; so it is told before any is.
 */
import { config } from 'zod/v4';

config({ jitless: true });

export * from 'zod/v4';
