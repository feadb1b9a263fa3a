import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sent } from './send-response.ts';

const CHUNK = 64 * 1024;
const SECOND = 1000;

/** Sends headers, the start of an envelope, then blanks until the client disconnects. */
export function sendDrip(response: ServerResponse, bytesPerSecond: number): Sent {
  response.writeHead(200, json);
  response.write('{"code":"00000",');
  const every = Math.max(20, SECOND / bytesPerSecond);
  const drop = ' '.repeat(Math.max(1, Math.round((bytesPerSecond * every) / SECOND)));
  const timer = setInterval(() => response.write(drop), every);
  response.once('close', () => clearInterval(timer));
  return success;
}

/** Sends a valid envelope of exactly `bytes` bytes once unpacked. */
export function sendHuge(response: ServerResponse, bytes: number, gzip: boolean): Sent {
  response.writeHead(200, gzip ? { ...json, 'content-encoding': 'gzip' } : json);
  sendInChunks(response, hugeBody(bytes), gzip);
  return success;
}

/** Sends a valid envelope with `depth` nested arrays in `data`. */
export function sendDeep(response: ServerResponse, depth: number): Sent {
  response.writeHead(200, json);
  sendInChunks(response, deepBody(depth), false);
  return success;
}

const json = { 'content-type': 'application/json;charset=UTF-8' };
const success: Sent = { status: 200, code: '00000' };
const head = '{"code":"00000","msg":"success","requestTime":1700000000000,"data":';

function* hugeBody(bytes: number): Generator<string> {
  const open = `${head}[{"padding":"`;
  const close = '"}]}';
  yield open;
  yield* repeat('0', bytes - open.length - close.length);
  yield close;
}

function* deepBody(depth: number): Generator<string> {
  yield head;
  yield* repeat('[', depth);
  yield* repeat(']', depth);
  yield '}';
}

function* repeat(letter: string, times: number): Generator<string> {
  const chunk = letter.repeat(CHUNK);
  for (let left = times; left > 0; left -= CHUNK) yield left >= CHUNK ? chunk : chunk.slice(0, left);
}

function sendInChunks(response: ServerResponse, body: Iterable<string>, gzip: boolean): void {
  const source = Readable.from(body, { objectMode: false });
  const done = gzip ? pipeline(source, createGzip(), response) : pipeline(source, response);
  // These bodies make the client disconnect, which is no error here.
  done.catch(() => response.destroy());
}
