import { percentile } from '../../../lib/testing/simulated-market/percentile.ts';
import type { Way } from '../../../lib/testing/simulated-market/simulate-position.ts';
import { formatBrief } from '../report/row.ts';
import type { Run } from './simulate-market.ts';

/** Further than one pace and this, in seconds, a danger is reported late. */
const TOLERANCE = 2;
const HOURS_A_DAY = 24;

export type Figure = { readonly what: string; readonly format: (runs: readonly Run[]) => string };

/** The reported figures of a market that ends in liquidations. */
export const LIQUIDATION_FIGURES: readonly Figure[] = [
  { what: 'liquidations without a warning before them', format: (runs) => formatUnwarned(runs, false) },
  { what: 'lead of the warning, median (tenth percentile)', format: formatLeads },
  { what: 'danger in Bitget’s figures to its alert, median (99th percentile)', format: formatDelays },
  { what: 'danger reported within one pace and 2 s', format: formatPunctual },
  { what: 'requests an hour', format: formatRequests },
];

export const GAP_FIGURES: readonly Figure[] = [
  { what: 'unwarned, by a gap from outside of the warning', format: (runs) => formatUnwarned(runs, true) },
];

/** The reported figures of a market without liquidations. */
export const CALM_FIGURES: readonly Figure[] = [
  {
    what: 'notifications a day',
    format: (runs) => formatBrief((sum(runs, 'notifications') / sum(runs, 'hours')) * HOURS_A_DAY),
  },
  { what: 'requests an hour', format: formatRequests },
];

export function selectWay(runs: readonly Run[], way: Way): readonly Run[] {
  return runs.filter((run) => run.way === way);
}

function formatUnwarned(runs: readonly Run[], isGap: boolean): string {
  const liquidated = runs.filter((run) => run.liquidatedAt !== null && run.isGap === isGap);
  return `${liquidated.filter(({ warnedAt }) => warnedAt === null).length} of ${liquidated.length}`;
}

/** A warning from before the market moved counts from the first move. */
function formatLeads(runs: readonly Run[]): string {
  const leads = runs.flatMap(({ liquidatedAt, warnedAt, isGap }) =>
    liquidatedAt === null || warnedAt === null || isGap ? [] : [liquidatedAt - Math.max(0, warnedAt)],
  );
  return leads.length === 0 ? '—' : `${seconds(percentile(leads, 0.5))} (${seconds(percentile(leads, 0.1))})`;
}

function formatDelays(runs: readonly Run[]): string {
  const delays = listDangers(runs).map(({ delay }) => delay);
  return `${seconds(percentile(delays, 0.5))} (${seconds(percentile(delays, 0.99))})`;
}

function formatPunctual(runs: readonly Run[]): string {
  const dangers = listDangers(runs);
  return `${dangers.filter(({ delay, paceAtDanger }) => delay <= paceAtDanger + TOLERANCE).length} of ${dangers.length}`;
}

/** The dangers that began with the market's move. One without an alert has an infinite delay. */
function listDangers(runs: readonly Run[]) {
  return runs.flatMap(({ dangerAt, dangerNotifiedAt, paceAtDanger, isGap }) => {
    if (dangerAt === null || isGap || (dangerNotifiedAt !== null && dangerNotifiedAt < 0)) return [];
    const delay = dangerNotifiedAt === null ? Number.POSITIVE_INFINITY : Math.max(0, dangerNotifiedAt - dangerAt);
    return [{ delay, paceAtDanger }];
  });
}

function formatRequests(runs: readonly Run[]): string {
  return formatBrief(sum(runs, 'requests') / sum(runs, 'hours'));
}

function sum(runs: readonly Run[], field: 'notifications' | 'hours' | 'requests'): number {
  return runs.reduce((total, run) => total + run[field], 0);
}

function seconds(value: number): string {
  return Number.isFinite(value) ? `${formatBrief(value)} s` : 'never';
}
