import { describe, expect, test } from 'vitest';
import type { HostConfig } from '../../../electron/hostProtocol.ts';
import { createHostSession, type SessionHost, type StartNews } from '../../../electron/hostSession.ts';
import { createHostSupervisor } from '../../../electron/hostSupervisor.ts';
import type { KeyStore } from '../../../electron/host/keyStore.ts';
import type { Router } from '../../../electron/host/rpc/router.ts';
import { createFakeElectron, FakeMessageChannel, FakeWebContents } from '../../fixtures/fakeElectron/index.ts';
import { settled } from '../../fixtures/fakeElectron/startFakeShell.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const key = new Uint8Array(32);
const config: HostConfig = {
  dataDir: 'data',
  demo: false,
  lanPort: 4718,
  protection: 'os',
  keys: { officeKey: key, indexKey: key, pepper: key, windowKey: key },
  weakKeyStore: null,
};

function createProcess(start: (journal: string[], news: StartNews, keyStore: KeyStore) => Promise<SessionHost>) {
  const journal: string[] = [];
  const sent: unknown[] = [];
  const session = createHostSession({
    ports: createTestPorts('2026-11-23T08:00:00+07:00'),
    start: (_config, keyStore, news) => start(journal, news, keyStore),
    send: (message) => void sent.push(message),
    exit: (code) => void journal.push(`exit ${code}`),
    onBadMessage: () => void journal.push('bad message'),
  });
  return { session, journal, sent };
}

const hostThat = (journal: string[]): SessionHost => ({
  router: { connections: new Set() } as unknown as Router,
  serve: (_transport: unknown, surface: string) => void journal.push(`serve ${surface}`),
  close: () => void journal.push('close'),
});

describe('the host’s process', () => {
  test('starts once, says ready, serves, closes, ends', async () => {
    const { session, journal, sent } = createProcess((lines) => Promise.resolve(hostThat(lines)));
    session.receive({ t: 'start', config }, []);
    session.receive({ t: 'start', config }, []);
    await settled();
    expect(sent).toEqual([{ t: 'ready' }]);
    session.receive({ t: 'connect', windowId: 1, surface: 'kiosk' }, [new FakeMessageChannel().port1]);
    session.receive({ t: 'stop' }, []);
    session.receive({ t: 'stop' }, []);
    await settled();
    expect(journal).toEqual(['serve kiosk', 'close', 'exit 0']);
  });

  test('a start that fails is told with its name and message, and ends', async () => {
    const { session, journal, sent } = createProcess(() => Promise.reject(new RangeError('no room')));
    session.receive({ t: 'start', config }, []);
    await settled();
    expect(sent).toEqual([{ t: 'startFailed', failure: { name: 'RangeError', message: 'no room' } }]);
    expect(journal).toEqual(['exit 1']);
  });

  test('a station that joins gets its keys stored by the shell, then closes and asks to be started again', async () => {
    let news: StartNews | null = null;
    let keyStore: KeyStore | null = null;
    const { session, journal, sent } = createProcess((lines, given, keys) => {
      [news, keyStore] = [given, keys];
      return Promise.resolve(hostThat(lines));
    });
    session.receive({ t: 'start', config }, []);
    await settled();
    const [given, keys] = [news as StartNews | null, keyStore as KeyStore | null];
    const shared = { officeKey: key, indexKey: key, pepper: key };
    const adopted = keys?.adopt(shared);
    expect(sent.at(-1)).toEqual({ t: 'adoptKeys', keys: shared });
    session.receive({ t: 'keysAdopted', ok: true }, []);
    await adopted;
    const refused = keys?.adopt(shared);
    session.receive({ t: 'keysAdopted', ok: false }, []);
    await expect(refused).rejects.toThrow('did not take the keys');
    given?.onRestart();
    given?.onRestart();
    await settled();
    expect(sent.at(-1)).toEqual({ t: 'restart' });
    expect(journal).toEqual(['close', 'exit 0']);
  });

  test('a stop during the start waits for it, so that a migration is never cut', async () => {
    const started = Promise.withResolvers<void>();
    const { session, journal, sent } = createProcess(async (lines) => {
      await started.promise;
      return hostThat(lines);
    });
    session.receive({ t: 'start', config }, []);
    session.receive({ t: 'stop' }, []);
    await settled();
    expect(journal).toEqual([]);
    started.resolve();
    await settled();
    expect([journal, sent]).toEqual([['close', 'exit 0'], []]);
  });

  test('on standby a window is served at once, and sent away to come again when the host is whole', async () => {
    const whole = Promise.withResolvers<void>();
    const { session, journal, sent } = createProcess(async (lines, news) => {
      news.onStandby({ serve: (_transport, surface) => void lines.push(`standby ${surface}`) });
      news.onProblem('full', new Error('no room'));
      await whole.promise;
      return hostThat(lines);
    });
    session.receive({ t: 'start', config }, []);
    const { port1 } = new FakeMessageChannel();
    session.receive({ t: 'connect', windowId: 1, surface: 'staff' }, [port1]);
    expect(port1.closed).toBe(false);
    whole.resolve();
    await settled();
    expect(port1.closed).toBe(true);
    session.receive({ t: 'connect', windowId: 1, surface: 'staff' }, [new FakeMessageChannel().port1]);
    expect(journal).toEqual(['standby staff', 'serve staff']);
    expect(sent).toEqual([{ t: 'standby' }, { t: 'problem', problem: 'full' }, { t: 'ready' }]);
  });

  test('a stop while the start waits for the disk calls it off', async () => {
    const { session, journal, sent } = createProcess(
      (_lines, { signal }) => new Promise((_resolve, reject) => void signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    session.receive({ t: 'start', config }, []);
    session.receive({ t: 'stop' }, []);
    await settled();
    expect([journal, sent]).toEqual([['exit 0'], []]);
  });

  test('a port that comes before the host is closed, not forgotten', async () => {
    const { session } = createProcess(() => new Promise(() => {}));
    const { port1, port2 } = new FakeMessageChannel();
    session.receive({ t: 'connect', windowId: 1, surface: 'staff' }, [port1]);
    expect([port1.closed, port2.closed]).toEqual([true, true]);
  });

  test.each([null, 'start', { t: 'start' }, { t: 'connect', windowId: 1, surface: 'system' }, { t: 'lock', all: true }])(
    '%j is no message of the protocol',
    (message) => {
      const { session, journal } = createProcess(() => new Promise(() => {}));
      session.receive(message, []);
      expect(journal).toEqual(['bad message']);
    },
  );

  test.each([
    ['a short key', { ...config, keys: { ...config.keys, pepper: new Uint8Array(16) } }],
    ['a missing key', { ...config, keys: { officeKey: key } }],
    ['plain protection', { ...config, protection: 'file' }],
  ])('a configuration with %s starts nothing', (_what, wrong) => {
    const { session, journal } = createProcess(() => Promise.reject(new Error('must not start')));
    session.receive({ t: 'start', config: wrong }, []);
    expect(journal).toEqual(['bad message']);
  });
});

describe('the supervisor', () => {
  function createSupervised() {
    const fake = createFakeElectron();
    const ports = createTestPorts('2026-11-23T08:00:00+07:00');
    const page = new FakeWebContents();
    const givenUp: unknown[] = [];
    const problems: unknown[] = [];
    const adopted: unknown[] = [];
    const supervisor = createHostSupervisor({
      electron: fake.electron,
      entry: 'hostProcess.js',
      config,
      clock: ports.clock,
      timers: ports.timers,
      pages: () => [page as never],
      adoptKeys: (keys) => adopted.push(keys) > 0,
      onReady() {},
      onReplay() {},
      onProblem: (problem) => void problems.push(problem),
      onGivenUp: (failure) => void givenUp.push(failure),
      log() {},
    });
    const host = () => {
      const forked = fake.forks.at(-1);
      if (forked === undefined) throw new Error('no host');
      return forked;
    };
    return { fake, ports, page, givenUp, problems, adopted, supervisor, host };
  }

  test('a page that asks before the host is ready gets its port then, once', () => {
    const { supervisor, page, host } = createSupervised();
    supervisor.start();
    supervisor.connect(page as never, 'staff');
    supervisor.connect(page as never, 'staff');
    expect(page.posted).toEqual([]);
    host().emit('message', { t: 'ready' });
    expect(page.posted.map(({ channel }) => channel)).toEqual(['loket:port']);
    expect(host().received.filter((message) => (message as { t: string }).t === 'connect')).toEqual([
      { t: 'connect', windowId: page.id, surface: 'staff' },
    ]);
  });

  test('a page gets its port on standby, and another one when it asks again', () => {
    const { supervisor, page, host, problems } = createSupervised();
    supervisor.start();
    supervisor.connect(page as never, 'staff');
    host().emit('message', { t: 'standby' });
    host().emit('message', { t: 'problem', problem: 'readOnly' });
    expect([page.posted.length, problems, supervisor.state]).toEqual([1, ['readOnly'], 'starting']);
    host().emit('message', { t: 'ready' });
    expect(page.posted).toHaveLength(1);
    supervisor.connect(page as never, 'staff');
    expect(page.posted).toHaveLength(2);
  });

  test('a page that closed in the meantime gets none', () => {
    const { supervisor, page, host } = createSupervised();
    supervisor.start();
    supervisor.connect(page as never, 'staff');
    page.destroyed = true;
    host().emit('message', { t: 'ready' });
    expect(page.posted).toEqual([]);
  });

  test('crashes are answered with longer pauses and, after a quiet minute, with short ones again', () => {
    const { supervisor, fake, ports, host } = createSupervised();
    supervisor.start();
    for (const pause of [200, 500, 1000]) {
      const before = fake.forks.length;
      host().end(139);
      ports.advance(pause - 1);
      expect(fake.forks).toHaveLength(before);
      ports.advance(1);
      expect(fake.forks).toHaveLength(before + 1);
    }
    ports.advance(60_000);
    host().end(139);
    ports.advance(200);
    expect(fake.forks).toHaveLength(5);
  });

  test('a message of a host that is gone, or outside the protocol, changes nothing', () => {
    const { supervisor, ports, host } = createSupervised();
    supervisor.start();
    const gone = host();
    gone.end(139);
    ports.advance(200);
    gone.emit('message', { t: 'ready' });
    host().emit('message', { t: 'ready', as: 'admin' });
    expect(supervisor.state).toBe('starting');
  });

  test('given up, it starts again only when a person says so, and pages are told', () => {
    const { supervisor, page, fake, ports, givenUp, host } = createSupervised();
    supervisor.start();
    for (let crash = 0; crash < 6; crash += 1) {
      host().end(139);
      ports.advance(4000);
    }
    expect([givenUp, supervisor.state, page.sent.at(-1)]).toEqual([[null], 'failed', ['loket:host', 'failed']]);
    ports.advance(3_600_000);
    expect(fake.forks).toHaveLength(6);
    supervisor.start();
    expect(fake.forks).toHaveLength(7);
  });

  test('a host that joined an office is started again at once, with the keys of that office', () => {
    const { supervisor, fake, page, adopted, host } = createSupervised();
    supervisor.start();
    host().emit('message', { t: 'ready' });
    const office = new Uint8Array(32).fill(7);
    host().emit('message', { t: 'adoptKeys', keys: { officeKey: office, indexKey: office, pepper: office } });
    expect(adopted).toEqual([{ officeKey: office, indexKey: office, pepper: office }]);
    expect(host().received.at(-1)).toEqual({ t: 'keysAdopted', ok: true });
    host().emit('message', { t: 'restart' });
    host().end(0);
    expect([fake.forks.length, page.sent.at(-1)]).toEqual([2, ['loket:host', 'restarting']]);
    expect(host().received[0]).toEqual({
      t: 'start',
      config: { ...config, keys: { officeKey: office, indexKey: office, pepper: office, windowKey: key } },
    });
  });

  test('a crash while it stops is the end, not a restart', async () => {
    const { supervisor, fake, ports, host } = createSupervised();
    supervisor.start();
    const stopped = supervisor.stop();
    host().end(139);
    await stopped;
    ports.advance(60_000);
    expect([fake.forks.length, supervisor.state]).toEqual([1, 'stopped']);
  });
});
