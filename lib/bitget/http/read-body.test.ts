import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

it.each([
  ['in one chunk', [12]],
  ['with a chunk much longer than the one before', [3, 5_000, 1, 40_000]],
  ['in many small chunks', Array.from({ length: 700 }, (_, index) => index % 5)],
  ['without chunks', []],
])('reads a body %s', async (_, lengths) => {
  const chunks = lengths.map((length, index) => String(index % 10).repeat(length));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  expect(await readBody(new Response(stream))).toBe(chunks.join(''));
});
