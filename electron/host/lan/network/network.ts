import type { StationAddress } from '../../../../shared/domain/stations/address.ts';
import type { Transport } from '../../../../shared/rpc/protocol.ts';
import type { Cancel } from '../../ports.ts';

/** A station's own key pair and self-signed certificate, PEM. */
export interface LanIdentity {
  readonly certificate: string;
  readonly privateKey: string;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint: string;
}

/** What a connection is for: agreed in the TLS handshake (ALPN), before any byte of ours. */
export type Purpose = 'link' | 'join';

/** A connection whose other end proved in the TLS handshake that it holds the key of the certificate `peer`. */
export interface SecureConnection {
  readonly transport: Transport;
  /** Fingerprint of the other end's certificate. */
  readonly peer: string;
  /** IP address of the other end. */
  readonly host: string;
  /** Bytes that were sent and not yet taken by the network. */
  backlog(): number;
  /** Ends it at once: a half-open connection answers no closing handshake. */
  cut(): void;
}

export interface ListenOptions {
  readonly identity: LanIdentity;
  /** 0 takes a free one. */
  readonly port: number;
  /** Asked inside the handshake; a certificate that is not accepted gets no byte of ours. */
  accepts(peer: string, purpose: Purpose): boolean;
  onConnection(connection: SecureConnection, purpose: Purpose): void;
}

export interface DialOptions {
  readonly identity: LanIdentity;
  readonly to: StationAddress;
  readonly purpose: Purpose;
  /** Asked inside the handshake, before anything of ours is sent. */
  accepts(peer: string): boolean;
}

/** What is told on the LAN about a station that listens: nothing about office or persons. */
export interface Announcement {
  readonly port: number;
  readonly fingerprint: string;
  readonly joining: boolean;
}
export interface FoundStation {
  /** First 16 hex digits of its fingerprint: enough to know an own station again, proven by TLS afterwards. */
  readonly mark: string;
  readonly joining: boolean;
  readonly addresses: readonly StationAddress[];
}

export interface LanServer {
  readonly port: number;
  /** Takes no more connections; those that were handed on stay. */
  close(): void;
}

/** The LAN as stations use it. The seeded simulation has one of its own. */
export interface LanNetwork {
  makeIdentity(): Promise<LanIdentity>;
  /** @throws an error with code EADDRINUSE or EACCES when the port is taken. */
  listen(options: ListenOptions): Promise<LanServer>;
  /** Rejects when nobody answers, or when the other end is not accepted or does not accept. */
  dial(options: DialOptions): Promise<SecureConnection>;
  announce(announcement: Announcement): Cancel;
  browse(onChange: (found: readonly FoundStation[]) => void): Cancel;
  /** IPv4 addresses of this computer that others may reach. */
  ownHosts(): readonly string[];
}

export const markOf = (fingerprint: string): string => fingerprint.slice(0, 16);
