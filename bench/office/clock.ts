/** Milliseconds since the epoch with fractions, alike in this process and in a page of a browser on the same computer. */
export const now = (): number => performance.timeOrigin + performance.now();

/** Resolves at that time of `now`; at once when it is over. */
export const until = (at: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, Math.max(0, at - now())));
