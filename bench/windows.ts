import { WebSocket } from 'ws';
import { webSocketTransport } from '../electron/host/rpc/transports.ts';
import { createRpcClient, type RpcClient } from '../shared/rpc/client.ts';
import type { Transport } from '../shared/rpc/protocol.ts';

/** A browser that has opened the program's address: it may open any number of connections. */
export async function openBrowser(url: string): Promise<() => Promise<Transport>> {
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { host, origin } = new URL(url);
  return async () => {
    const socket = new WebSocket(`ws://${host}/rpc?surface=staff`, { headers: { cookie, origin } });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return webSocketTransport(socket);
  };
}

export function clientOn(transport: Transport): RpcClient {
  const client = createRpcClient();
  void client.attach(transport);
  return client;
}
