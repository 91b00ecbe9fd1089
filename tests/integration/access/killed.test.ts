import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { staffIdOf, startDemoHost } from '../../fixtures/demoOffice.ts';
import { startTestHost, type TestHost } from '../../fixtures/testHost.ts';

const program = fileURLToPath(new URL('../../fixtures/guessPins.ts', import.meta.url));

let office: TestHost;
let staffId: string;

beforeAll(async () => {
  office = await startDemoHost();
  staffId = staffIdOf(office, 'petugas');
  office.host.close();
});
afterAll(() => office.end());

/** Runs the guessing program on the office's data and kills it when it prints this line. */
async function killAt(line: string): Promise<void> {
  const child = spawn(process.execPath, [program, office.dataDir, staffId], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  for await (const printed of createInterface({ input: child.stdout })) {
    if (printed.startsWith(line)) child.kill('SIGKILL');
  }
  await exited;
}

test('killing the program gives no try back', async () => {
  await killAt('trying 3');
  await killAt('{"kind":"refused","refusal":{"type":"wrongSecret","failures":5');
  office = await startTestHost({ dataDir: office.dataDir });
  const answer = await office.window().client.command('access.logIn', { staffId, secret: demoPin });
  expect(answer).toMatchObject({ kind: 'refused', refusal: { type: 'loginDelayed' } });
});
