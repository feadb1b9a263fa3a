import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Browser as Puppet } from 'puppeteer-core';

const CHANNEL = 'net.client.socket';

/** A WebSocket frame that needs no response: an empty pong, masked, because Firefox refuses a mask of 0. */
const EMPTY_PONG = Buffer.from([0x8a, 0x80, 1, 1, 1, 1]);

/**
 * Starts Firefox and acknowledges at once what it sends. Firefox delays a second message until the first is
 * acknowledged (Nagle’s algorithm), and an idle system acknowledges 40 ms late: most of a test’s time.
 */
export async function startAcknowledging(start: () => Promise<Puppet>): Promise<Puppet> {
  const sockets: Socket[] = [];
  const note = (message: unknown) => sockets.push((message as { socket: Socket }).socket);
  subscribe(CHANNEL, note);
  try {
    const browser = await start();
    const { port } = new URL(browser.wsEndpoint());
    const socket = sockets.find(({ remotePort }) => String(remotePort) === port);
    socket?.on('data', () => socket.writable && socket.write(EMPTY_PONG));
    return browser;
  } finally {
    unsubscribe(CHANNEL, note);
  }
}
