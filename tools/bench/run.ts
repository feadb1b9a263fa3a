import { parseArgs } from 'node:util';
import { measureGrowth } from './growth/growth.ts';
import { measureHostile } from './hostile/hostile.ts';
import { measurePolling } from './polling/polling.ts';
import { measurePopup } from './popup/popup.ts';
import { describeBuild } from './report/build.ts';
import { writeResults } from './report/results.ts';
import type { Section } from './report/row.ts';
import type { Named } from './report/table.ts';
import { measureRequest } from './request/request.ts';
import { measureCrash } from './simulated/crash.ts';
import { measureLatency } from './simulated/latency.ts';
import { measureWatching } from './simulated/watching.ts';
import { measureSize } from './size/size.ts';
import { measureUnlock } from './unlock/unlock.ts';
import { measureWaking } from './waking/waking.ts';

/**
 * `node tools/bench/run.ts` measures everything, `node tools/bench/run.ts popup size` only these sections. `--seeds 3` runs
 * fewer seeds of the simulations.
 */
const SECTIONS: Readonly<Record<string, (seeds?: number) => Promise<Section>>> = {
  popup: measurePopup,
  request: measureRequest,
  waking: measureWaking,
  polling: measurePolling,
  unlock: measureUnlock,
  hostile: measureHostile,
  growth: measureGrowth,
  size: measureSize,
  latency: measureLatency,
  watching: measureWatching,
  crash: measureCrash,
};

const order = Object.keys(SECTIONS);
const { positionals: requested, values } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string' } },
});
const seeds = values.seeds === undefined ? undefined : Number(values.seeds);
if (seeds !== undefined && !(Number.isInteger(seeds) && seeds > 0)) throw new Error('--seeds needs a number from 1 on');
const unknown = requested.filter((name) => !order.includes(name));
if (unknown.length > 0) throw new Error(`No section ${unknown.join(', ')}; there are ${order.join(', ')}`);

let table = '';
for (const name of requested.length > 0 ? requested : order) {
  const measure = SECTIONS[name];
  const build = describeBuild();
  if (measure === undefined) continue;
  const measured: Named = [name, await measure(seeds), build];
  // Written after each section, so that a run that is broken off keeps what it has measured.
  table = await writeResults([measured], order);
  console.error(`${name}: measured`);
}
console.log(table);
