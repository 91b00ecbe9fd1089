/**
 * Updates (RELIABILITY 9). An update is announced by a manifest that the release key has signed; it is verified before
 * anything is downloaded, and what was downloaded is compared with it before anything runs. The protocol:
 *
 * 1. The manifest file is JSON `{ "payload": base64, "signature": base64 }`. The Ed25519 signature is over the payload's
 *    bytes as they are, so that no two parsers can disagree about what was signed.
 * 2. The payload is JSON in UTF-8, as `updatePayload` below.
 * 3. It is refused unless it is signed by a known key, for this channel, strictly newer than what runs, not expired, and
 *    has a file for this platform with an https address.
 * 4. The file is refused unless length and SHA-512 are those of the manifest.
 */
import { createHash, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse, type Result } from '../shared/result.ts';

const maxManifestBytes = 64 * 1024;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/u);
const envelope = z.strictObject({ payload: base64, signature: base64 });

const updateFile = z.strictObject({
  platform: z.enum(['linux', 'win32', 'darwin']),
  arch: z.enum(['x64', 'arm64']),
  url: z.url({ protocol: /^https$/u }),
  sha512: base64.length(88),
  size: z.number().int().min(1),
});
export type UpdateFile = z.infer<typeof updateFile>;

const versionNumber = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/u);

const updatePayload = z.strictObject({
  format: z.literal(1),
  channel: z.enum(['stable', 'beta']),
  version: versionNumber,
  /** After this instant (UTC, ISO 8601) the manifest is too old to be offered: an attacker cannot hold back newer ones for ever. */
  expires: z.iso.datetime(),
  files: z.array(updateFile).min(1).max(20),
});

export type UpdateRefusal =
  | { readonly type: 'malformed' }
  | { readonly type: 'unsigned' }
  | { readonly type: 'wrongChannel'; readonly channel: string }
  | { readonly type: 'notNewer'; readonly version: string }
  | { readonly type: 'expired'; readonly expires: string }
  | { readonly type: 'noFile' };

export interface Installed {
  readonly version: string;
  readonly channel: 'stable' | 'beta';
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Public keys of releases; an update signed by any of them is genuine. Empty: there are no updates. */
  readonly keys: readonly KeyObject[];
  /** Wall clock, ms since the epoch. */
  readonly now: number;
}

export interface Update {
  readonly version: string;
  readonly file: UpdateFile;
}

/** Decides about a manifest as it came from the network: what may be downloaded, or why nothing. */
export function verifyUpdateManifest(text: string, installed: Installed): Result<Update, UpdateRefusal> {
  if (text.length > maxManifestBytes) return refuse({ type: 'malformed' });
  const sealed = parseJson(envelope, text);
  if (sealed === null) return refuse({ type: isObject(text) ? 'unsigned' : 'malformed' });
  const payload = Buffer.from(sealed.payload, 'base64');
  const signature = Buffer.from(sealed.signature, 'base64');
  // Nothing of the payload is looked at before this.
  if (!installed.keys.some((key) => isSignedBy(key, payload, signature))) return refuse({ type: 'unsigned' });
  const update = parseJson(updatePayload, payload.toString('utf8'));
  if (update === null) return refuse({ type: 'malformed' });
  if (update.channel !== installed.channel) return refuse({ type: 'wrongChannel', channel: update.channel });
  if (!isNewer(update.version, installed.version)) return refuse({ type: 'notNewer', version: update.version });
  if (Date.parse(update.expires) <= installed.now) return refuse({ type: 'expired', expires: update.expires });
  const file = update.files.find(({ platform, arch }) => platform === installed.platform && arch === installed.arch);
  return file === undefined ? refuse({ type: 'noFile' }) : ok({ version: update.version, file });
}

/**
 * Downloads what a manifest allows, and only that. `download` is called after every check of the manifest and never for
 * a refused one. @throws what `download` throws.
 */
export async function fetchUpdate(
  text: string,
  installed: Installed,
  download: (url: string, maxBytes: number) => Promise<Uint8Array>,
): Promise<Result<Update & { readonly bytes: Uint8Array }, UpdateRefusal | { readonly type: 'fileDiffers' }>> {
  const verified = verifyUpdateManifest(text, installed);
  if (!verified.ok) return verified;
  const { url, size, sha512 } = verified.value.file;
  const bytes = await download(url, size);
  const same = bytes.length === size && createHash('sha512').update(bytes).digest('base64') === sha512;
  return same ? ok({ ...verified.value, bytes }) : refuse({ type: 'fileDiffers' });
}

/** Whether a version of three numbers is strictly newer. Anything that is not such a version is not newer. */
export function isNewer(candidate: string, installed: string): boolean {
  if (!versionNumber.safeParse(candidate).success || !versionNumber.safeParse(installed).success) return false;
  const [a, b] = [candidate, installed].map((version) => version.split('.').map(Number));
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
  return at !== -1 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}

function isSignedBy(key: KeyObject, payload: Uint8Array, signature: Uint8Array): boolean {
  // Any other kind of key would verify with another algorithm.
  return key.asymmetricKeyType === 'ed25519' && key.type === 'public' && signature.length === 64 && verify(null, payload, key, signature);
}

function parseJson<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> | null {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: the caller refuses it.
    return null;
  }
}

const isObject = (text: string) => parseJson(z.looseObject({}), text) !== null;
