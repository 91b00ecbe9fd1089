/**
 * Where the server may connect to by itself. Addresses of webhooks, gateways and mail servers are typed in by people of an agency;
 * none of them may make the server speak to what stands beside it (SSRF). The name is resolved here, every address of it must be
 * public, and the connection goes to exactly those addresses, so that a name that changes in between changes nothing.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Said by an address that leads inside; the operator can allow the name (LOKET_PRIVATE_HOSTS). */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

export interface Reachable {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Not on the public internet (IANA special-purpose registries, RFC 6890 and after). */
const special: Readonly<Record<'ipv4' | 'ipv6', readonly (readonly [string, number])[]>> = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  // Within 2000::/3, which alone is public; what embeds an IPv4 address is refused with it.
  ipv6: [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
};
const inside = new BlockList();
for (const [net, prefix] of special.ipv4) inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of special.ipv6) inside.addSubnet(net, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address (not a name) is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** Of the machine itself. */
export const isLoopbackHost = (host: string): boolean => /^(?:(?:.+\.)?localhost\.?|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u.test(host);

/** All addresses of a name. @throws when there is no such name. */
export type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
const resolveBySystem: Resolve = (name) => lookup(name, { all: true });

/**
 * The addresses that a host name stands for.
 * @param privateHosts names (or addresses) that may lead inside, as the operator listed them.
 * @throws PrivateAddressError; the resolver's error when there is no such name.
 */
export async function reachable(
  host: string,
  privateHosts: readonly string[],
  resolve: Resolve = resolveBySystem,
): Promise<readonly Reachable[]> {
  const bare = host.replace(/^\[|\]$/gu, '').toLowerCase();
  const family = isIP(bare);
  const found = family === 0 ? await resolve(bare) : [{ address: bare, family }];
  if (!privateHosts.includes(bare) && !found.every(({ address }) => isPublicAddress(address)))
    throw new PrivateAddressError('the address is not on the public internet');
  return found.map((one) => ({ address: one.address, family: one.family === 6 ? 6 : 4 }));
}
