import { afterEach, describe, expect, test, vi } from 'vitest';
import { openShellTransport } from '../../../renderer/api/shellTransport.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';

/** A port without the other end; jsdom has no channels. */
class FakePort extends EventTarget {
  readonly posted: unknown[] = [];
  closed = false;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  start(): void {}
  close(): void {
    this.closed = true;
  }
}

const shellSays = (data: unknown, ports: readonly FakePort[] = [], source: unknown = window) => {
  const event = new MessageEvent('message', { data });
  Object.defineProperties(event, { ports: { value: ports }, source: { value: source } });
  window.dispatchEvent(event);
};

const opened: Transport[] = [];
afterEach(() => opened.splice(0).forEach((transport) => transport.close()));

async function open(port = new FakePort()) {
  const requestPort = vi.fn<() => void>(() => queueMicrotask(() => shellSays({ type: 'loket:port' }, [port])));
  const transport = await openShellTransport({ requestPort });
  opened.push(transport);
  return { transport, port, requestPort };
}

describe('the transport of the desktop program', () => {
  test('asks once and carries messages both ways', async () => {
    const { transport, port, requestPort } = await open();
    const received: unknown[] = [];
    transport.onMessage((message) => received.push(message));
    transport.send({ t: 'call' });
    port.dispatchEvent(new MessageEvent('message', { data: { t: 'changed' } }));
    expect([requestPort.mock.calls.length, port.posted, received]).toEqual([1, [{ t: 'call' }], [{ t: 'changed' }]]);
  });

  test.each(['restarting', 'failed'])('given the host is %s, then it ends once, even where the port is silent', async (state) => {
    const { transport, port } = await open();
    const closed = vi.fn<() => void>();
    transport.onClose(closed);
    shellSays({ type: 'loket:host', state });
    shellSays({ type: 'loket:host', state });
    expect([closed.mock.calls.length, port.closed]).toEqual([1, true]);
  });

  test('a host that is running changes nothing', async () => {
    const { transport } = await open();
    const closed = vi.fn<() => void>();
    transport.onClose(closed);
    shellSays({ type: 'loket:host', state: 'running' });
    expect(closed).not.toHaveBeenCalled();
  });

  test('a message from another window or frame gives no port', async () => {
    const foreign = new FakePort();
    const own = new FakePort();
    const transport = await openShellTransport({
      requestPort() {
        shellSays({ type: 'loket:port' }, [foreign], {});
        shellSays('loket:port', [foreign]);
        shellSays({ type: 'loket:port' });
        shellSays({ type: 'loket:port' }, [own]);
      },
    });
    opened.push(transport);
    transport.send('hello');
    expect([foreign.posted, own.posted]).toEqual([[], ['hello']]);
  });
});
