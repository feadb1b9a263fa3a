import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The one door that Firefox has to the network. */
export type ProxyServer = { readonly port: number; close(): void };

const BITGET = 'api.bitget.com:443';

/** Leads api.bitget.com to a port of this machine, or says what a proxy says when that cannot be; all else is refused. */
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
    if (typeof port === 'string') return refuse(SAID[port]);
    const exchange = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      exchange.write(head);
      exchange.pipe(client).pipe(exchange);
    });
    // A connection that the exchange resets is to be seen as reset, not as ended.
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
const SAID = { 'no such host': '404 Not Found', refused: '502 Bad Gateway' } as const;
