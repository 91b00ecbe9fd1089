import { once } from 'node:events';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { encodeEscPos } from '../../../electron/host/printing/escpos.ts';
import { connectLimitMs, sendToPrinter, transferLimitMs } from '../../../electron/host/printing/tcpSender.ts';
import { paperCommands } from '../../../shared/papers/raw/index.ts';
import { printedText } from '../../fixtures/escPosDecoder.ts';
import { closedPort, startFakePrinter } from '../../fixtures/fakePrinter.ts';
import { ticketPaper } from '../../fixtures/papers.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const bytes = encodeEscPos(paperCommands(ticketPaper, 32), 32);
const host = '127.0.0.1';

/** Ports whose sockets the test can watch, or make itself. */
function watchedPorts(connectTcp?: () => Socket) {
  const ports = createTestPorts('2026-03-12T02:31:00Z');
  const sockets: Socket[] = [];
  const network = {
    ...ports.network,
    connectTcp(address: string, port: number) {
      const socket = connectTcp === undefined ? ports.network.connectTcp(address, port) : connectTcp();
      sockets.push(socket);
      return socket;
    },
  };
  return { ...ports, network, sockets };
}

describe('sending to a network printer', () => {
  it('is printed when the printer took everything in and closed', async () => {
    const printer = await startFakePrinter();
    expect(await sendToPrinter(watchedPorts(), { host, port: printer.port }, bytes).sent).toEqual({ ok: true });
    expect(printer.papers).toHaveLength(1);
    expect(printedText(printer.papers[0]!)).toContain('A-012');
  });

  it('is refused where nobody listens', async () => {
    const port = await closedPort();
    expect(await sendToPrinter(watchedPorts(), { host, port }, bytes).sent).toEqual({ ok: false, failure: 'refused' });
  });

  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'])('is unreachable on %s', async (code) => {
    const socket = new Socket();
    const { sent } = sendToPrinter(
      watchedPorts(() => socket),
      { host: 'printer', port: 9100 },
      bytes,
    );
    socket.destroy(Object.assign(new Error(code), { code }));
    expect(await sent).toEqual({ ok: false, failure: 'unreachable' });
  });

  it('is unreachable when nothing answers within the limit, and not a moment before', async () => {
    const ports = watchedPorts(() => new Socket());
    let over = false;
    const { sent } = sendToPrinter(ports, { host: '192.0.2.1', port: 9100 }, bytes);
    void sent.then(() => (over = true));
    ports.advance(connectLimitMs - 1);
    await ports.timers.yield();
    expect(over).toBe(false);
    ports.advance(1);
    expect(await sent).toEqual({ ok: false, failure: 'unreachable' });
    expect(ports.sockets[0]?.destroyed).toBe(true);
  });

  it('is unreachable when the address is none', async () => {
    const ports = watchedPorts(() => {
      throw new RangeError('Port should be >= 0 and < 65536');
    });
    expect(await sendToPrinter(ports, { host, port: 70_000 }, bytes).sent).toEqual({ ok: false, failure: 'unreachable' });
  });

  it('runs out of time when the printer takes the connection and then nothing', async () => {
    const printer = await startFakePrinter('stalls');
    const ports = watchedPorts();
    const { sent } = sendToPrinter(ports, { host, port: printer.port }, bytes);
    await Promise.all([once(ports.sockets[0]!, 'connect'), printer.connections(1)]);
    ports.advance(transferLimitMs);
    expect(await sent).toEqual({ ok: false, failure: 'timeout' });
    expect(printer.papers).toHaveLength(0);
    expect(ports.sockets[0]?.destroyed).toBe(true);
  });

  it('is printed when a stalled printer goes on in time', async () => {
    const printer = await startFakePrinter('stalls');
    const ports = watchedPorts();
    const { sent } = sendToPrinter(ports, { host, port: printer.port }, bytes);
    await Promise.all([once(ports.sockets[0]!, 'connect'), printer.connections(1)]);
    ports.advance(transferLimitMs - 1);
    printer.resume();
    expect(await sent).toEqual({ ok: true });
    expect(printer.papers).toHaveLength(1);
  });

  it('is interrupted when the printer breaks off half-way', async () => {
    const printer = await startFakePrinter('breaksOff');
    const long = Buffer.concat(Array.from({ length: 4000 }, () => Buffer.from(bytes)));
    expect(await sendToPrinter(watchedPorts(), { host, port: printer.port }, long).sent).toEqual({ ok: false, failure: 'interrupted' });
    expect(printer.papers).toHaveLength(0);
  });

  it('is interrupted when the host stops', async () => {
    const printer = await startFakePrinter('stalls');
    const ports = watchedPorts();
    const sending = sendToPrinter(ports, { host, port: printer.port }, bytes);
    await printer.connections(1);
    sending.abort();
    expect(await sending.sent).toEqual({ ok: false, failure: 'interrupted' });
    expect(ports.sockets[0]?.destroyed).toBe(true);
  });
});
