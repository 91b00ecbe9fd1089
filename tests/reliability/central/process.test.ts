/** `npm run server` as an operator sees it: it drains, survives being killed, and says what is in its way. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from '../../../server/database/embedded.ts';
import { startTestDatabase } from '../../fixtures/central.ts';
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from '../../fixtures/serverProcess.ts';
import { temporaryDirectory } from '../../fixtures/tally.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

async function start(options: ServerProcessOptions): Promise<ServerProcess> {
  const server = await startServerProcess(options);
  onTestFinished(() => server.kill('SIGKILL'));
  return server;
}
const enrolled = ({ url, demo }: ServerProcess) =>
  writtenOffice({ url }, { code: demo?.officeCode ?? '', enrolmentCode: demo?.enrolmentCode ?? '' });
const pidFileOf = (dataDir: string) => join(dataDir, 'postgres', 'postmaster.pid');

/** The status of an answer that came whole, or why none came. */
const asked = (url: string, agent?: Agent) =>
  new Promise<number | string>((resolve) => {
    const sent = request(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.complete ? (response.statusCode ?? 0) : 'cut off'));
      response.on('error', () => resolve('cut off'));
    });
    // What was still in the queue of the operating system when nobody listened any more was never accepted.
    const word = (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' && !sent.reusedSocket ? 'not accepted' : error.code);
    sent.on('error', (error) => resolve(word(error) ?? error.message));
    sent.end();
  });

/** Asks again and again until nobody listens any more. @returns every answer. */
async function askUntilRefused(url: string, agent?: Agent): Promise<(number | string)[]> {
  const answers: (number | string)[] = [];
  while (answers.at(-1) !== 'ECONNREFUSED') answers.push(await asked(url, agent));
  return answers;
}

test('SIGTERM: first it says that it is not ready, then it answers what was asked, then it ends with its PostgreSQL', async () => {
  using directory = temporaryDirectory();
  const server = await start({ dataDir: directory.path, flags: ['--demo'] });
  const office = await enrolled(server);
  const waiting = office.client.orders(25);
  // One connection after the other, and connections that are kept.
  const ready = askUntilRefused(`${server.url}/ready`);
  const kept = Array.from({ length: 4 }, () => askUntilRefused(`${server.url}/health`, new Agent({ keepAlive: true, maxSockets: 1 })));
  await asked(`${server.url}/openapi.json`);
  const ended = server.end('SIGTERM');

  expect((await waiting).orders).toEqual([]);
  const inOrder = (answers: readonly (number | string)[]) => [...new Set(answers)].filter((answer) => answer !== 'not accepted');
  expect(inOrder(await ready)).toEqual([200, 503, 'ECONNREFUSED']);
  // What comes in while it closes is told to come again.
  for (const answers of await Promise.all(kept)) expect(inOrder(answers).filter((answer) => answer !== 503)).toEqual([200, 'ECONNREFUSED']);
  expect(await ended).toEqual([0, null]);
  expect(existsSync(pidFileOf(directory.path))).toBe(false);
});

test('SIGKILL: the next server on the data takes over the PostgreSQL that was left running; a third one is refused', async () => {
  using directory = temporaryDirectory();
  const killed = await start({ dataDir: directory.path, flags: ['--demo'] });
  const office = await enrolled(killed);
  office.write('queue/2026-11-28', 'ticketCalled.v1', {});
  const { heads } = await office.push();
  await killed.end('SIGKILL');
  const orphan = readFileSync(pidFileOf(directory.path), 'utf8').split('\n')[0];

  const next = await start({ dataDir: directory.path, flags: ['--demo'] });
  expect(readFileSync(pidFileOf(directory.path), 'utf8').split('\n')[0]).toBe(orphan);
  const again = await enrolled(next);
  expect((await again.client.heads()).heads).toEqual(heads);
  await expect(start({ dataDir: directory.path })).rejects.toThrow(
    `Another Loket (process ${next.pid}) is already using the data directory ${directory.path}`,
  );
  expect(await asked(`${next.url}/ready`)).toBe(200);
  expect(await next.end('SIGTERM')).toEqual([0, null]);
  expect(existsSync(pidFileOf(directory.path))).toBe(false);
});

test('with DATABASE_URL it brings no PostgreSQL of its own, and says so when that one does not answer', async () => {
  using directory = temporaryDirectory();
  const database = await startTestDatabase();
  onTestFinished(() => database.drop());
  const server = await start({ dataDir: directory.path, databaseUrl: database.url, flags: ['--demo'] });
  expect(await asked(`${server.url}/ready`)).toBe(200);
  expect(readdirSync(directory.path)).not.toContain('postgres');
  expect(await server.end('SIGTERM')).toEqual([0, null]);
  const nobody = 'postgres://nobody:secret-word@127.0.0.1:9/none';
  const refused = start({ dataDir: directory.path, databaseUrl: nobody });
  await expect(refused).rejects.toThrow(/exit 1: The server did not start: .*ECONNREFUSED/u);
  await expect(refused).rejects.not.toThrow('secret-word');
});

test('a file of a PostgreSQL that a power cut ended does not keep the next one from starting', async () => {
  using directory = temporaryDirectory();
  const before = await startEmbedded(directory.path);
  const file = readFileSync(pidFileOf(directory.path), 'utf8');
  await before.stop();
  // Since then another program has got its number: this one.
  writeFileSync(pidFileOf(directory.path), file.replace(/^\d+/u, String(process.pid)));
  const next = await startEmbedded(directory.path);
  await next.stop();
  expect(existsSync(pidFileOf(directory.path))).toBe(false);
});
