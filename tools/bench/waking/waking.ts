import { classicRow } from '../../../simulator/index.ts';
import { pause } from '../browser/until.ts';
import { waitForRoundEnd } from '../popup/rounds.ts';
import { openScene } from '../popup/scene.ts';
import { buildRow, type Section } from '../report/row.ts';
import { computeSpread } from '../report/statistics.ts';

const ROUNDS = 50;
/** Rounds start at least one second apart. */
const ROUND_INTERVAL = 1_050;

/** Measures the time from the alarm to the badge. */
export async function measureWaking(): Promise<Section> {
  const scene = await openScene([1]);
  const { product } = scene;
  try {
    const waits: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      await waitForRoundEnd(product);
      await pause(ROUND_INTERVAL);
      // Each round has another risk, because an unchanged badge would not show that it was set.
      const percent = 10 + (turn % 30);
      scene.answer([classicRow({ crossedRiskRate: `0.${percent}` })]);
      waits.push(await product.run(`(${fireAndMeasure})('${percent}%')`));
    }
    const { low, median, high } = computeSpread(waits);
    const spread = `${Math.round(low)}–${Math.round(high)} ms, ${ROUNDS} rounds`;
    return {
      rows: [{ ...buildRow('alarm to badge', 'ms', median), spread }],
      remarks: [
        'In the background of the shipped build, already running, with one account of one product type. The exchange responds at',
        'once.',
      ],
    };
  } finally {
    await scene.close();
  }
}

/** Runs in the background: fires the alarm, and returns the time in ms until the badge shows `text`. */
const fireAndMeasure = `async (text) => {
  const fired = new Promise((resolve) => {
    const listen = () => {
      chrome.alarms.onAlarm.removeListener(listen);
      resolve(performance.now());
    };
    chrome.alarms.onAlarm.addListener(listen);
  });
  const [{ name, periodInMinutes }] = await chrome.alarms.getAll();
  await chrome.alarms.create(name, { periodInMinutes, when: Date.now() });
  const from = await fired;
  for (;;) {
    if ((await chrome.action.getBadgeText({})) === text) return performance.now() - from;
    if (performance.now() - from > 10_000) throw new Error('The badge never showed ' + text);
  }
}`;
