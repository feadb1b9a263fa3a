import { classicRow } from '../../simulator/index.ts';
import type { Browser } from '../browser/browser.ts';
import { rest } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { land } from '../popup/learn.ts';
import { openScene } from '../popup/scene.ts';
import { plainRow, type Section } from '../report/row.ts';
import { spreadOf } from '../report/statistics.ts';

const ROUNDS = 50;
/** Rounds begin at least a second apart. */
const APART = 1_050;

/** From the alarm to the badge, and what the background holds after many rounds. */
export async function measureWaking(): Promise<Section> {
  const scene = await openScene([1]);
  const { browser, product } = scene;
  try {
    const waits: number[] = [];
    const before = await heapOf(browser, product);
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      await land(product);
      await rest(APART);
      // Another risk each time: a badge that stays the same would not be seen to be set.
      const percent = 10 + (turn % 30);
      scene.answer([classicRow({ crossedRiskRate: `0.${percent}` })]);
      waits.push(await product.run(`(${ringAndWatch})('${percent}%')`));
    }
    await land(product);
    const after = await heapOf(browser, product);
    const { low, median, high } = spreadOf(waits);
    const spread = `${Math.round(low)}–${Math.round(high)} ms, ${ROUNDS} rounds`;
    return {
      rows: [
        { ...plainRow('alarm to badge', 'ms', median), spread },
        plainRow(`memory after ${ROUNDS} rounds`, 'MB', after, { name: 'before them', value: before }),
      ],
      remarks: [
        'In the background of the shipped build, awake, one account with one product type; the exchange answers at once,',
        `so there is no delay of its own to take off. Memory is the JavaScript heap after a collection. ${ROUNDS} rounds and`,
        'not 1,000: the product lets a second pass between two. CPU over an hour is not measured.',
      ],
    };
  } finally {
    await scene.close();
  }
}

/** MB. */
async function heapOf({ devtools }: Browser, { session }: Worker): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage', {}, session);
  const { usedSize } = await devtools.send('Runtime.getHeapUsage', {}, session);
  return usedSize / 1_000_000;
}

/** Runs in the background: has the alarm ring, and returns how long after it the badge says `text`, in ms. */
const ringAndWatch = `async (text) => {
  const rung = new Promise((resolve) => {
    const hear = () => {
      chrome.alarms.onAlarm.removeListener(hear);
      resolve(performance.now());
    };
    chrome.alarms.onAlarm.addListener(hear);
  });
  const [{ name, periodInMinutes }] = await chrome.alarms.getAll();
  await chrome.alarms.create(name, { periodInMinutes, when: Date.now() });
  const from = await rung;
  for (;;) {
    if ((await chrome.action.getBadgeText({})) === text) return performance.now() - from;
    if (performance.now() - from > 10_000) throw new Error('The badge never said ' + text);
  }
}`;
