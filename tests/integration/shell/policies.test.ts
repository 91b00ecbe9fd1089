import { chromium, type Browser, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppHandler } from '../../../electron/appProtocol.ts';
import { createPapers, type Papers } from '../../../electron/papers.ts';
import { findBrowser } from '../../../scripts/browser.mjs';

/** The shell's own answers, with their policies, in a real Chromium: the origins stand in for `app://loket` and `app://paper`. */
const origins = { 'http://loket.test': 'app://loket', 'http://paper.test': 'app://paper' };
const root = join(import.meta.dirname, '../../..');
let browser: Browser;
let page: Page;
let papers: Papers;
const said: string[] = [];

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const { executablePath, args, env } = findBrowser();
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args,
    env: { ...process.env, ...env },
  });
}, 180_000);
afterAll(() => browser.close());

beforeEach(async () => {
  papers = createPapers();
  const handle = createAppHandler(join(root, 'out/renderer'), papers);
  said.length = 0;
  page = await browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  for (const [stand, origin] of Object.entries(origins)) {
    await page.route(`${stand}/**`, async (route) => {
      const request = { url: route.request().url().replace(stand, origin), method: route.request().method() };
      const response = await handle(request as Request);
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    });
  }
});
afterEach(() => page.close());

describe('the pages of the desktop program', () => {
  test.each(['/loket', '/kios', '/papan', '/pengaturan/libur'])('%s starts under the policy without a single violation', async (path) => {
    await page.addInitScript(`
      window.asked = new Promise((resolve) => {
        window.loketShell = { requestPort: () => resolve(true), printers: async () => [] };
      });`);
    await page.goto(`http://loket.test${path}`);
    // A promise of the page: Playwright's own waiting would evaluate strings, which the policy forbids.
    expect(await page.evaluate('window.asked')).toBe(true);
    expect(said.filter((line) => /Content Security Policy|error:|Failed to load/u.test(line))).toEqual([]);
  });

  test('a script, a handler and a style from outside do not run there', async () => {
    await page.goto('http://loket.test/loket');
    await page.evaluate(`
      window.denied = new Promise((resolve) => {
        const directives = new Set();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          directives.add(effectiveDirective);
          if (directives.size === 4) resolve([...directives].toSorted());
        });
      });
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = 1"><b id="b" style="color: rgb(1, 2, 3)">b</b>');
      const script = document.createElement('script');
      script.textContent = 'window.ran = 2';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = '#b { color: rgb(1, 2, 3) !important }';
      document.head.append(style);`);
    // The browser reports each denial in a task of its own.
    expect(await page.evaluate('window.denied')).toEqual(['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem']);
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
    expect(await page.evaluate('getComputedStyle(document.getElementById("b")).color')).not.toBe('rgb(1, 2, 3)');
  });
});

test('a paper keeps its own style and runs nothing, and can be measured from outside', async () => {
  const url = papers.put(
    '<!doctype html><html><head><style>\r\n  html { height: 321px } b { color: rgb(255, 0, 0) }\r\n</style></head><body>' +
      '<b id="b">A-012</b><script>document.title = "ran"</script><img src="x" onerror="document.title = \'ran\'">' +
      '<i id="i" style="color: rgb(255, 0, 0)">i</i></body></html>',
  );
  await page.goto(url.replace('app://paper', 'http://paper.test'));
  const seen = await page.evaluate(`[
    getComputedStyle(document.getElementById('b')).color,
    getComputedStyle(document.getElementById('i')).color,
    document.title,
    document.documentElement.getBoundingClientRect().height]`);
  expect(seen).toEqual(['rgb(255, 0, 0)', 'rgb(0, 0, 0)', '', 321]);
});
