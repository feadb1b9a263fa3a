import { buildRow, type Row, type Section } from '../report/row.ts';
import { readOutput } from './output.ts';
import { runSimulations } from './run-simulations.ts';
import type { Condition, WatchedHour } from './watch-hour.ts';

const ONE = '1 account, calm';
/** The accounts of each situation, by the state of their only position. */
export const SITUATIONS: Readonly<Record<string, readonly Condition[]>> = {
  [ONE]: ['calm'],
  '1 account, in danger': ['danger'],
  '20 accounts, calm': Array<Condition>(20).fill('calm'),
  '20 accounts, one in danger': [...Array<Condition>(19).fill('calm'), 'danger'],
};
/** Bitget's limit for one address, 6,000 a minute. */
const REQUESTS_AN_HOUR = 360_000;

/** Measures the requests and the CPU time of an hour of monitoring. */
export async function measureWatching(): Promise<Section> {
  return {
    rows: runSimulations(['watching.run'], 1, (folder) => {
      const hours = readOutput<Readonly<Record<string, WatchedHour>>>(folder, 'watching');
      return Object.entries(hours).flatMap(([situation, hour]) => buildRows(situation, hour, hours[ONE]));
    }),
    remarks: [
      'An hour of simulated time. The CPU time includes the simulated exchange’s, in the same process, and not the browser’s.',
      'Each account has one BTC position, at 5× or, in danger, at 70×.',
    ],
  };
}

function buildRows(situation: string, hour: WatchedHour, one: WatchedHour | undefined): readonly Row[] {
  const limit = { name: 'limit of an address', value: REQUESTS_AN_HOUR };
  const beside = situation === ONE || !one ? undefined : { name: ONE, value: one.cpu };
  return [
    buildRow(`${situation}: requests in an hour`, 'requests', hour.requests, limit),
    buildRow(`${situation}: CPU in an hour`, 's', hour.cpu, beside),
  ];
}
