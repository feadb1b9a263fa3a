import type { Worker } from '../browser/worker.ts';
import { pairedRow, plainRow, type Section } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { type Opening, openPopup } from './open.ts';
import { openScene } from './scene.ts';

const PAIRS = 20;
/** As long as a popup may take from its script's start to its first paint (L5), in ms. */
const ALLOWED = 100;
/** The most accounts, whose storage also the page that shows its storage is measured with. */
const MOST = 100;
const COUNTS = [1, 10, MOST];
const OTHERS = ['empty', 'empty again', 'reader', 'reader again', 'reader of most', 'drawn', 'drawn of most'] as const;
const VARIANTS = [...OTHERS, 0, ...COUNTS] as const;
type Variant = (typeof VARIANTS)[number];
/** How many accounts are stored before one that is not the product opens; else 1. */
const STORED: ReadonlyMap<Variant, number> = new Map([
  ['empty', 0],
  ['empty again', 0],
  ['reader of most', MOST],
  ['drawn of most', MOST],
]);

/** From opening to the first contentful paint, and to the paint of the balances, in the real popup. */
export async function measurePopup(): Promise<Section> {
  const scene = await openScene(COUNTS);
  const { empty: nothing, reader: shower } = scene;
  await scene.store(1);
  const drawn = await scene.addDrawn();
  await scene.store(MOST);
  const workers: Readonly<Record<(typeof OTHERS)[number], Worker>> = {
    empty: nothing,
    'empty again': nothing,
    reader: shower,
    'reader again': shower,
    'reader of most': shower,
    drawn,
    'drawn of most': await scene.addDrawn(),
  };
  const found = new Map<Variant, Opening[]>(VARIANTS.map((variant) => [variant, []]));
  try {
    for (let turn = 0; turn < PAIRS; turn += 1) {
      for (const variant of rotate(VARIANTS, turn)) found.get(variant)?.push(await open(variant));
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
  const bare = { name: 'no account', values: of(0, 'painted') };
  const alone = { name: 'empty popup', values: of('empty', 'painted') };
  return {
    rows: [
      pairedRow('first paint, the empty popup again', 'ms', of('empty again', 'painted'), alone),
      pairedRow('first paint, popup that shows its storage', 'ms', reader.values, empty),
      ...[most, same, sameOfMost].map(({ name, values }) => pairedRow(`first paint, ${name}`, 'ms', values, empty)),
      pairedRow('first paint, no account', 'ms', bare.values, empty),
      ...[empty, reader, bare].flatMap((beside) =>
        COUNTS.map((count) => pairedRow(`first paint, ${count} stored`, 'ms', of(count, 'painted'), beside)),
      ),
      pairedRow('first paint, 1 stored', 'ms', of(1, 'painted'), same),
      ...[most, sameOfMost].map((beside) =>
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
      'chrome.action.openPopup opens; no debugger is attached until all is painted, and the background answers the popup as',
      'ever. The popup that shows its storage is a page whose one script of a line writes what it reads there as text: the',
      'least that a popup with stored figures can be. The one that draws the same has the elements of our first frame in its',
      'script and draws them with Preact and our style: what it takes is not ours to save. Chromium tells these times in steps of 4 ms and paints in steps of',
      '16.7 ms: 36 ms is one step, 54 ms the next, and 72 ms the one after that.',
    ],
  };

  async function open(variant: Variant): Promise<Opening> {
    // Stored before the empty popup too, so that every opening comes after the same pause.
    await scene.store(typeof variant === 'number' ? variant : (STORED.get(variant) ?? 1));
    if (typeof variant !== 'number') return await openPopup(scene.browser, workers[variant]);
    const opening = await openPopup(scene.browser, scene.product);
    if (opening.articles < variant) throw new Error(`${opening.articles} of ${variant} accounts are shown`);
    return opening;
  }
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
