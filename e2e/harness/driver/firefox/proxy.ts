import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The proxy for all of Firefox's requests. */
export type ProxyServer = { readonly port: number; close(): void };

const BITGET = 'api.bitget.com:443';

/**
 * Connects api.bitget.com to a port of this machine, or responds as a proxy does that cannot connect. Refuses all other
 * hosts.
 */
export async function openProxy(port: number | 'no such host' | 'refused'): Promise<ProxyServer> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', ({ url }, client: Socket, head) => {
    client.on('error', () => client.destroy());
    const refuse = (status: string) => void client.end(`HTTP/1.1 ${status}\r\n\r\n`);
    if (url !== BITGET) return refuse('403 Forbidden');
    if (typeof port === 'string') return refuse(STATUSES[port]);
    const exchange = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      exchange.write(head);
      exchange.pipe(client).pipe(exchange);
    });
    // Passes on a reset by the exchange as a reset, not as an end.
    exchange.on('error', () => client.resetAndDestroy());
    client.once('close', () => exchange.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Firefox takes a 404 of its proxy for an unknown host, and a 502 for a refused connection. */
const STATUSES = { 'no such host': '404 Not Found', refused: '502 Bad Gateway' } as const;
