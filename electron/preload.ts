/** Runs sandboxed in every window of the program: hands the page a transport to the host and the printer, nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { HostState, LoketShell, ShellMessage } from '../shared/shell.ts';
import { shellName } from '../shared/shellName.ts';
import { channelNames, hostStateChannel, portChannel } from './channelNames.ts';

/** The part of the page's window that is used here; the shell is compiled without the DOM's types. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: ShellMessage, targetOrigin: string, transfer?: readonly unknown[]): void;
};

const shell: LoketShell = {
  requestPort: () => ipcRenderer.send(channelNames.requestPort),
  printPaper: ({ html, widthMm, deviceName }) => ipcRenderer.invoke(channelNames.printPaper, { html, widthMm, deviceName }),
  printToPdf: ({ html, widthMm }) => ipcRenderer.invoke(channelNames.printToPdf, { html, widthMm }),
  printers: () => ipcRenderer.invoke(channelNames.printers),
};

// A port cannot cross the context bridge; a message to the page's own window can carry it. No event object passes.
ipcRenderer.on(portChannel, ({ ports }) => {
  window.postMessage({ type: 'loket:port' }, window.location.origin, ports);
});
ipcRenderer.on(hostStateChannel, (_event, state: HostState) => {
  window.postMessage({ type: 'loket:host', state }, window.location.origin);
});

contextBridge.exposeInMainWorld(shellName, shell);
