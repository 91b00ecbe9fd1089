/** For how long a row belongs to the process that took it, ms: longer than any attempt may last. */
export const leaseMs = 2 * 60_000;
