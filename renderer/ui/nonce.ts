/** The nonce of this page's content security policy, for the few style tags that Mantine writes. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
