import { GCProfiler, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { assessReading } from '../../../lib/background/polling/update-reading.ts';
import { unwrapEnvelope } from '../../../lib/bitget/http/envelope.ts';
import { readBody } from '../../../lib/bitget/http/read-body.ts';
import { selectUrgentPositions } from '../../../lib/domain/margin/urgent-positions.ts';
import { NO_READINGS } from '../../../lib/domain/polling/reading.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import { coinsWithRate } from '../../../lib/domain/portfolio/conversion.ts';
import { computeTotals } from '../../../lib/domain/portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { buildBadge } from '../../../lib/domain/view/badge.ts';
import { buildTooltip } from '../../../lib/domain/view/tooltip.ts';
import { english } from '../../../lib/testing/english-i18n.ts';
import { HOSTILE } from './bodies.ts';
import { ACCOUNT, buildPortfolio, NOW, readAs } from './reading.ts';

/**
 * The cost of one hostile body: CPU time of the thread in ms for reading it, for its level and the choice of what to store,
 * for the toolbar and for the popup, and the peak of additional memory in bytes, garbage included.
 */
export type Cost = {
  /** The parser accepted some of it as figures. */
  readonly isRead: boolean;
  readonly reading: number;
  readonly level: number;
  readonly toolbar: number;
  readonly popup: number;
  readonly held: number;
};

/** `node once.ts SHAPE` runs in a fresh process, so no code is compiled yet. */
const hostile = HOSTILE[process.argv[2] ?? ''];
if (!hostile) throw new Error(`No shape ${process.argv[2]}`);
const { kind, piece = 65_536 } = hostile;
const bytes = new TextEncoder().encode(hostile.body());
// Node loads its code for streams and responses at their first use. Browsers have it loaded.
await new Response(new Blob(['x']).stream()).text();
setFlagsFromString('--expose-gc');
runInNewContext('gc')();

const collections = new GCProfiler();
collections.start();
const before = readMemory();
let most = before;
const { ms: reading, result: known } = await timed(async () => {
  const body = await readBody(new Response(inPieces()));
  if (body === undefined) return null;
  return readAs(kind, unwrapEnvelope({ status: 200, body, retryAfter: null, date: null, now: NOW }));
});
const { ms: level, result: toStore } = await timed(() =>
  known ? assessReading(ACCOUNT, known, NO_READINGS, 'unknown', DEFAULT_SETTINGS).reading : null,
);
const portfolio = buildPortfolio(toStore);
const { ms: toolbar } = await timed(() => {
  const cards = buildCards(portfolio, NOW);
  return [buildBadge(portfolio, NOW, false, cards), buildTooltip(portfolio, NOW, english, cards)];
});
const { ms: popup } = await timed(() => {
  const cards = buildCards(portfolio, NOW);
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
console.log(
  JSON.stringify({ isRead: known !== null, reading, level, toolbar, popup, held: most - before } satisfies Cost),
);

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const from = readCpuTime();
  const result = await work();
  const ms = readCpuTime() - from;
  most = Math.max(most, readMemory());
  return { ms, result };
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

/** Returns the CPU time of this thread in ms. Other work of the machine does not count. */
function readCpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Returns the used memory in bytes, including typed arrays. */
function readMemory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
