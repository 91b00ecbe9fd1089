/** Why nothing came of a request to a central server. */
export const syncFailures = [
  /** No connection, or it broke, or no answer came in time. */
  'unreachable',
  /** Something answered that is not a central server: a login page of the network, a proxy. */
  'notTheServer',
  /** A central server, but not the one that this office enrolled at. */
  'otherServer',
  /** The server answered with something that this program does not understand. */
  'notUnderstood',
  'serverBusy',
  'serverFailed',
  'refused',
] as const;
export type SyncFailure = (typeof syncFailures)[number];
