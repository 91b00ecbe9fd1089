/**
 * What is "the LAN" for this computer: addresses of its network cards, and callers who are on the same network. IPv4 only:
 * every LAN of an office has it, and a name that also has an IPv6 address is tried on both.
 */
import { BlockList, isIPv4 } from 'node:net';
import type { NetworkInterfaces } from '../ports.ts';

/** The same computer; there an administrator tries a link out before it goes to the wall. */
export const loopback = '127.0.0.1';

/** Cards that lead elsewhere than to the office: tunnels, dial-up, bridges of containers and virtual machines. */
const notLan = /^(?:tun|tap|wg|utun|ppp|tailscale|zt|docker|br-|veth|virbr|vmnet|vboxnet|vethernet|bluetooth|vmware|virtualbox)/iu;

/** Addresses to listen at, the likeliest first: a card of the machine before a self-given 169.254 address. */
export function lanAddresses(interfaces: NetworkInterfaces): readonly string[] {
  const all = cards(interfaces).map(({ address }) => address);
  return [...new Set(all)].toSorted((a, b) => Number(isSelfGiven(a)) - Number(isSelfGiven(b)));
}

/** Given by a computer to itself where nobody else gives any. */
const isSelfGiven = (address: string) => address.startsWith('169.254.');

/**
 * Whether a caller is in the building: this computer, the network of one of its cards, or a private network (another
 * segment behind the office's router). So a port that a router forwards to the internet by mistake answers nobody there.
 */
export function isLanCaller(remote: string | undefined, interfaces: NetworkInterfaces): boolean {
  const address = remote?.replace(/^::ffff:/iu, '');
  if (address === undefined || !isIPv4(address)) return false;
  if (privateNetworks.check(address)) return true;
  const own = new BlockList();
  for (const { cidr } of cards(interfaces)) {
    const [network, prefix] = cidr?.split('/') ?? [];
    if (network !== undefined && prefix !== undefined) own.addSubnet(network, Number(prefix));
  }
  return own.check(address);
}

/** RFC 1918, loopback, link-local. */
const privateNetworks = new BlockList();
privateNetworks.addSubnet('127.0.0.0', 8);
privateNetworks.addSubnet('10.0.0.0', 8);
privateNetworks.addSubnet('172.16.0.0', 12);
privateNetworks.addSubnet('192.168.0.0', 16);
privateNetworks.addSubnet('169.254.0.0', 16);

const cards = (interfaces: NetworkInterfaces) =>
  Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    notLan.test(name) ? [] : addresses.filter(({ family, internal }) => family === 'IPv4' && !internal),
  );

/** The name by which this computer is found over mDNS, `loket-1.local`; `null` when its name cannot be one. */
export function mdnsName(hostName: string): string | null {
  const label = hostName.split('.')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(label) && label !== 'localhost' ? `${label}.local` : null;
}
