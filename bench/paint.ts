import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { demoPin, demoStaff } from '../electron/host/demo.ts';
import type { RpcClient } from '../shared/rpc/client.ts';
import { launchChromium } from '../tests/e2e/fixtures/chromium.ts';
import { type BenchLine, percentile, round } from './measure.ts';
import { startProgram } from './program.ts';
import { clientOn, openBrowser } from './windows.ts';

const goalMs = 100;
const rounds = 100;

/** From the press on "call next" to the number painted, in a real browser on the real program. */
export default async function paint(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const program = await startProgram(directory, '--demo');
  const browser = await launchChromium();
  try {
    const supervisor = clientOn(await (await openBrowser(program.url))());
    await must(supervisor.command('access.logIn', { staffId: await staffId(supervisor, 'admin'), secret: demoPin }));
    const { url } = await must(supervisor.command('system.newWindowUrl', { surface: 'staff' }));
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(url);
    const samples = await callMany(page, supervisor);
    const p95 = percentile(samples, 0.95);
    const p50 = percentile(samples, 0.5);
    return [
      { bench: 'ui.paint', p50_ms: round(p50), p95_ms: round(p95), n: samples.length, goal: `p95 ≤ ${goalMs} ms`, ok: p95 <= goalMs },
    ];
  } finally {
    await browser.close();
    await program.end();
    rmSync(directory, { recursive: true });
  }
}

async function callMany(page: Page, supervisor: RpcClient): Promise<readonly number[]> {
  await must(supervisor.command('office.saveHours', []));
  await must(supervisor.command('queue.openDay', {}));
  const counter = (await must(supervisor.query('office.configuration', {}))).counters[0];
  if (counter === undefined) throw new Error('the demo office has counters');
  for (let i = 0; i < rounds; i += 1) {
    await must(
      supervisor.command('queue.issue', {
        ticketId: v7(),
        visitId: v7(),
        serviceId: counter.serviceIds[0] ?? '',
        ground: i % 5 === 0 ? 'lansia' : null,
      }),
    );
  }
  await page.getByRole('button', { name: demoStaff.find(({ roles }) => roles.includes('petugas'))?.name ?? '' }).click();
  await page.keyboard.type(demoPin);
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: counter.name }).getByRole('button').click();

  const samples: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    await page.locator('[data-action="callNext"][aria-disabled="false"]').waitFor();
    samples.push(await page.evaluate(pressToPaint));
    const ticketId = (await must(supervisor.query('queue.counterView', { counterId: counter.id }))).current?.id ?? '';
    await must(supervisor.command('queue.startServing', { counterId: counter.id, ticketId }));
    await must(supervisor.command('queue.finish', { counterId: counter.id, ticketId }));
  }
  return samples;
}

/** Runs in the page: presses the button and resolves after the frame in which the number stands was painted. */
function pressToPaint(): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = () => {
      if (document.querySelector('[data-testid="current-number"]') === null) return requestAnimationFrame(look);
      // A task after the frame's callbacks runs once the frame has been painted.
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => resolve(performance.now() - started));
      painted.port1.start();
      return painted.port2.postMessage(null);
    };
    document.querySelector<HTMLButtonElement>('[data-action="callNext"]')?.click();
    requestAnimationFrame(look);
  });
}

async function staffId(client: RpcClient, role: 'admin'): Promise<string> {
  const names = await must(client.query('access.staffNames', {}));
  return names.find(({ name }) => name === demoStaff.find(({ roles }) => roles.includes(role))?.name)?.id ?? '';
}

async function must<Output>(reply: Promise<{ kind: 'done'; output: Output } | { kind: 'refused' | 'failed' }>): Promise<Output> {
  const given = await reply;
  if (given.kind !== 'done') throw new Error(JSON.stringify(given));
  return given.output;
}
