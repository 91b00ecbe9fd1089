import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { defaultLanPort } from '../shared/domain/stations/address.ts';
import { refuse, ok, type Result } from '../shared/result.ts';
import { type Surface, surfaces } from '../shared/rpc/roles.ts';

/** What a person asked for on the command line; the same flags in Electron and in browser mode. */
export interface Flags {
  /** Serve browsers on the loopback address instead of opening Electron windows. */
  readonly browser: boolean;
  /** Port of browser mode; 0 takes a free one. */
  readonly port: number;
  /** Port for the other stations of the office; 0 takes a free one. */
  readonly lanPort: number;
  /** Absolute path of the station's data directory. */
  readonly dataDir: string;
  /** Fill an empty data directory with the demo office. */
  readonly demo: boolean;
  /** Windows to open, in this order; empty: those of the last time, else the counter's. */
  readonly open: readonly Surface[];
  /** Start without opening a window or a browser. */
  readonly noOpen: boolean;
  /** Print one JSON line when ready. */
  readonly json: boolean;
  readonly help: boolean;
  /** An administrator accepts a key store that the operating system does not protect; the host records it. */
  readonly allowWeakKeyStore: boolean;
}

export interface FlagError {
  readonly type: 'unknownFlag' | 'missingValue' | 'badPort' | 'badSurface' | 'unexpectedValue';
  /** One sentence for the person at the terminal. */
  readonly message: string;
}

/** What the defaults depend on; given so that tests need no other machine. */
export interface FlagContext {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly cwd: string;
}

export const defaultPort = 4717;

export const helpText = `Loket: the program of the public service counter

  npm start -- [flags]

  --browser               browser mode: serve http://127.0.0.1:${defaultPort} instead of opening Electron
  --port N                port of browser mode (default ${defaultPort}; 0 takes a free port)
  --lan-port N            port for the other stations of the office (default ${defaultLanPort}; 0 takes a free port);
                          nothing listens there while the office is one station
  --data DIR              data directory of this station
  --demo                  create the demo office with accounts when the data directory is empty
  --open SURFACE          window to open: staff, kiosk or board; may be repeated (a kiosk PC: --open kiosk)
  --no-open               do not open a window or a browser
  --json                  print one line {"url":…,"pid":…,"dataDir":…} when ready
  --allow-weak-key-store  Electron on Linux without a keyring: keep the keys with no protection but the file's
                          permissions. An administrator decides this; it is recorded in the audit log.
  --help                  this text
`;

type Switch = 'browser' | 'demo' | 'noOpen' | 'json' | 'help' | 'allowWeakKeyStore';

const switches: Readonly<Record<string, Switch>> = {
  '--browser': 'browser',
  '--demo': 'demo',
  '--no-open': 'noOpen',
  '--json': 'json',
  '--help': 'help',
  '-h': 'help',
  '--allow-weak-key-store': 'allowWeakKeyStore',
};

const valued = ['--port', '--lan-port', '--data', '--open'] as const;
type Valued = (typeof valued)[number];

/**
 * Reads the program's own arguments (without the executable and the script). `--port 0` and `--port=0` are alike.
 * Nothing is guessed: an unknown flag or a bad value is an error with a sentence to show.
 */
export function parseFlags(argv: readonly string[], context: FlagContext = systemContext()): Result<Flags, FlagError> {
  const on = new Set<Switch>();
  const values = new Map<Valued, readonly string[]>();
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const name = equals === -1 ? argument : argument.slice(0, equals);
    const known = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (known !== undefined) {
      if (equals !== -1) return refuse({ type: 'unexpectedValue', message: `${name} takes no value.` });
      on.add(known);
    } else if (isValued(name)) {
      const value = equals === -1 ? argv[(at += 1)] : argument.slice(equals + 1);
      if (value === undefined || value === '' || (equals === -1 && value.startsWith('--'))) {
        return refuse({ type: 'missingValue', message: `${name} needs a value, for example ${example[name]}.` });
      }
      values.set(name, [...(values.get(name) ?? []), value]);
    } else {
      return refuse({ type: 'unknownFlag', message: `Unknown flag ${JSON.stringify(argument)}. --help lists the flags.` });
    }
  }
  return toFlags(on, values, context);
}

const example: Readonly<Record<Valued, string>> = {
  '--port': '--port 4716',
  '--lan-port': '--lan-port 4719',
  '--data': '--data ./office',
  '--open': '--open kiosk',
};

const isSurface = (name: string): name is Surface => surfaces.some((surface) => surface === name);

const isValued = (name: string): name is Valued => (valued as readonly string[]).includes(name);

function toFlags(on: ReadonlySet<Switch>, values: ReadonlyMap<Valued, readonly string[]>, context: FlagContext): Result<Flags, FlagError> {
  const port = portOf(values, '--port', defaultPort);
  if (!port.ok) return port;
  const lanPort = portOf(values, '--lan-port', defaultLanPort);
  if (!lanPort.ok) return lanPort;
  const open = values.get('--open') ?? [];
  if (!open.every(isSurface))
    return refuse({ type: 'badSurface', message: `--open takes ${surfaces.join(', ')}, not ${JSON.stringify(open.at(-1))}.` });
  const data = values.get('--data')?.at(-1);
  return ok({
    browser: on.has('browser'),
    port: port.value,
    lanPort: lanPort.value,
    dataDir: data === undefined ? defaultDataDir(context) : resolve(context.cwd, data),
    demo: on.has('demo'),
    open,
    noOpen: on.has('noOpen'),
    json: on.has('json'),
    help: on.has('help'),
    allowWeakKeyStore: on.has('allowWeakKeyStore'),
  });
}

function portOf(
  values: ReadonlyMap<Valued, readonly string[]>,
  flag: '--port' | '--lan-port',
  otherwise: number,
): Result<number, FlagError> {
  const port = values.get(flag)?.at(-1) ?? String(otherwise);
  if (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535) return ok(Number(port));
  return refuse({ type: 'badPort', message: `${flag} must be a number from 0 to 65535, not ${JSON.stringify(port)}.` });
}

/** The per-user data directory of the operating system, in a folder `loket`. */
export function defaultDataDir({ platform, env, home }: FlagContext): string {
  if (platform === 'win32') return join(absoluteOr(env['LOCALAPPDATA'], join(home, 'AppData', 'Local')), 'loket');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'loket');
  return join(absoluteOr(env['XDG_DATA_HOME'], join(home, '.local', 'share')), 'loket');
}

/** The XDG specification tells to ignore relative paths. */
const absoluteOr = (path: string | undefined, otherwise: string) => (path !== undefined && isAbsolute(path) ? path : otherwise);

const systemContext = (): FlagContext => ({ platform: process.platform, env: process.env, home: homedir(), cwd: process.cwd() });
