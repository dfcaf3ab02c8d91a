// Every connection of this process, so that the server's descriptors can be held against them.
import net from 'node:net';
import { task } from './task.mjs';

export const connections = { open: 0 };

/** A TCP connection to the server. How it ends is told by `close` alone. */
export function connect(options = {}) {
  const socket = net.connect({ host: '127.0.0.1', port: task.port, noDelay: true, ...options });
  connections.open += 1;
  socket.once('close', () => {
    connections.open -= 1;
  });
  socket.on('error', () => undefined);
  return socket;
}
