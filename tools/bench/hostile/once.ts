import { GCProfiler, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unwrapEnvelope } from '../../../lib/bitget/http/envelope.ts';
import { readBody } from '../../../lib/bitget/http/read-body.ts';
import { selectUrgentPositions } from '../../../lib/domain/margin/urgent-positions.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import { coinsWithRate } from '../../../lib/domain/portfolio/conversion.ts';
import { computeTotals } from '../../../lib/domain/portfolio/totals.ts';
import { buildBadge } from '../../../lib/domain/view/badge.ts';
import { buildTooltip } from '../../../lib/domain/view/tooltip.ts';
import { english } from '../../../lib/testing/english-i18n.ts';
import { HOSTILE } from './bodies.ts';
import { NOW, readAs, watchedOf } from './reading.ts';

/**
 * What one hostile body costs: ms of the thread for reading and parsing it, of what the toolbar and the popup make of it, and the most
 * bytes that were held at once, garbage included, over what was held before.
 */
export type Cost = {
  /** Something of it was taken for figures. */
  readonly isRead: boolean;
  readonly reading: number;
  readonly toolbar: number;
  readonly popup: number;
  readonly held: number;
};

/** `node once.ts SHAPE`, in a process that has read nothing before: no code is compiled yet. */
const hostile = HOSTILE[process.argv[2] ?? ''];
if (!hostile) throw new Error(`No shape ${process.argv[2]}`);
const { kind, piece = 65_536 } = hostile;
const bytes = new TextEncoder().encode(hostile.body());
// Node loads what it takes for streams and responses at their first use; a browser has it.
await new Response(new Blob(['x']).stream()).text();
setFlagsFromString('--expose-gc');
runInNewContext('gc')();

const collections = new GCProfiler();
collections.start();
const before = heldNow();
let most = before;
const { ms: reading, made: known } = await timed(async () => {
  const body = await readBody(new Response(inPieces()));
  if (body === undefined) return null;
  return readAs(kind, unwrapEnvelope({ status: 200, body, retryAfter: null, date: null, now: NOW }));
});
const watched = watchedOf(known);
const { ms: toolbar } = await timed(() => {
  const cards = buildCards(watched, NOW);
  return [buildBadge(watched, NOW, false, cards), buildTooltip(watched, NOW, english, cards)];
});
const { ms: popup } = await timed(() => {
  const cards = buildCards(watched, NOW);
  return [
    computeTotals(cards, false),
    coinsWithRate(cards),
    cards.map(({ positions }) => selectUrgentPositions(positions)),
  ];
});
for (const { beforeGC } of collections.stop().statistics) {
  const { usedHeapSize, externalMemory } = beforeGC.heapStatistics;
  most = Math.max(most, usedHeapSize + externalMemory);
}
console.log(JSON.stringify({ isRead: known !== null, reading, toolbar, popup, held: most - before } satisfies Cost));

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly made: T }> {
  const from = spent();
  const made = await work();
  const ms = spent() - from;
  most = Math.max(most, heldNow());
  return { ms, made };
}

function inPieces(): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
    },
  });
}

/** Of this thread alone, in ms: what else the machine does is not in it. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Bytes, with those of typed arrays. */
function heldNow(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
