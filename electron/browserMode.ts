/**
 * Browser mode: the host of a station under plain Node, its windows in any browser on this computer.
 * The launcher (`scripts/start.mjs`) runs the built form of this file.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Flags } from './flags.ts';
import { DataDirInUseError, lockDataDir } from './host/dataDirLock.ts';
import { seedDemoOffice } from './host/demo.ts';
import { seedDemoComplaints } from './host/demoComplaints.ts';
import { makeDemoPast } from './host/demoPast.ts';
import { NewerDatabaseError } from './host/database/migrate.ts';
import type { StandbyProblem } from '../shared/rpc/protocol.ts';
import { createHttpServer, type HttpServer, PortTakenError } from './host/http/server.ts';
import { builtPages, type PageSource } from './host/http/pages.ts';
import { createFileKeyStore, KeysProtectedError, KeyUnreadableError } from './host/keyStore.ts';
import { stationSurfaces } from './host/lan/stationSurfaces.ts';
import { createLog } from './host/log.ts';
import { createSystemPorts } from './host/ports.ts';
import { type Host, startHost } from './host/startHost.ts';
import { codeOf } from './host/storageProblem.ts';
import { VaultKeysLostError } from './host/vault/vault.ts';
import { keepYoungHeapSmall } from './youngHeap.ts';

export interface BrowserMode {
  readonly url: string;
  readonly http: HttpServer;
  /** The host that runs now: a station that joins an office starts again. */
  host(): Host;
  close(): Promise<void>;
}

/** The built renderer, seen from the built file (`out/main`) or from the source (`electron`). */
export function builtRendererDirectory(): string {
  const here = import.meta.dirname;
  return fileURLToPath(import.meta.url).endsWith('.ts') ? join(here, '../out/renderer') : join(here, '../renderer');
}

export interface BrowserModeOptions {
  readonly pages?: PageSource;
  /** The disk keeps the data closed; windows work for the security call alone, and the start waits. `null`: it is over. */
  readonly onProblem?: (problem: StandbyProblem | null, error: unknown, http: HttpServer) => void;
}

/**
 * Starts host and server. Windows that come while the data is still being prepared see its progress and can call for help.
 * @throws DataDirInUseError, PortTakenError, NewerDatabaseError; `explain` has a sentence for each.
 */
export async function startBrowserMode(
  flags: Flags,
  { pages = builtPages(builtRendererDirectory()), onProblem }: BrowserModeOptions = {},
): Promise<BrowserMode> {
  const ports = createSystemPorts();
  // Before the port is tried: of a second start on the same data, both are taken, and this is the one to tell.
  lockDataDir(flags.dataDir).release();
  const keyStore = createFileKeyStore(join(flags.dataDir, 'keys'), ports.random);
  const log = createLog({ file: join(flags.dataDir, 'logs', 'loket.log') });
  const http = await createHttpServer({ port: flags.port, pages, windowKey: keyStore.key('windowKey'), ports, log });
  try {
    if (flags.demo) await makeDemoPast({ dataDir: flags.dataDir, keyStore, ports, log });
    const start = () =>
      startHost({
        dataDir: flags.dataDir,
        keyStore,
        ports,
        log,
        lanPort: flags.lanPort,
        onStandby: (standby) => http.serve(standby),
        onRestart: () => void (restarting = restart()),
        ...(onProblem === undefined ? {} : { onProblem: (problem, error) => onProblem(problem, error, http) }),
        rendererDirectory: builtRendererDirectory(),
        newWindowUrl: (surface) => http.startUrl(surface),
      });
    let host = await start();
    tellPortTaken(host);
    let restarting = Promise.resolve();
    let closed = false;
    /** The windows see the standby meanwhile, and come again to the new host. */
    const restart = async () => {
      if (closed) return;
      host.close();
      host = await start();
      tellPortTaken(host);
      http.serve(host);
    };
    if (flags.demo && (await seedDemoOffice(host))) await seedDemoComplaints(host);
    http.serve(host);
    const close = async () => {
      closed = true;
      await http.close();
      await restarting;
      host.close();
    };
    const url = http.startUrl(flags.open[0] ?? stationSurfaces(flags.dataDir)[0] ?? 'staff');
    return { url, http, host: () => host, close };
  } catch (error) {
    await http.close();
    throw error;
  }
}

/** The links between stations are missing; the station itself works, so this is told and nothing ends. */
function tellPortTaken({ lan }: Host): void {
  let told: number | null = null;
  lan.onChange(() => {
    const taken = lan.listening().portTaken;
    if (taken !== null && taken !== told) {
      console.error(
        `Port ${taken}, for the other stations of the office, is taken by another program. Close it, or start with --lan-port N. Loket tries again by itself.`,
      );
    }
    told = taken;
  });
}

/** A sentence for each way in which a start can fail that a person can do something about; `null` for a bug. */
export function explain(error: unknown, flags: Flags): string | null {
  if (error instanceof DataDirInUseError) {
    return `Loket is already running on ${flags.dataDir} (process ${error.pid ?? 'unknown'}). Use that window, end it first, or choose another directory with --data DIR.`;
  }
  if (error instanceof PortTakenError) {
    return `Port ${flags.port} is taken by another program. Choose another one with --port N (0 takes a free one). No data was touched.`;
  }
  if (error instanceof NewerDatabaseError) {
    return `The data in ${flags.dataDir} was written by a newer Loket (schema ${error.found}, this one knows ${error.known}). Nothing was read or changed; start the newer program.`;
  }
  if (error instanceof KeysProtectedError || error instanceof KeyUnreadableError || error instanceof VaultKeysLostError)
    return error.message;
  return null;
}

/** A sentence about data that the disk does not give, for whoever looks at the terminal. */
export function explainProblem(problem: StandbyProblem | null, error: unknown, { dataDir }: Flags): string {
  const what = {
    readOnly: 'Its disk or its files can only be read: allow writing.',
    full: 'Its disk is full: free some space.',
    failed: 'The disk does not give its files: check the disk and who may use them.',
  };
  if (problem === null) return 'The data could be opened.';
  return `The data in ${dataDir} cannot be opened (${codeOf(error)}). Nothing was lost or changed. ${what[problem]} Loket tries again by itself; meanwhile only the security call works.`;
}

/** Runs until SIGINT or SIGTERM. Returns the exit code. */
export async function runBrowserMode(flags: Flags): Promise<number> {
  keepYoungHeapSmall();
  let mode: BrowserMode;
  try {
    mode = await startBrowserMode(flags, {
      onProblem(problem, error, http) {
        const address = problem === null ? '' : ` ${http.startUrl('staff')}`;
        console.error(`${explainProblem(problem, error, flags)}${address}`);
      },
    });
  } catch (error) {
    const sentence = explain(error, flags);
    if (sentence === null) throw error;
    console.error(sentence);
    return 1;
  }
  // Listened for before anybody is told: whoever starts the program may end it the moment it says that it is ready.
  const ended = endSignal();
  tellReady(mode, flags);
  await ended;
  await mode.close();
  return 0;
}

function tellReady({ url, http }: BrowserMode, flags: Flags): void {
  if (flags.json) console.log(JSON.stringify({ url, pid: process.pid, dataDir: flags.dataDir }));
  else console.log(`Loket is ready: ${url}\n(The address works once; data in ${flags.dataDir}; Ctrl-C ends the program.)`);
  if (flags.noOpen || flags.json) return;
  const addresses = [url, ...flags.open.slice(1).map((surface) => http.startUrl(surface))];
  openAll(addresses).catch((error: unknown) =>
    console.error(`The browser could not be opened (${String(error)}). Open the address by hand.`),
  );
}

/** Loaded only where a browser is opened: a counter that starts with --no-open keeps the memory. */
async function openAll(addresses: readonly string[]): Promise<void> {
  const { default: openInBrowser } = await import('open');
  for (const address of addresses) await openInBrowser(address);
}

const endSignal = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
