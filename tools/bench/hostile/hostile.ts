import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildRow, type Row, type Section } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { HOSTILE } from './bodies.ts';
import type { Cost } from './once.ts';

const TURNS = 7;
const ONCE = join(import.meta.dirname, 'once.ts');
/** The limits for one body: CPU time in ms, and memory in MB. */
const [MAX_TIME, MAX_MEMORY] = [50, 20];

type Median = Record<'reading' | 'level' | 'toolbar' | 'popup' | 'held', number>;

/** Measures the largest cost of any hostile body. */
export async function measureHostile(): Promise<Section> {
  const costs = new Map(Object.keys(HOSTILE).map((shape) => [shape, measureCost(shape)]));
  const worst = (what: string, part: keyof Median, unit: string, allowed: number): Row => {
    const [name, cost] = [...costs].reduce((most, each) => (each[1][part] > most[1][part] ? each : most));
    return { ...buildRow(what, unit, cost[part], { name: 'allowed', value: allowed }), spread: name };
  };
  return {
    rows: [
      worst('reading and parsing', 'reading', 'ms', MAX_TIME),
      worst('memory', 'held', 'MB', MAX_MEMORY),
      worst('level and positions to store', 'level', 'ms', MAX_TIME),
      worst('badge and tooltip of it', 'toolbar', 'ms', MAX_TIME),
      worst('cards and totals of it', 'popup', 'ms', MAX_TIME),
    ],
    remarks: [
      `The worst of ${costs.size} shapes of a response of 1 MiB, or of as much as the bounds accept, with its name. Each is the median`,
      `of ${TURNS} fresh Node processes, so no code is compiled yet. Times are those of the thread that does the work. Memory is`,
      'the peak, garbage included, from the first byte to the last figure. “A byte at a time” measures memory only, because its',
      'million reads let other work run in between. The toolbar and the popup show what is stored: 200 of 1,000 positions.',
    ],
  };
}

function measureCost(shape: string): Median {
  const costs = Array.from({ length: TURNS }, (): Cost => {
    return JSON.parse(execFileSync(process.execPath, ['--no-warnings', ONCE, shape], { encoding: 'utf8' }));
  });
  const getMedian = (read: (cost: Cost) => number) => median(costs.map(read));
  return {
    reading: HOSTILE[shape]?.piece === 1 ? 0 : getMedian(({ reading }) => reading),
    level: getMedian(({ level }) => level),
    toolbar: getMedian(({ toolbar }) => toolbar),
    popup: getMedian(({ popup }) => popup),
    held: getMedian(({ held }) => held) / 1e6,
  };
}
