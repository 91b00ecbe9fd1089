import type { Transport } from '../../shared/rpc/protocol.ts';
import type { LoketShell, ShellMessage } from '../../shared/shell.ts';
import { messagePortTransport } from './transport.ts';

/**
 * The desktop program's way to the host: asks the shell for a port and resolves when it comes, which is when the host
 * runs. The transport ends when the port closes and, in case its close is lost with the host's process, when the shell
 * says that the host is gone.
 */
export function openShellTransport(shell: Pick<LoketShell, 'requestPort'>): Promise<Transport> {
  return new Promise((resolve) => {
    let transport: Transport | null = null;
    const listen = (event: MessageEvent) => {
      const message = shellMessage(event);
      const [port] = event.ports;
      if (message?.type === 'loket:port' && port !== undefined && transport === null) {
        transport = messagePortTransport(port);
        transport.onClose(() => window.removeEventListener('message', listen));
        resolve(transport);
      } else if (message?.type === 'loket:host' && message.state !== 'running') {
        transport?.close();
      }
    };
    window.addEventListener('message', listen);
    shell.requestPort();
  });
}

/** A message of the shell: only from this very window, which is where the preload posts. */
function shellMessage({ source, data }: MessageEvent): ShellMessage | null {
  const isOurs = source === window && typeof data === 'object' && data !== null && 'type' in data;
  return isOurs ? (data as ShellMessage) : null;
}
