import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Browser as Puppet } from 'puppeteer-core';

const CHANNEL = 'net.client.socket';

/** A frame of WebSocket that says nothing and asks for no answer: an empty pong, masked, for Firefox refuses a mask of 0. */
const NOTHING = Buffer.from([0x8a, 0x80, 1, 1, 1, 1]);

/**
 * Starts Firefox and acknowledges at once what it sends. Firefox holds a second message back until the first has been
 * acknowledged (Nagle’s algorithm), which a system that has nothing to send does 40 ms late: most of a test’s time.
 */
export async function acknowledging(start: () => Promise<Puppet>): Promise<Puppet> {
  const sockets: Socket[] = [];
  const note = (message: unknown) => sockets.push((message as { socket: Socket }).socket);
  subscribe(CHANNEL, note);
  try {
    const browser = await start();
    const { port } = new URL(browser.wsEndpoint());
    const socket = sockets.find(({ remotePort }) => String(remotePort) === port);
    socket?.on('data', () => socket.writable && socket.write(NOTHING));
    return browser;
  } finally {
    unsubscribe(CHANNEL, note);
  }
}
