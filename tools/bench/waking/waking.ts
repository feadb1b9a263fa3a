import { classicRow } from '../../../simulator/index.ts';
import { pause } from '../browser/until.ts';
import { land } from '../popup/learn.ts';
import { openScene } from '../popup/scene.ts';
import { plainRow, type Section } from '../report/row.ts';
import { computeSpread } from '../report/statistics.ts';

const ROUNDS = 50;
/** Rounds begin at least a second apart. */
const APART = 1_050;

/** From the alarm to the badge. */
export async function measureWaking(): Promise<Section> {
  const scene = await openScene([1]);
  const { product } = scene;
  try {
    const waits: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      await land(product);
      await pause(APART);
      // Another risk each time: a badge that stays the same would not be seen to be set.
      const percent = 10 + (turn % 30);
      scene.answer([classicRow({ crossedRiskRate: `0.${percent}` })]);
      waits.push(await product.run(`(${ringAndWatch})('${percent}%')`));
    }
    const { low, median, high } = computeSpread(waits);
    const spread = `${Math.round(low)}–${Math.round(high)} ms, ${ROUNDS} rounds`;
    return {
      rows: [{ ...plainRow('alarm to badge', 'ms', median), spread }],
      remarks: [
        'In the background of the shipped build, already running, with one account of one product type. The exchange responds at',
        'once.',
      ],
    };
  } finally {
    await scene.close();
  }
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
