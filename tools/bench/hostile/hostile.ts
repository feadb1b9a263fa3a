import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { plainRow, type Row, type Section } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { HOSTILE } from './bodies.ts';
import type { Cost } from './once.ts';

const TURNS = 7;
const ONCE = join(import.meta.dirname, 'once.ts');
/** What one such body may cost: ms, and MB. */
const [LONGEST, MOST] = [50, 20];

type Median = Record<'reading' | 'toolbar' | 'popup' | 'held', number>;

/** The worst that any shape of a hostile answer costs. */
export async function measureHostile(): Promise<Section> {
  const costs = new Map(Object.keys(HOSTILE).map((shape) => [shape, costOf(shape)]));
  const worst = (what: string, part: keyof Median, unit: string, allowed: number): Row => {
    const [name, cost] = [...costs].reduce((most, each) => (each[1][part] > most[1][part] ? each : most));
    return { ...plainRow(what, unit, cost[part], { name: 'allowed', value: allowed }), spread: name };
  };
  return {
    rows: [
      worst('reading and parsing', 'reading', 'ms', LONGEST),
      worst('memory', 'held', 'MB', MOST),
      worst('badge and tooltip of it', 'toolbar', 'ms', LONGEST),
      worst('cards and totals of it', 'popup', 'ms', LONGEST),
    ],
    remarks: [
      `The worst of ${costs.size} shapes of a response of 1 MiB, or of as much as the bounds accept, with its name. Each is the median`,
      `of ${TURNS} fresh Node processes, so no code is compiled yet. Times are those of the thread that does the work. Memory is`,
      'the peak, garbage included, from the first byte to the last figure. “A byte at a time” measures memory only, because its',
      'million reads let other work run in between.',
    ],
  };
}

function costOf(shape: string): Median {
  const costs = Array.from({ length: TURNS }, (): Cost => {
    return JSON.parse(execFileSync(process.execPath, ['--no-warnings', ONCE, shape], { encoding: 'utf8' }));
  });
  const of = (read: (cost: Cost) => number) => median(costs.map(read));
  return {
    reading: HOSTILE[shape]?.piece === 1 ? 0 : of(({ reading }) => reading),
    toolbar: of(({ toolbar }) => toolbar),
    popup: of(({ popup }) => popup),
    held: of(({ held }) => held) / 1e6,
  };
}
