import type { Sample } from '../history/sample.ts';
import type { Card } from '../portfolio/card.ts';
import { formatCsv } from './csv.ts';

const HEADER = [
  'time',
  'account',
  'product',
  'coin',
  'equity',
  'available',
  'risk_rate',
  'unrealised_pnl',
  'liquidation_distance',
];

/**
 * Formats the history of a margin account as CSV: times in UTC, exact amounts, empty cells for unknown figures. The
 * headers are fixed, because programs read them.
 */
export function formatHistoryCsv(
  { account, margin }: Pick<Card, 'account' | 'margin'>,
  samples: readonly Sample[],
): string {
  const names = [account.label, margin.product, margin.coin];
  const rows = samples.map(([at, equity, available, risk, pnl, distance]) => [
    new Date(at).toISOString(),
    ...names,
    ...[equity, available, risk, pnl, distance].map((value) => value ?? ''),
  ]);
  return formatCsv([HEADER, ...rows]);
}

/** `margin-glance-USDT-2026-11-24.csv`. */
export function csvFileName({ margin }: Pick<Card, 'margin'>, now: number): string {
  const coin = margin.coin.replace(/[^A-Za-z0-9]/g, '') || 'coin';
  return `margin-glance-${coin}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}
