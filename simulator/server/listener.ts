import { once } from 'node:events';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { loopback } from '../bitget/account.ts';

/** `close` destroys open sockets, because silent and dripping responses never end. */
export type Listener = { readonly port: number; close(): Promise<void> };

/** Listens on loopback only. Rejects if the port is taken. */
export async function listen(server: Server, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, loopback);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return {
    port: address.port,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
