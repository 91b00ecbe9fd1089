import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const outside = (name: string) => ({ entryFileNames: '[name].js', dir: `out/${name}` });

/** Files by absolute paths, against electron-vite's preset: a reload of `/pengaturan/libur` must find them as well. */
const absoluteBase: Plugin = { name: 'loket:absolute-base', enforce: 'post', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      // Bundled, these shrink to what is used: zod alone would load a module for every language there is.
      externalizeDeps: { exclude: ['zod', 'uuid', 'temporal-polyfill', 'sirv'] },
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          hostProcess: 'electron/hostProcess.ts',
          browserMode: 'electron/browserMode.ts',
          // Read by the launcher, which would otherwise pay for Node's TypeScript loader as long as the host lives.
          flags: 'electron/flags.ts',
          // Started as a worker thread by the host, so it must be a file of its own.
          storageWorker: 'electron/host/backup/storageWorker.ts',
        },
        output: outside('main'),
      },
    },
  },
  preload: {
    build: {
      lib: { entry: 'electron/preload.ts', formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: '[name].cjs', dir: 'out/preload' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), absoluteBase],
    resolve: { alias: [{ find: /^zod$/u, replacement: join(import.meta.dirname, 'renderer/zod.ts') }] },
    build: {
      outDir: 'out/renderer',
      // Names what each screen loads; read by scripts/first-load.mjs.
      manifest: true,
      chunkSizeWarningLimit: 1000,
      emptyOutDir: true,
      minify: true,
      reportCompressedSize: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
