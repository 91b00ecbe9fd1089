/** Stations find each other's addresses by multicast DNS. Whoever answers proves itself by TLS afterwards. */
import type { EventEmitter } from 'node:events';
import { networkInterfaces } from 'node:os';
import type { Cancel } from '../../ports.ts';
import { lanAddresses } from '../../screens/lan.ts';
import { type Announcement, type FoundStation, markOf } from './network.ts';

const serviceType = 'loket';
/** Nobody on the LAN may fill this station's memory or screens. */
const mostFound = 64;
const mark = /^[0-9a-f]{16}$/u;

/** Loaded only by a station that is or becomes one of several. A LAN without multicast is no error: addresses can be typed. */
function withBonjour(run: (bonjour: import('bonjour-service').Bonjour) => void): Cancel {
  let bonjour: import('bonjour-service').Bonjour | null = null;
  let ended = false;
  const begin = async () => {
    const { Bonjour } = await import('bonjour-service');
    if (ended) return;
    bonjour = new Bonjour({}, () => {});
    // The library leaves its socket's errors unheard (port 5353 in another program's hands), which would end the process.
    (bonjour as unknown as { readonly server: { readonly mdns: EventEmitter } }).server.mdns.on('error', () => {});
    run(bonjour);
  };
  begin().catch(() => {});
  return () => {
    ended = true;
    const ending = bonjour;
    bonjour = null;
    // What was announced is taken back first.
    ending?.unpublishAll(() => ending.destroy());
  };
}

/** Names are made of the fingerprint: the computer's own name may be a person's. */
export const announceStation = ({ port, fingerprint, joining }: Announcement): Cancel =>
  withBonjour((bonjour) => {
    const name = `loket-${markOf(fingerprint)}`;
    const txt = { v: '1', f: markOf(fingerprint), j: joining ? '1' : '0' };
    bonjour.publish({ name, type: serviceType, port, host: `${name}.local`, txt, probe: false });
  });

export const browseStations = (onChange: (found: readonly FoundStation[]) => void): Cancel =>
  withBonjour((bonjour) => {
    const tell = () => onChange(browser.services.slice(0, mostFound).flatMap(foundFrom));
    const browser = bonjour.find({ type: serviceType });
    for (const event of ['up', 'down', 'txt-update', 'srv-update'] as const) browser.on(event, tell);
  });

interface Service {
  readonly port: number;
  readonly addresses?: readonly string[];
  readonly referer?: { readonly address: string };
  readonly txt?: unknown;
}

/** Anybody on the LAN can announce anything: what does not look like a station is left out. */
export function foundFrom({ port, addresses, referer, txt }: Service): readonly FoundStation[] {
  const { f, j } = (typeof txt === 'object' && txt !== null ? txt : {}) as Readonly<Record<string, unknown>>;
  if (typeof f !== 'string' || !mark.test(f) || !Number.isInteger(port) || port < 1 || port > 65_535) return [];
  const hosts = [...(referer === undefined ? [] : [referer.address]), ...(addresses ?? [])];
  const plain = [...new Set(hosts)].filter((host) => /^[0-9a-fA-F.:]{2,45}$/u.test(host) && !host.startsWith('fe80')).slice(0, 6);
  return plain.length === 0 ? [] : [{ mark: f, joining: j === '1', addresses: plain.map((host) => ({ host, port })) }];
}

/** The network cards of the computer first; a tunnel or the bridge of a virtual machine hardly leads another station here. */
export function ownHosts(): readonly string[] {
  const interfaces = networkInterfaces();
  const all = Object.values(interfaces).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
  return [...new Set([...lanAddresses(interfaces), ...all])];
}
