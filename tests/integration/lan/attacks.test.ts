/** RELIABILITY 27: a man in the middle, a replay, a guess, an old code — nobody joins. Over real TLS, against the real host. */
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { createSystemPorts, type Ports } from '../../../electron/host/ports.ts';
import type { LanIdentity, SecureConnection } from '../../../electron/host/lan/network/network.ts';
import { proofOfLead } from '../../../electron/host/lan/joining/protocol.ts';
import { parseAddress } from '../../../shared/domain/stations/address.ts';
import { makeJoinCode } from '../../../shared/domain/stations/joinCode.ts';
import { connected, joinedStation, type Lead, newStation, openCode, type Station, startLead } from '../../fixtures/lanOffice.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const system = createSystemPorts();
const { lan } = system;

const addressOf = (typed: string) => {
  const address = parseAddress(typed);
  if (address === null) throw new Error(`no address: ${typed}`);
  return address;
};
const registered = ({ host }: Lead) => host.host.engine.states.office.stations.map(({ name }) => name);

async function refusalOf(station: Station, input: { readonly code: string; readonly address: string }): Promise<string> {
  const reply = await station.host().window('staff').client.command('stations.join', input);
  expect(station.host().host.lan.state()).toBeNull();
  return reply.kind === 'refused' ? reply.refusal.type : reply.kind;
}

/** Somebody on the LAN with a certificate of his own, who is dialled instead of the lead. */
async function attackerWith(onVictim: (victim: SecureConnection, own: LanIdentity) => void): Promise<string> {
  const own = await lan.makeIdentity();
  const server = await lan.listen({
    identity: own,
    port: 0,
    accepts: () => true,
    onConnection: (victim) => onVictim(victim, own),
  });
  onTestFinished(() => server.close());
  return `127.0.0.1:${server.port}`;
}

/** Everything goes through him, in both directions, unchanged or changed. */
const relay = (lead: string, change: (message: unknown) => unknown = (message) => message) =>
  attackerWith((victim, own) => {
    const early: unknown[] = [];
    let onward: SecureConnection | null = null;
    victim.transport.onMessage((message) => {
      if (onward === null) early.push(message);
      else onward.transport.send(change(message));
    });
    void lan.dial({ identity: own, to: addressOf(lead), purpose: 'join', accepts: () => true }).then((connection) => {
      onward = connection;
      connection.transport.onMessage((message) => victim.transport.send(change(message)));
      connection.transport.onClose(() => victim.cut());
      for (const message of early) connection.transport.send(change(message));
      return null;
    });
  });

/** What a new station says to a lead, by hand. @returns the lead's answer to the proof. */
async function knock(identity: LanIdentity, address: string, messages: readonly unknown[]): Promise<unknown> {
  const connection = await lan.dial({ identity, to: addressOf(address), purpose: 'join', accepts: () => true });
  onTestFinished(() => connection.cut());
  return new Promise((resolve) => {
    let next = 0;
    const say = () => {
      connection.transport.send(messages[next]);
      next += 1;
    };
    connection.transport.onMessage((answer) => (next < messages.length ? say() : resolve(answer)));
    connection.transport.onClose(() => resolve(null));
    say();
  });
}

describe('a man in the middle', () => {
  test('who passes everything on gets nobody in, and the code still counts for the right one', async () => {
    const lead = await startLead();
    const station = await newStation();
    const { code, address } = await openCode(lead, 'Loket 2');
    expect(await refusalOf(station, { code, address: await relay(address) })).toBe('codeRefused');
    expect(registered(lead)).toEqual(['Stasiun pertama']);
    expect((await lead.admin.ask('stations.list', {})).joining?.failures).toBe(1);
    await station.host().window('staff').done('stations.join', { code, address });
    await station.rejoined;
    await connected(lead.host, station.host());
  });

  test('who names himself in the hello gets nobody in', async () => {
    const lead = await startLead();
    const station = await newStation();
    const { code, address } = await openCode(lead, 'Loket 2');
    const change = (message: unknown) =>
      typeof message === 'object' && message !== null && 'nonce' in message ? { ...message, nonce: 'a'.repeat(64) } : message;
    expect(await refusalOf(station, { code, address: await relay(address, change) })).toBe('codeRefused');
    expect(registered(lead)).toEqual(['Stasiun pertama']);
  });

  test('who plays the lead without the code is given away by his proof; the station keeps its own keys', async () => {
    const station = await newStation();
    const { keyStore } = station.host().host.services;
    const before = Buffer.from(keyStore.key('officeKey')).toString('hex');
    const code = makeJoinCode(system.random.bytes);
    const address = await attackerWith((victim, own) => {
      const seen = { stationId: '', newStation: victim.peer, lead: own.fingerprint, newNonce: '', leadNonce: 'b'.repeat(64) };
      victim.transport.onMessage((message) => {
        const { t } = message as { t: string };
        if (t === 'hello') victim.transport.send({ t: 'challenge', nonce: seen.leadNonce });
        else victim.transport.send({ t: 'welcome', welcome: '{}', proof: proofOfLead('WRONG', seen, '{}') });
      });
    });
    expect(await refusalOf(station, { code, address })).toBe('leadNotProven');
    expect(Buffer.from(keyStore.key('officeKey')).toString('hex')).toBe(before);
  });
});

describe('a code that does not count', () => {
  test('used, cancelled, expired, of the code before: refused', async () => {
    const ports = createTestPorts('2026-11-23T01:00:00Z');
    const lead = await startLead(ports);
    const first = await openCode(lead, 'Loket 2');
    const second = await openCode(lead, 'Loket 3');
    const station = await newStation();
    expect(await refusalOf(station, first)).toBe('codeRefused');
    await lead.admin.done('stations.cancelJoining', {});
    expect(await refusalOf(station, second)).not.toBe('done');
    const third = await openCode(lead, 'Loket 4');
    ports.advance(10 * 60_000 + 1);
    expect(await refusalOf(station, third)).not.toBe('done');
    // Nobody touched the window meanwhile.
    await lead.admin.done('access.unlock', { secret: demoPin });
    const fourth = await openCode(lead, 'Loket 5');
    await station.host().window('staff').done('stations.join', fourth);
    await station.rejoined;
    const late = await newStation();
    expect(await refusalOf(late, fourth)).toBe('codeRefused');
    expect(registered(lead)).toEqual(['Stasiun pertama', 'Loket 5']);
  });

  test('guessed: after five tries within a minute even the right one must wait', async () => {
    const ports = createTestPorts('2026-11-23T01:00:00Z');
    const lead = await startLead(ports);
    const { code, address } = await openCode(lead, 'Loket 2');
    const station = await newStation();
    for (let n = 0; n < 5; n += 1) {
      expect(await refusalOf(station, { code: makeJoinCode(system.random.bytes), address })).toBe('codeRefused');
    }
    expect(await refusalOf(station, { code, address })).toBe('tooManyTries');
    ports.advance(61_000);
    await station.host().window('staff').done('stations.join', { code, address });
    expect(registered(lead)).toEqual(['Stasiun pertama', 'Loket 2']);
  });

  test('mistyped: said before anything is sent', async () => {
    const station = await newStation();
    expect(await refusalOf(station, { code: 'ABCD', address: '127.0.0.1:9' })).toBe('codeMistyped');
    expect(await refusalOf(station, { code: makeJoinCode(system.random.bytes), address: 'http://x' })).toBe('addressInvalid');
    expect(await refusalOf(station, { code: makeJoinCode(system.random.bytes), address: '127.0.0.1:9' })).toBe('noLeadAnswers');
  });
});

describe('a replay', () => {
  test('what a station said when it joined is worth nothing again, not even with its own certificate', async () => {
    const said: unknown[] = [];
    const ports: Ports = {
      ...system,
      lan: {
        ...lan,
        async dial(options) {
          const connection = await lan.dial(options);
          if (options.purpose !== 'join') return connection;
          const { transport } = connection;
          const send = (message: unknown) => {
            said.push(message);
            transport.send(message);
          };
          return { ...connection, transport: { ...transport, send } };
        },
      },
    };
    const lead = await startLead();
    const station = await newStation(ports);
    const given = await openCode(lead, 'Loket 2');
    await station.host().window('staff').done('stations.join', given);
    await station.rejoined;
    const own = await station.host().host.lan.identity();
    const next = await openCode(lead, 'Loket 3');
    expect(said).toHaveLength(3);
    for (const identity of [own, await lan.makeIdentity()]) {
      expect(await knock(identity, next.address, said.slice(0, 2))).toEqual({ t: 'refused', reason: 'codeRefused' });
    }
    expect(registered(lead)).toEqual(['Stasiun pertama', 'Loket 2']);
  });

  test('a word that is larger than any of the conversation ends it, and so does one that is no JSON', async () => {
    const lead = await startLead();
    const { address } = await openCode(lead, 'Loket 2');
    const identity = await lan.makeIdentity();
    for (const message of [{ t: 'hello', stationId: 'x'.repeat(64 * 1024) }, Number.NaN, null, [], 'x'.repeat(1024 * 1024)]) {
      expect(await knock(identity, address, [message])).toBeNull();
    }
  });

  test('messages out of turn or out of the protocol end the conversation', async () => {
    const lead = await startLead();
    const { address } = await openCode(lead, 'Loket 2');
    const identity = await lan.makeIdentity();
    for (const message of [{ t: 'proof', proof: 'a'.repeat(64) }, { t: 'joined' }, 'hello', { t: 'hello', stationId: 'x', nonce: '' }]) {
      expect(await knock(identity, address, [message])).toBeNull();
    }
    expect(registered(lead)).toEqual(['Stasiun pertama']);
  });
});

describe('a stranger', () => {
  test('who holds as many connections as he gets keeps no station out', async () => {
    const lead = await startLead();
    const { code, address } = await openCode(lead, 'Loket 2');
    const to = addressOf(address);
    const held = await Promise.all(
      Array.from({ length: 100 }, () => {
        const socket = connect({ ...to, localAddress: '127.0.0.9' });
        onTestFinished(() => void socket.destroy());
        return new Promise<string>((resolve) => {
          socket.on('error', () => {});
          socket.once('close', () => resolve('closed'));
          setTimeout(() => resolve('open'), 1000);
        });
      }),
    );
    expect(held.filter((outcome) => outcome === 'open')).toHaveLength(60);
    const station = await newStation();
    await station.host().window('staff').done('stations.join', { code, address });
    await station.rejoined;
    await connected(lead.host, station.host());
  });

  test('gets no link, whatever he asks for', async () => {
    const lead = await startLead();
    await joinedStation(lead, 'Loket 2');
    const { port } = lead.host.host.lan.listening();
    const identity = await lan.makeIdentity();
    const dialled = lan.dial({ identity, to: { host: '127.0.0.1', port: port ?? 0 }, purpose: 'link', accepts: () => true });
    await expect(dialled).rejects.toThrow(/./u);
  });

  test('who sits at the address of a station gets no byte: his certificate is another', async () => {
    const got: unknown[] = [];
    const address = await attackerWith((victim) => victim.transport.onMessage((message) => got.push(message)));
    const [own, expected] = [await lan.makeIdentity(), await lan.makeIdentity()];
    const dialled = lan.dial({
      identity: own,
      to: addressOf(address),
      purpose: 'link',
      accepts: (peer) => peer === expected.fingerprint,
    });
    await expect(dialled).rejects.toThrow('another one');
    expect(got).toEqual([]);
  });

  test('a station with something recorded does not join another office; a follower founds none', async () => {
    const lead = await startLead();
    const other = await startLead();
    const { code, address } = await openCode(lead, 'Loket 2');
    const reply = await other.host.window('staff').client.command('stations.join', { code, address });
    expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'stationNotEmpty' } });
    const follower = await joinedStation(lead, 'Loket 3');
    expect(await follower.host().window('staff').client.command('stations.join', { code, address })).toMatchObject({
      refusal: { type: 'stationNotEmpty' },
    });
  });
});
