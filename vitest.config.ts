import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // These tests wait for disks, PostgreSQL and timers more than they compute: three of them share two cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/{unit,integration,contract,reliability}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/fixtures/sharedCluster.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['tests/ui/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/ui/setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
