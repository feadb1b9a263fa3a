import type { LiveAccount } from '../../../simulator/index.ts';
import type { AlertLevel } from '../../domain/alert/alert-state.ts';

/** The truth by an account's published rows: the worst level, and the highest margin ratio in percent, rounded up. */
export type RowTruth = { readonly level: AlertLevel; readonly percent: number };

/** The default thresholds of the product, as fractions. */
const RATIOS = [
  ['danger', 0.9],
  ['warning', 0.7],
  ['caution', 0.5],
] as const;
const DISTANCES = [
  ['danger', 0.015],
  ['warning', 0.03],
  ['caution', 0.05],
] as const;

/** Computes the truth from the simulator's rows alone, without any code of the product. */
export function readTruth(account: LiveAccount): RowTruth {
  const positions = [...Object.values(account.positions), ...Object.values(account.currentPositions)].flatMap(
    (list) => list ?? [],
  );
  const rows = account.family === 'unified' ? [account.assets] : Object.values(account.accounts).flat();
  const isolated = positions.filter((row) => readText(row, 'marginMode') === 'isolated');
  const ratio = Math.max(
    0,
    ...rows.map((row) => readNumber(row, account.family === 'unified' ? 'mgnRatio' : 'crossedRiskRate')),
    ...isolated.map((row) =>
      account.family === 'unified' ? computeIsolatedRatio(row) : readNumber(row, 'marginRatio'),
    ),
  );
  const distance = Math.min(...positions.map(readDistance));
  const byRatio = RATIOS.find(([, threshold]) => ratio >= threshold)?.[0] ?? 'safe';
  const byDistance = DISTANCES.find(([, threshold]) => distance <= threshold)?.[0] ?? 'safe';
  const isDistanceWorse = LEVELS.indexOf(byDistance) > LEVELS.indexOf(byRatio);
  // A float may lie just above a whole percent that the decimal text does not exceed.
  return { level: isDistanceWorse ? byDistance : byRatio, percent: Math.ceil(Number((ratio * 100).toFixed(9))) };
}

const LEVELS: readonly AlertLevel[] = ['safe', 'caution', 'warning', 'danger'];

/** The simulator liquidates at a price that leaves the maintenance margin and this fee for closing, as Bitget does. */
const TAKER_FEE = 0.0006;

/**
 * Bitget publishes no ratio for an isolated position of a unified account, but all that it consists of: the maintenance
 * margin ÷ what is left of the margin once the fee at the liquidation price is paid.
 */
function computeIsolatedRatio(row: unknown): number {
  const size = readNumber(row, 'total');
  const maintenance = readNumber(row, 'mmr') * readNumber(row, 'markPrice') * size;
  const fee = TAKER_FEE * readNumber(row, 'liquidationPrice') * size;
  return maintenance / (readNumber(row, 'positionBalance') + readNumber(row, 'unrealisedPnl') - fee);
}

function readDistance(row: unknown): number {
  const liquidation = readNumber(row, 'liquidationPrice');
  const mark = readNumber(row, 'markPrice');
  return liquidation > 0 ? Math.abs(liquidation - mark) / mark : Number.POSITIVE_INFINITY;
}

function readNumber(row: unknown, field: string): number {
  return Number(readText(row, field) ?? 0);
}

function readText(row: unknown, field: string): string | null {
  const value = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[field] : null;
  return typeof value === 'string' ? value : null;
}
