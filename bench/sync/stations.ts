/** A station of an office at a real central server, in this process, whose network can be held and counts what goes over it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createCentralNetwork } from '../../electron/host/central/network.ts';
import { demoPin, seedDemoOffice } from '../../electron/host/demo.ts';
import { createFileKeyStore } from '../../electron/host/keyStore.ts';
import { createSystemPorts } from '../../electron/host/ports.ts';
import { memoryTransportPair } from '../../electron/host/rpc/transports.ts';
import { type Host, startHost } from '../../electron/host/startHost.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import type { CommandMethod, Input, Output } from '../../shared/rpc/contract.ts';
import { clientOn } from '../windows.ts';

export interface Station {
  readonly host: Host;
  readonly client: RpcClient;
  /** Bytes of bodies since the last call of `forget`, as they went over the wire. */
  readonly wire: { sent: number; received: number };
  hold(): void;
  release(): void;
  done<M extends CommandMethod>(method: M, input: Input<M>): Promise<Output<M>>;
  logIn(): Promise<void>;
  end(): void;
}

async function start(dataDir: string, joined: string | null): Promise<Station> {
  const wire = { sent: 0, received: 0 };
  let held = false;
  const real = createCentralNetwork();
  const ports = {
    ...createSystemPorts(),
    central: {
      async request(request: Parameters<typeof real.request>[0]) {
        if (held) throw new Error('held');
        wire.sent += request.body?.length ?? 0;
        const response = await real.request(request);
        wire.received += response.body.length;
        return response;
      },
    },
  };
  const host = await startHost({
    dataDir,
    keyStore: createFileKeyStore(join(dataDir, 'keys'), ports.random),
    ports,
    log: pino({ level: 'silent' }),
    ...(joined === null ? {} : { hasJoined: true, others: () => [joined] }),
  });
  const [near, far] = memoryTransportPair();
  host.router.serve(far, 'staff');
  const client = clientOn(near);
  return {
    host,
    client,
    wire,
    hold: () => void (held = true),
    release: () => void (held = false),
    async done(method, input) {
      const reply = await client.command(method, input);
      if (reply.kind !== 'done') throw new Error(`${method}: ${JSON.stringify(reply)}`);
      return reply.output;
    },
    async logIn() {
      const staffId = host.engine.states.office.staff.find(({ roles }) => roles.includes('admin'))?.id ?? '';
      await client.command('access.logIn', { staffId, secret: demoPin });
    },
    end() {
      host.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The demo office, enrolled. */
export async function startLead(url: string, code: string): Promise<Station> {
  const station = await start(mkdtempSync(join(tmpdir(), 'loket-bench-')), null);
  await seedDemoOffice(station.host);
  await station.logIn();
  await station.done('central.enrol', { url, code });
  await sent(station);
  return station;
}

/** A station that has joined the lead's office when it had nothing but its configuration, and has not heard of it since. */
export async function startFresh(lead: Station, upTo: number): Promise<Station> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  cpSync(join(lead.host.services.dataDir, 'keys'), join(dataDir, 'keys'), { recursive: true });
  const station = await start(dataDir, lead.host.services.station.id);
  station.hold();
  const { vault, events } = lead.host.services;
  station.host.services.vault.shared.adopt(
    vault.shared.after(0, 100).map(({ row }) => row),
    { station: lead.host.services.station.id, upTo: 0 },
  );
  station.host.engine.adopt(
    events.sharedAfter(0, upTo).map(({ seq: _seq, ...event }) => event),
    [],
  );
  return station;
}

/** Resolves when something holds, looked at whenever the station commits or announces something. */
export function when({ host }: Station, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = host.engine.onCommit(look);
    look();
  });
}

/** Everything that the station has is committed on the server. */
export const sent = (station: Station): Promise<void> =>
  when(station, () => {
    const { waiting, problem, lastSuccessAt } = station.host.services.central.standing();
    return waiting.events === 0 && problem === null && lastSuccessAt !== null;
  });

/** The office in a directory that was enrolled before. */
export async function startAt(dataDir: string): Promise<Station> {
  const station = await start(dataDir, null);
  await station.logIn();
  return station;
}
