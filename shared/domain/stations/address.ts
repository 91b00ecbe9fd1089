/** Where a station listens, as a person types it. */
export interface StationAddress {
  readonly host: string;
  readonly port: number;
}

/** The port of the links between stations. */
export const defaultLanPort = 4718;

const plain = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)\.?(?::(\d{1,5}))?$/u;
const bracketed = /^\[([0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9._-]{1,15})?)\](?::(\d{1,5}))?$/u;
/** Without brackets a port could not be told from the address, so there is none. */
const bareIpv6 = /^((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f.]{0,15}(?:%[A-Za-z0-9._-]{1,15})?)$/u;

/** `192.168.1.10`, `loket-1.local:4718`, `[fe80::1]:4718` or `fe80::1`, spaces around it and its signs ignored; `null`: no address. */
export function parseAddress(typed: string): StationAddress | null {
  const text = typed.trim().replaceAll(/\s*([.:])\s*/gu, '$1');
  const [, host, digits] = plain.exec(text) ?? bracketed.exec(text) ?? bareIpv6.exec(text) ?? [];
  const port = digits === undefined ? defaultLanPort : Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

export const addressWords = ({ host, port }: StationAddress): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);

const qrStart = 'LOKET-GABUNG';

/** What the QR code holds: address and code, for a scanner that types it into the field of the code. */
export const joinTicket = (address: StationAddress, code: string): string => `${qrStart} ${addressWords(address)} ${code}`;

/** A scanned or pasted QR text in its parts; `null`: it is none. */
export function parseJoinTicket(text: string): { readonly address: string; readonly code: string } | null {
  const [start, address, code, ...more] = text.trim().split(/\s+/u);
  return start === qrStart && address !== undefined && code !== undefined && more.length === 0 ? { address, code } : null;
}
