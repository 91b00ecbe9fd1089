import type { Socket } from 'node:net';

/** Several screens or stations behind one address keep a handful each; more is somebody who wants to use a listener up. */
const mostPerAddress = 60;

/** Lets one address hold so many sockets at a time; the next is closed before a byte of it is read. */
export function createSocketLimit(most: number = mostPerAddress): (socket: Socket) => void {
  const held = new Map<string, number>();
  return (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (held.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    held.set(address, count);
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left === 0) held.delete(address);
      else held.set(address, left);
    });
  };
}
