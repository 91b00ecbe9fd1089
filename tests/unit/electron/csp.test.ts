import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, paperSecurityPolicy } from '../../../shared/csp.ts';
import { policyOfPaper } from '../../../electron/papers.ts';

describe('content security policy', () => {
  test('the policy of the pages, as a whole', () => {
    expect(contentSecurityPolicy({ connect: ['ws://127.0.0.1:4717'], styleNonce: 'AAAAAAAAAAAAAAAAAAAAAA==' }).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self'",
      "connect-src 'self' ws://127.0.0.1:4717",
      "frame-src 'self' blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]);
  });

  test.each([
    { connect: ['ws://a; script-src *'] },
    { connect: ["'self' https://b"] },
    { styleNonce: "a' 'unsafe-inline" },
    { styleNonce: 'short' },
  ])('a source that could add a directive is a bug: %j', (options) => expect(() => contentSecurityPolicy(options)).toThrow(/^Not /u));

  test('a paper may use its own style blocks and nothing else', () => {
    const css = 'b{color:red}';
    const hash = createHash('sha256').update(css).digest('base64');
    expect(policyOfPaper(`<style media="print">${css}</style><STYLE>${css}</STYLE >`)).toBe(paperSecurityPolicy([hash]));
    expect(policyOfPaper('<b>no style</b>')).toContain("style-src 'none'");
    expect(() => paperSecurityPolicy(["x' 'unsafe-inline"])).toThrow('Not base64');
  });
});
