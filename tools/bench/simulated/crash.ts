import { percentile } from '../../../lib/testing/simulated-market/percentile.ts';
import { buildRow, type Row, type Section } from '../report/row.ts';
import { readOutput } from './output.ts';
import { runSimulations } from './run-simulations.ts';

const SEEDS = 1_000;

/** The allowed seconds at some shares of the crashes. */
const ALLOWED = {
  half: [
    [0.5, 80],
    [0.95, 300],
  ],
  outage: [[0.99, 120]],
} as const;
const TITLES = {
  half: 'half of the answers fail: 90% to the alert of danger',
  outage: 'an outage of 5 minutes: its end to the alert of danger',
} as const;

/** Measures how late danger is reported in a crash while Bitget fails, at the user's pace of 60 s. */
export async function measureCrash(seeds = SEEDS): Promise<Section> {
  const rows = runSimulations(['crash-half', 'crash-outage'], seeds, (folder) =>
    (['half', 'outage'] as const).flatMap((fault): Row[] => {
      // Infinity is null in JSON.
      const seconds = readOutput<(number | null)[]>(folder, `crash-${fault}`).map((each) => each ?? Infinity);
      const allowed = ALLOWED[fault].map(([share, limit]) =>
        buildRow(`${TITLES[fault]}, ${share * 100} of 100`, 's', percentile(seconds, share), {
          name: 'allowed',
          value: limit,
        }),
      );
      return [...allowed, buildRow(`${TITLES[fault]}, the latest`, 's', percentile(seconds, 1))];
    }),
  );
  return {
    rows,
    remarks: [
      `Simulated time, seeds 1 to ${seeds}: the margin ratio climbs from 40 to 97% in three minutes, at the pace of 60 s. Requests`,
      'fail by a 502, a 429, silence or an empty body.',
    ],
  };
}
