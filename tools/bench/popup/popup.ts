import type { Worker } from '../browser/worker.ts';
import { pairedRow, plainRow, type Section } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { type Opening, openPopup } from './open.ts';
import { openScene } from './scene.ts';

const PAIRS = 40;
/** As long as a popup may take from its script's start to its first paint (L5), in ms. */
const ALLOWED = 100;
/** The most accounts, whose storage also the page that shows its storage is measured with. */
const MOST = 100;
const COUNTS = [1, 10, MOST];
const COPIES = ['drawn', 'drawn of most', 'least', 'least of most'] as const;
const OTHERS = ['empty', 'empty again', 'reader', 'reader again', 'reader of most', ...COPIES, 'bare'] as const;
const VARIANTS = [...OTHERS, ...COUNTS] as const;
type Variant = (typeof VARIANTS)[number];
/** How many accounts are stored before one opens that is not the product with an account; else 1. */
const STORED: ReadonlyMap<Variant, number> = new Map([
  ['reader of most', MOST],
  ['drawn of most', MOST],
  ['least of most', MOST],
]);

/** From opening to the first contentful paint, and to the paint of the balances, in the real popup. */
export async function measurePopup(): Promise<Section> {
  const scene = await openScene(COUNTS);
  const { empty: nothing, reader: shower } = scene;
  await scene.store(1);
  const ofOne = await scene.addCopies();
  await scene.store(MOST);
  const ofMost = await scene.addCopies();
  const workers: Readonly<Record<(typeof OTHERS)[number], Worker>> = {
    empty: nothing,
    'empty again': nothing,
    reader: shower,
    'reader again': shower,
    'reader of most': shower,
    drawn: ofOne.drawn,
    'drawn of most': ofMost.drawn,
    least: ofOne.least,
    'least of most': ofMost.least,
    bare: scene.bare,
  };
  const found = new Map<Variant, Opening[]>(VARIANTS.map((variant) => [variant, []]));
  try {
    for (let turn = 0; turn < PAIRS; turn += 1) {
      for (const variant of shuffled(VARIANTS)) found.get(variant)?.push(await open(variant));
    }
  } finally {
    await scene.close();
  }
  const of = (variant: Variant, what: 'painted' | 'sinceParsed' | 'balances') =>
    (found.get(variant) ?? []).map((opening) => opening[what] ?? Number.NaN);
  // Both of a turn together: alone they are as far apart as what is to be told apart.
  const twice = (variant: Variant, again: Variant) =>
    of(variant, 'painted').map((ms, turn) => (ms + (of(again, 'painted')[turn] ?? ms)) / 2);
  const empty = { name: 'empty popup', values: twice('empty', 'empty again') };
  const reader = { name: 'popup that shows its storage', values: twice('reader', 'reader again') };
  const most = { name: `popup that shows the storage of ${MOST}`, values: of('reader of most', 'painted') };
  const same = { name: 'popup that draws the same with Preact', values: of('drawn', 'painted') };
  const sameOfMost = { name: `popup that draws the same of ${MOST}`, values: of('drawn of most', 'painted') };
  const least = { name: 'the least popup with the same', values: of('least', 'painted') };
  const leastOfMost = { name: `the least popup with the same of ${MOST}`, values: of('least of most', 'painted') };
  const bare = { name: 'no account', values: of('bare', 'painted') };
  const alone = { name: 'empty popup', values: of('empty', 'painted') };
  return {
    rows: [
      pairedRow('first paint, the empty popup again', 'ms', of('empty again', 'painted'), alone),
      pairedRow('first paint, popup that shows its storage', 'ms', reader.values, empty),
      ...[most, same, sameOfMost, least, leastOfMost].map(({ name, values }) =>
        pairedRow(`first paint, ${name}`, 'ms', values, empty),
      ),
      pairedRow('first paint, no account', 'ms', bare.values, empty),
      ...[empty, reader, bare].flatMap((beside) =>
        COUNTS.map((count) => pairedRow(`first paint, ${count} stored`, 'ms', of(count, 'painted'), beside)),
      ),
      ...[same, least].map((beside) => pairedRow('first paint, 1 stored', 'ms', of(1, 'painted'), beside)),
      ...[most, sameOfMost, leastOfMost].map((beside) =>
        pairedRow(`first paint, ${MOST} stored`, 'ms', of(MOST, 'painted'), beside),
      ),
      ...COUNTS.map((count) => {
        const allowed = { name: 'allowed', value: ALLOWED };
        return plainRow(
          `page parsed, script about to start, to first paint, ${count} stored`,
          'ms',
          median(of(count, 'sinceParsed')),
          allowed,
        );
      }),
      ...COUNTS.map((count) => pairedRow(`balances painted, ${count} stored`, 'ms', of(count, 'balances'), reader)),
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
    // Stored before the empty popup too, so that every opening comes after the same pause.
    await scene.store(isOurs ? variant : (STORED.get(variant) ?? 1));
    const opening = await openPopup(scene.browser, isOurs ? scene.product : workers[variant]);
    if (isOurs && opening.articles < variant) throw new Error(`${opening.articles} of ${variant} accounts are shown`);
    if (opening.troubled) throw new Error(`Something is wrong with what is shown: ${variant}`);
    return opening;
  }
}

/** In an order of chance: what was open just before is warm, which is to help none more than the others. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  const places = list.map((value) => ({ value, place: Math.random() }));
  return places.sort((a, b) => a.place - b.place).map(({ value }) => value);
}
