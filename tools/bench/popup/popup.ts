import type { Worker } from '../browser/worker.ts';
import { buildPairedRow, buildRow, type Section } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { type Opening, openPopup } from './open.ts';
import { openScene } from './scene.ts';

const PAIRS = 40;
/** Longest time in ms from the start of the popup's script to its first paint. */
const ALLOWED = 100;
/** The largest number of accounts. The page that shows its storage is measured with it too. */
const MOST = 100;
const COUNTS = [1, 10, MOST];
const COPIES = ['drawn', 'drawn of most', 'least', 'least of most'] as const;
const OTHERS = [
  'empty',
  'empty again',
  'reader',
  'reader again',
  'reader of most',
  ...COPIES,
  'bare',
  'crowded',
] as const;
const VARIANTS = [...OTHERS, ...COUNTS] as const;
type Variant = (typeof VARIANTS)[number];
/** Number of accounts in the storage before other popups than the product's open. Default: 1. */
const STORED: ReadonlyMap<Variant, number> = new Map([
  ['reader of most', MOST],
  ['drawn of most', MOST],
  ['least of most', MOST],
]);

/** Measures the times from opening the real popup to its first contentful paint, and to the paint of the balances. */
export async function measurePopup(): Promise<Section> {
  const scene = await openScene(COUNTS);
  const { empty, reader } = scene;
  await scene.store(1);
  const ofOne = await scene.addCopies();
  await scene.store(MOST);
  const ofMost = await scene.addCopies();
  const crowd = await scene.addCrowd();
  const workers: Readonly<Record<(typeof OTHERS)[number], Worker>> = {
    empty,
    'empty again': empty,
    reader,
    'reader again': reader,
    'reader of most': reader,
    drawn: ofOne.drawn,
    'drawn of most': ofMost.drawn,
    least: ofOne.least,
    'least of most': ofMost.least,
    bare: scene.bare,
    crowded: crowd.worker,
  };
  const found = new Map<Variant, Opening[]>(VARIANTS.map((variant) => [variant, []]));
  try {
    for (let turn = 0; turn < PAIRS; turn += 1) {
      for (const variant of shuffled(VARIANTS)) found.get(variant)?.push(await open(variant));
    }
  } finally {
    await scene.close();
  }
  const listTimes = (variant: Variant, what: 'painted' | 'sinceParsed' | 'balances') =>
    (found.get(variant) ?? []).map((opening) => opening[what] ?? Number.NaN);
  // The mean of both in a turn: a single one varies as much as the difference to be measured.
  const meanOfBoth = (variant: Variant, again: Variant) =>
    listTimes(variant, 'painted').map((ms, turn) => (ms + (listTimes(again, 'painted')[turn] ?? ms)) / 2);
  const emptySide = { name: 'empty popup', values: meanOfBoth('empty', 'empty again') };
  const readerSide = { name: 'popup that shows its storage', values: meanOfBoth('reader', 'reader again') };
  const most = { name: `popup that shows the storage of ${MOST}`, values: listTimes('reader of most', 'painted') };
  const same = { name: 'popup that draws the same with Preact', values: listTimes('drawn', 'painted') };
  const sameOfMost = { name: `popup that draws the same of ${MOST}`, values: listTimes('drawn of most', 'painted') };
  const least = { name: 'the least popup with the same', values: listTimes('least', 'painted') };
  const leastOfMost = {
    name: `the least popup with the same of ${MOST}`,
    values: listTimes('least of most', 'painted'),
  };
  const bare = { name: 'no account', values: listTimes('bare', 'painted') };
  const one = { name: '1 stored', values: listTimes(1, 'painted') };
  const emptyOnce = { name: 'empty popup', values: listTimes('empty', 'painted') };
  return {
    rows: [
      buildPairedRow('first paint, the empty popup again', 'ms', listTimes('empty again', 'painted'), emptyOnce),
      buildPairedRow('first paint, popup that shows its storage', 'ms', readerSide.values, emptySide),
      ...[most, same, sameOfMost, least, leastOfMost].map(({ name, values }) =>
        buildPairedRow(`first paint, ${name}`, 'ms', values, emptySide),
      ),
      buildPairedRow('first paint, no account', 'ms', bare.values, emptySide),
      ...[emptySide, readerSide, bare].flatMap((beside) =>
        COUNTS.map((count) =>
          buildPairedRow(`first paint, ${count} stored`, 'ms', listTimes(count, 'painted'), beside),
        ),
      ),
      ...[same, least].map((beside) => buildPairedRow('first paint, 1 stored', 'ms', listTimes(1, 'painted'), beside)),
      buildPairedRow('first paint, 20 accounts × 3 stored', 'ms', listTimes('crowded', 'painted'), one),
      ...[most, sameOfMost, leastOfMost].map((beside) =>
        buildPairedRow(`first paint, ${MOST} stored`, 'ms', listTimes(MOST, 'painted'), beside),
      ),
      ...COUNTS.map((count) => {
        const allowed = { name: 'allowed', value: ALLOWED };
        return buildRow(
          `page parsed, script about to start, to first paint, ${count} stored`,
          'ms',
          median(listTimes(count, 'sinceParsed')),
          allowed,
        );
      }),
      ...COUNTS.map((count) =>
        buildPairedRow(`balances painted, ${count} stored`, 'ms', listTimes(count, 'balances'), readerSide),
      ),
    ],
    remarks: [
      'From the start of the navigation to first-contentful-paint, and to the paint of the total, in the popup that',
      'chrome.action.openPopup opens. No debugger is attached before the paint, and the background answers as usual.',
      '“Popup that shows its storage” is a page with a one-line script that writes what it reads as text. “Popup that draws the',
      'same with Preact” contains the elements of our first frame and renders them with Preact and our style. “The least popup',
      'with the same” reads its storage and shows these elements from markup in our style, without Preact and without',
      'computing a figure. Chromium reports these times in steps of 4 ms and paints in steps of 16.7 ms.',
    ],
  };

  async function open(variant: Variant): Promise<Opening> {
    const isOurs = typeof variant === 'number';
    // The empty popup gets stored values too, so that every opening follows the same pause.
    await scene.store(isOurs ? variant : (STORED.get(variant) ?? 1));
    if (variant === 'crowded') await crowd.store();
    const count = isOurs ? variant : variant === 'crowded' ? 20 : 0;
    const opening = await openPopup(scene.browser, isOurs ? scene.product : workers[variant], count);
    if (opening.hasProblem) throw new Error(`Something is wrong with what is shown: ${variant}`);
    return opening;
  }
}

/** Returns the list in random order, so that no variant profits more than others from warm caches. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  const places = list.map((value) => ({ value, place: Math.random() }));
  return places.sort((a, b) => a.place - b.place).map(({ value }) => value);
}
