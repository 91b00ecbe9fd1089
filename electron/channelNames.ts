/** Names that the preload and the registry share. No imports: the preload stays a few lines. */
export const channelNames = {
  requestPort: 'loket:requestPort',
  printPaper: 'loket:printPaper',
  printToPdf: 'loket:printToPdf',
  printers: 'loket:printers',
} as const;

/** From the shell to the preload. */
export const portChannel = 'loket:port';
export const hostStateChannel = 'loket:host';
