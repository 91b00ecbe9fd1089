// `npm run dev`: the demo office with Vite in front, so that screens change as their files are saved.
// The host is restarted by hand (Ctrl-C, again): its state is on disk.
import './check-node.mjs';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'vite';
import react from '@vitejs/plugin-react';
import { parseFlags } from '../electron/flags.ts';
import { startBrowserMode } from '../electron/browserMode.ts';

const root = join(import.meta.dirname, '..', 'renderer');
const flags = parseFlags(['--browser', '--demo', '--data', join(import.meta.dirname, '..', 'data', 'dev'), ...process.argv.slice(2)]);
if (!flags.ok) throw new Error(flags.error.message);

const vite = await createServer({
  root,
  plugins: [react()],
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, hmr: { port: await freePort() } },
});
/** @type {import('../electron/host/http/pages.ts').PageSource} */
const pages = {
  strict: false,
  asset: (request, response, next) => vite.middlewares(request, response, next),
  index: (nonce, url) => vite.transformIndexHtml(url, readFileSync(join(root, 'index.html'), 'utf8')),
};
const mode = await startBrowserMode(flags.value, { pages });
console.log(`Loket (development): ${mode.url}`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    Promise.all([mode.close(), vite.close()]).then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

/** Vite's own socket would otherwise take a fixed port, and a second `npm run dev` would fail. */
async function freePort() {
  const probe = createTcpServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
