/** The new station's end of joining: wrong clocks, a set-up at the same time, repetitions, and what of the code is left behind. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { demoPin, seedDemoOffice } from '../../../electron/host/demo.ts';
import { createLog } from '../../../electron/host/log.ts';
import { createSystemPorts, type Ports } from '../../../electron/host/ports.ts';
import { logInAs } from '../../fixtures/demoOffice.ts';
import { connected, joinedStation, listed, newStation, openCode, startLead } from '../../fixtures/lanOffice.ts';
import { startTestHost } from '../../fixtures/testHost.ts';

const patient = { timeout: 15_000, interval: 20 };
const day = 24 * 3600_000;

/** The real ports of a computer whose clock is wrong. */
function wrongClock(byMs: number): Ports {
  const system = createSystemPorts();
  const now = () => system.clock.now() + byMs;
  return { ...system, clock: { ...system.clock, now }, random: { ...system.random, uuid: () => v7({ msecs: now() }) } };
}

describe('a computer whose clock is wrong', () => {
  test.each([
    ['a year', 366 * day],
    ['decades, as with an empty battery', Date.parse('1980-01-01T00:00:00Z') - Date.now()],
  ])('by %s joins, works with the lead, and is shown to be off', async (_words, byMs) => {
    const lead = await startLead();
    const station = await joinedStation(lead, 'Kios', wrongClock(byMs));
    await vi.waitFor(async () => {
      const { clockOffMs } = (await listed(lead, 'Kios')) ?? {};
      expect(Math.abs((clockOffMs ?? 0) - byMs)).toBeLessThan(60_000);
    }, patient);
    for (const [{ host }, mode] of [
      [station.host(), 'follower'],
      [lead.host, 'lead'],
    ] as const)
      await vi.waitFor(() => expect(host.services.office.standing().mode).toBe(mode), patient);
    await lead.admin.done('office.saveHours', []);
    const supervisor = lead.host.window('staff');
    await logInAs(lead.host, supervisor, 'pengawas');
    await supervisor.done('queue.openDay', {});
    await vi.waitFor(() => expect(station.host().host.engine.states.queue.day).not.toBeNull(), patient);
    const serviceId = lead.host.host.engine.states.office.services[0]?.id ?? '';
    const kiosk = station.host().window('kiosk');
    const given = await kiosk.done('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: null });
    // In the lead's series: it was the lead that decided.
    expect(given.number).toBe('A-001');
  });
});

test('the certificate runs out in no working life, names nobody, and its private key is on no disk in the clear', async () => {
  const station = await newStation();
  const { certificate, privateKey } = await station.host().host.lan.identity();
  const parsed = new X509Certificate(certificate);
  expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.parse('2021-01-01'));
  expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.parse('2100-01-01'));
  expect(parsed.subject).toBe('CN=loket');
  expect(parsed.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
  const secret = privateKey.split('\n')[1] ?? '';
  expect(secret.length).toBeGreaterThan(40);
  expect(filesWith(station.host().dataDir, [secret])).toEqual([]);
});

test('TLS below 1.3, or without a certificate, gets nowhere', async () => {
  const lead = await startLead();
  const { address } = await openCode(lead, 'Loket 2');
  const port = Number(address.split(':')[1]);
  const outcome = async (options: object) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
    const got: Buffer[] = [];
    socket.on('data', (data: Buffer) => got.push(data));
    const failed = await new Promise<string>((resolve) => {
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      socket.once('close', () => resolve('closed'));
      socket.once('secureConnect', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    });
    return [failed, Buffer.concat(got).length];
  };
  for (const maxVersion of ['TLSv1.1', 'TLSv1.2'] as const)
    expect(await outcome({ minVersion: 'TLSv1', maxVersion, ALPNProtocols: ['loket-join/1'] })).toEqual([expect.stringMatching(/^E/u), 0]);
  expect((await outcome({ ALPNProtocols: ['loket-join/1'] }))[1]).toBe(0);
  expect((await outcome({ ALPNProtocols: ['http/1.1'] }))[1]).toBe(0);
  expect((await outcome({}))[1]).toBe(0);
});

/** Names of files below a directory in which one of the texts stands. */
function filesWith(directory: string, texts: readonly string[]): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((name) => statSync(name).isFile())
    .filter((name) => texts.some((text) => readFileSync(name).includes(text)));
}

test('the code stands in no file of either end afterwards: no event, no log, no backup', async () => {
  const started = await Promise.all(
    ['lead', 'new'].map(async (name) => {
      const dataDir = mkdtempSync(join(tmpdir(), `loket-${name}-`));
      const log = createLog({ file: join(dataDir, 'logs', 'loket.log'), level: 'debug' });
      let tell = (): void => {};
      const restarted = new Promise<void>((resolve) => (tell = resolve));
      const host = await startTestHost({ dataDir, log, onRestart: () => tell() });
      onTestFinished(() => host.end());
      return { host, restarted };
    }),
  );
  const [lead, fresh] = started;
  if (lead === undefined || fresh === undefined) throw new Error('not started');
  await seedDemoOffice(lead.host.host);
  const admin = lead.host.window('staff');
  await logInAs(lead.host, admin, 'admin');
  const { code, address } = await openCode({ host: lead.host, admin }, 'Loket 2');
  const station = fresh.host.window('staff');
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  expect(await station.client.command('stations.join', { address, code: wrong })).toMatchObject({ refusal: { type: 'codeMistyped' } });
  await station.done('stations.join', { address, code });
  await fresh.restarted;
  expect((await admin.ask('stations.list', {})).lastJoined?.name).toBe('Loket 2');
  const plain = code.replaceAll('-', '');
  const forms = [code, plain, plain.toLowerCase(), code.toLowerCase(), Buffer.from(plain).toString('base64'), wrong];
  for (const { host } of started) {
    expect((await host.host.services.storage.backUp('manual', '2026-11-23')).ok).toBe(true);
    expect(filesWith(host.dataDir, forms)).toEqual([]);
  }
});

describe('a set-up at the same time', () => {
  test('given the office was founded here while the lead was waited for, then the station stays that office and loses nothing', async () => {
    const system = createSystemPorts();
    let letThrough = (): void => {};
    const waiting = new Promise<void>((resolve) => (letThrough = resolve));
    const lan: Ports['lan'] = {
      ...system.lan,
      async dial(options) {
        await waiting;
        return system.lan.dial(options);
      },
    };
    const lead = await startLead();
    const given = await openCode(lead, 'Loket 2');
    const station = await newStation({ ...system, lan });
    const joining = station.host().window('staff').client.command('stations.join', given);
    await seedDemoOffice(station.host().host);
    const keys = Buffer.from(station.host().host.services.keyStore.key('officeKey')).toString('hex');
    letThrough();
    expect(await joining).toEqual({ kind: 'refused', refusal: { type: 'stationNotEmpty' } });
    await station.restart();
    expect(Buffer.from(station.host().host.services.keyStore.key('officeKey')).toString('hex')).toBe(keys);
    const admin = station.host().window('staff');
    await logInAs(station.host(), admin, 'admin');
    expect((await admin.ask('office.configuration', {})).profile.name).not.toBe('');
    expect(station.host().host.lan.state()).toBeNull();
  });

  test('given it joined before it started again, then no second office is founded in it', async () => {
    const lead = await startLead();
    const station = await newStation();
    const window = station.host().window('staff');
    await window.done('stations.join', await openCode(lead, 'Loket 2'));
    const { profile, services, counters } = lead.host.host.engine.states.office;
    if (profile === null) throw new Error('the lead has no office');
    const administrator = { staffId: v7(), name: 'Lain', secret: demoPin };
    const reply = await window.client.command('office.setUp', { profile, services: [...services], counters: [...counters], administrator });
    // Such a decision is the lead's by now.
    expect(reply).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
    await station.rejoined;
    await connected(lead.host, station.host());
  });
});

test('asked twice by one command it joins once; asked again it says that it is no new station', async () => {
  const lead = await startLead();
  const station = await newStation();
  const given = await openCode(lead, 'Loket 2');
  const window = station.host().window('staff');
  const commandId = v7();
  const both = await Promise.all([window.done('stations.join', given, commandId), window.done('stations.join', given, commandId)]);
  expect(both).toEqual([both[0], both[0]]);
  await station.rejoined;
  await connected(lead.host, station.host());
  expect(lead.host.host.engine.states.office.stations).toHaveLength(2);
  expect(await station.host().window('staff').client.command('stations.join', given)).toMatchObject({
    kind: 'refused',
    refusal: { type: 'stationNotEmpty' },
  });
});

test('two that use one code at the same moment: one joins, the other is refused', async () => {
  const lead = await startLead();
  const [one, other] = [await newStation(), await newStation()];
  const given = await openCode(lead, 'Loket 2');
  const replies = await Promise.all([one, other].map((station) => station.host().window('staff').client.command('stations.join', given)));
  expect(replies.map((reply) => (reply.kind === 'refused' ? reply.refusal.type : reply.kind)).toSorted()).toEqual(['codeRefused', 'done']);
  expect(lead.host.host.engine.states.office.stations.map(({ letter }) => letter)).toEqual(['', 'A']);
});

test('a name that was given to another while the code was shown is refused in words', async () => {
  const lead = await startLead();
  const first = await joinedStation(lead, 'Loket 2');
  const given = await openCode(lead, 'Loket 3');
  const station = await newStation();
  const stationId = first.host().host.services.station.id;
  await lead.admin.done('stations.change', { stationId, name: 'LOKET  3', place: '', roles: ['counter'] });
  expect(await station.host().window('staff').client.command('stations.join', given)).toMatchObject({
    kind: 'refused',
    refusal: { type: 'chosenNameTaken' },
  });
  expect(station.host().host.lan.state()).toBeNull();
});
