import { pairedRow, type Section } from '../report/row.ts';
import { type Opening, openPopup } from './open.ts';
import { openScene } from './scene.ts';

const PAIRS = 20;
const COUNTS = [1, 10, 100];
const VARIANTS = ['empty', 'empty again', 0, ...COUNTS] as const;
type Variant = (typeof VARIANTS)[number];

/** From opening to the first contentful paint, in the real popup. */
export async function measurePopup(): Promise<Section> {
  const scene = await openScene(COUNTS);
  const found = new Map<Variant, Opening[]>(VARIANTS.map((variant) => [variant, []]));
  try {
    for (let turn = 0; turn < PAIRS; turn += 1) {
      for (const variant of rotate(VARIANTS, turn)) found.get(variant)?.push(await open(variant));
    }
  } finally {
    await scene.close();
  }
  const painted = (variant: Variant) => (found.get(variant) ?? []).map((opening) => opening.painted);
  // Both of a turn together: alone they are as far apart as what is to be told apart.
  const again = painted('empty again');
  const empty = { name: 'empty popup', values: painted('empty').map((ms, turn) => (ms + (again[turn] ?? ms)) / 2) };
  const bare = { name: 'no account', values: painted(0) };
  return {
    rows: [
      pairedRow('first paint, the empty popup again', 'ms', again, { name: 'empty popup', values: painted('empty') }),
      pairedRow('first paint, no account', 'ms', painted(0), empty),
      ...COUNTS.map((count) => pairedRow(`first paint, ${count} stored`, 'ms', painted(count), empty)),
      ...COUNTS.map((count) => pairedRow(`first paint, ${count} stored`, 'ms', painted(count), bare)),
    ],
    remarks: [
      'From the start of the navigation to first-contentful-paint, in the popup that chrome.action.openPopup opens;',
      'no debugger is attached until all is painted, and the background answers the popup as ever.',
      'The first paint is what the popup shows first; when the balances are painted is not measured by itself.',
      'Chromium tells these times in steps of 4 ms and paints in steps of 16.7 ms.',
    ],
  };

  async function open(variant: Variant): Promise<Opening> {
    // Stored before the empty popup too, so that every opening comes after the same pause.
    await scene.store(typeof variant === 'number' ? variant : 0);
    if (typeof variant !== 'number') return await openPopup(scene.browser, scene.empty);
    const opening = await openPopup(scene.browser, scene.product);
    if (opening.articles < variant) throw new Error(`${opening.articles} of ${variant} accounts are shown`);
    return opening;
  }
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
