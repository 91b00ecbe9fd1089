/** The listener for browsers on the LAN: off, on, after a restart, with a taken port, without a network. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { cardAt, fakeRenderer, get, linkWindow, listening, makeLink, portsWithCards } from '../../fixtures/screens.ts';
import { startTestHost, type TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** Another address of this computer plays the network card. */
const lan = '127.0.0.5';

let rendererDirectory: string;
let office: TestHost;
beforeAll(() => {
  rendererDirectory = fakeRenderer();
});
afterAll(() => rmSync(rendererDirectory, { recursive: true }));
afterEach(() => office.end());

const stateOf = () => office.host.services.screens.status().state;

/** Somebody else's program at a port. */
async function occupied(host = '0.0.0.0', port = 0): Promise<{ port: number; server: Server }> {
  const server = createServer().listen(port, host);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, server };
}

async function freePort(): Promise<number> {
  const { port, server } = await occupied();
  server.close();
  await once(server, 'close');
  return port;
}

async function start(cards = cardAt(lan)) {
  const clock = createTestPorts('2026-11-23T01:00:00Z');
  const { ports, network } = portsWithCards(cards, clock);
  office = await startDemoHost({ ports, rendererDirectory });
  return { admin: await staffWindow(office, 'admin'), network, advance: (ms: number) => clock.advance(ms) };
}

test('given nobody turned it on, then nothing is listened at, also with a link made before', async () => {
  const { admin } = await start();
  expect(await admin.ask('screens.overview', {})).toEqual({ on: false, port: 4719, state: 'off', origins: [], links: [] });
  const link = { surface: 'board', name: 'TV' } as const;
  const reply = await admin.client.command('screens.addLink', { linkId: office.host.services.ports.random.uuid(), link });
  expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'notListening' } });
});

test('turned on it listens at the LAN and on this computer, and does so again after a restart', async () => {
  const { admin } = await start();
  const port = await freePort();
  await admin.done('screens.listen', { on: true, port });
  expect(await admin.ask('screens.overview', {})).toMatchObject({
    on: true,
    port,
    state: 'listening',
    origins: [`http://${lan}:${port}`],
  });
  const { token } = await makeLink(admin, 'board');
  office = await office.restart();
  await expect.poll(stateOf).toBe('listening');
  for (const host of [lan, '127.0.0.1']) {
    const got = await get(`http://${host}:${port}`, '/papan', { cookie: `loket_layar_${port}=${token}` });
    expect([host, got.status]).toEqual([host, 200]);
  }
});

test('turned off it hangs up on every screen at once and answers nobody', async () => {
  const { admin } = await start();
  const origin = await listening(office);
  const board = await linkWindow(await makeLink(admin, 'board'), 'board');
  await admin.done('screens.listen', { on: false, port: 4719 });
  expect(await board.closed).toBe(1001);
  expect(stateOf()).toBe('off');
  await expect(get(origin, '/')).rejects.toThrow(/ECONNREFUSED/u);
});

test('given a device vanishes without a word, then it counts as connected no longer', async () => {
  const { admin, advance } = await start();
  await listening(office);
  const board = await linkWindow(await makeLink(admin, 'board'), 'board');
  const connected = () => office.host.services.screens.links.all()[0]?.link.connections.size;
  board.socket.pause();
  advance(20_000);
  expect(connected()).toBe(1);
  advance(20_000);
  await expect.poll(connected).toBe(0);
});

test('given one address holds as many sockets as it can, then the other screens go on', async () => {
  const { admin } = await start();
  const origin = await listening(office);
  const { port } = new URL(origin);
  const held = await Promise.all(
    Array.from({ length: 90 }, async () => {
      const socket = connect({ host: lan, port: Number(port), localAddress: '127.0.0.9' });
      onTestFinished(() => void socket.destroy());
      socket.on('error', () => {});
      const outcome = await Promise.race([once(socket, 'close').then(() => 'closed'), delay(500).then(() => 'open')]);
      return outcome;
    }),
  );
  expect(held.filter((outcome) => outcome === 'open')).toHaveLength(60);
  expect((await get(origin, '/')).status).toBe(401);
  expect((await (await linkWindow(await makeLink(admin, 'board'), 'board')).client.query('queue.board', {})).kind).toBe('done');
});

test('given a screen asks and takes no answer, then it is cut off before it fills the memory', async () => {
  const { admin, advance } = await start();
  await listening(office);
  const kiosk = await linkWindow(await makeLink(admin, 'kiosk'), 'kiosk');
  const connections = () => office.host.services.screens.links.all()[0]?.link.connections.size;
  kiosk.socket.pause();
  let asked = 0;
  while (connections() === 1 && asked < 60_000) {
    advance(1000);
    for (let n = 0; n < 50; n += 1) kiosk.socket.send(JSON.stringify({ t: 'call', n: (asked += 1), method: 'queue.kiosk', input: {} }));
    // The beat would end it as well, but only of one that does not answer it.
    kiosk.socket.pong();
    await delay(1);
  }
  expect(connections()).toBe(0);
  expect(asked).toBeLessThan(60_000);
});

test('another port takes the place of the former one', async () => {
  const { admin } = await start();
  const [first, second] = [await freePort(), await freePort()];
  await admin.done('screens.listen', { on: true, port: first });
  await admin.done('screens.listen', { on: true, port: second });
  expect((await get(`http://${lan}:${second}`, '/')).status).toBe(401);
  await expect(get(`http://${lan}:${first}`, '/')).rejects.toThrow(/ECONNREFUSED/u);
});

test('given the port is taken, then it says so and takes it as soon as it is free', async () => {
  const { admin, advance } = await start();
  const { port, server } = await occupied();
  await admin.done('screens.listen', { on: true, port });
  expect(await admin.ask('screens.overview', {})).toMatchObject({ on: true, port, state: 'portTaken', origins: [] });
  server.close();
  await once(server, 'close');
  advance(3000);
  await expect.poll(stateOf).toBe('listening');
});

test('given no network, then it says so, and listens as soon as a cable is in; a new address replaces the old one', async () => {
  const { admin, network, advance } = await start({});
  const port = await freePort();
  await admin.done('screens.listen', { on: true, port });
  // On this computer itself a link can be tried out.
  expect(await admin.ask('screens.overview', {})).toMatchObject({ state: 'noNetwork', origins: [`http://127.0.0.1:${port}`] });
  network.current = cardAt(lan);
  advance(3000);
  await expect.poll(stateOf).toBe('listening');
  network.current = cardAt('127.0.0.6');
  advance(3000);
  await expect.poll(() => office.host.services.screens.status().origins).toEqual([`http://127.0.0.6:${port}`]);
  await expect(get(`http://${lan}:${port}`, '/')).rejects.toThrow(/ECONNREFUSED/u);
});

test('given the built screens are not there, then it says so and opens no port', async () => {
  office = await startDemoHost({ ports: portsWithCards(cardAt(lan)).ports });
  const admin = await staffWindow(office, 'admin');
  const port = await freePort();
  await admin.done('screens.listen', { on: true, port });
  expect(await admin.ask('screens.overview', {})).toMatchObject({ state: 'noPages', origins: [] });
  await expect(get(`http://127.0.0.1:${port}`, '/')).rejects.toThrow(/ECONNREFUSED/u);
});

describe('its settings', () => {
  test.each([
    ['no JSON', '{"on":tru'],
    ['of another shape', '{"on":true,"port":4719}'],
    ['empty', ''],
  ])('that are %s mean off, and are set aside', async (_kind, content) => {
    const { ports } = portsWithCards(cardAt(lan));
    office = await startTestHost({ ports, rendererDirectory });
    const file = join(office.dataDir, 'screens', 'settings.json');
    office.host.close();
    mkdirSync(join(office.dataDir, 'screens'), { recursive: true });
    writeFileSync(file, content);
    office = await startTestHost({ ports, rendererDirectory, dataDir: office.dataDir });
    expect(office.host.services.screens.wish()).toEqual({ on: false, port: 4719 });
    expect(stateOf()).toBe('off');
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(content);
    expect(existsSync(file)).toBe(false);
  });
});
