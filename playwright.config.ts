import { defineConfig } from '@playwright/test';

/** The end-to-end specs run on Electron where its program is installed, else on browser mode: see tests/e2e/fixtures. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'node_modules/.cache/e2e-results',
  globalSetup: './tests/e2e/fixtures/globalSetup.ts',
  // Each test starts programs of its own, on free ports and empty directories.
  workers: 2,
  timeout: 120_000,
  // Four stations and a browser may share one small machine.
  expect: { timeout: 20_000 },
  // On the shared machines of CI a second try tells a slow machine from a wrong program; `npm test` prints how many needed it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
