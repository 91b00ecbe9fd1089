/** The content security policy of every page of the program: one for the renderer, one for papers on their way to a printer. */

/** Stands in the built index.html; whoever serves the page puts the response's nonce in its place. */
export const noncePlaceholder = '__CSP_NONCE__';

export interface PolicyOptions {
  /** Where the page may connect to besides its own origin, e.g. `ws://127.0.0.1:4717` in browser mode. */
  readonly connect?: readonly string[];
  /** Fresh for every response, at least 128 random bits in base64; it lets in the few style tags that Mantine writes. */
  readonly styleNonce?: string;
}

/**
 * The renderer's policy: everything denied but the page's own files. No unsafe-inline, no unsafe-eval.
 * `data:` and `blob:` images are previews and the QR code; `blob:` frames are the PDF preview, `srcdoc` frames inherit all of this.
 * @throws when a source or the nonce holds characters that could add a directive.
 */
export function contentSecurityPolicy({ connect = [], styleNonce }: PolicyOptions = {}): string {
  return serialize({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...(styleNonce === undefined ? [] : [nonceSource(styleNonce)])],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'frame-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  });
}

/**
 * A paper's policy: no script, no network, pictures from the document itself. Only the style blocks whose hashes are
 * given apply (`sha256` in base64), so a paper keeps one `<style>` and no style attributes.
 */
export function paperSecurityPolicy(styleHashes: readonly string[]): string {
  return serialize({
    'default-src': ["'none'"],
    'style-src': styleHashes.length === 0 ? ["'none'"] : styleHashes.map((hash) => `'sha256-${checked(hash)}'`),
    'img-src': ['data:'],
    'font-src': ['data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

const nonceSource = (nonce: string) => `'nonce-${checked(nonce)}'`;

function checked(base64: string): string {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/u.test(base64)) throw new Error('Not base64');
  return base64;
}

function serialize(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => {
      for (const source of sources) if (/[\s;,]/u.test(source)) throw new Error(`Not a source expression: ${source}`);
      return `${name} ${sources.join(' ')}`;
    })
    .join('; ');
}
