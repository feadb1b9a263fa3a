import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

it.each([
  ['of one piece', [12]],
  ['whose later piece is much longer than the one before', [3, 5_000, 1, 40_000]],
  ['of many small pieces', Array.from({ length: 700 }, (_, index) => index % 5)],
  ['of nothing', []],
])('a body %s is read whole', async (_, lengths) => {
  const pieces = lengths.map((length, index) => String(index % 10).repeat(length));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  expect(await readBody(new Response(stream))).toBe(pieces.join(''));
});
