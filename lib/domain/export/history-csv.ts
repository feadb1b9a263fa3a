import type { Sample } from '../history/sample.ts';
import type { Card } from '../portfolio/card.ts';
import { formatCsv } from './csv.ts';

const HEADER = ['time', 'account', 'product', 'coin', 'equity', 'available', 'risk_rate', 'unrealised_pnl'];

/**
 * The history of a margin account as a table: times in UTC, amounts to the last digit, nothing where something was not
 * known. The heads are fixed: programs read them.
 */
export function formatHistoryCsv(
  { account, margin }: Pick<Card, 'account' | 'margin'>,
  samples: readonly Sample[],
): string {
  const names = [account.label, margin.product, margin.coin];
  const rows = samples.map(([at, ...figures]) => [
    new Date(at).toISOString(),
    ...names,
    ...figures.map((value) => value ?? ''),
  ]);
  return formatCsv([HEADER, ...rows]);
}

/** `margin-glance-USDT-2026-11-24.csv`. */
export function csvFileName({ margin }: Pick<Card, 'margin'>, now: number): string {
  const coin = margin.coin.replace(/[^A-Za-z0-9]/g, '') || 'coin';
  return `margin-glance-${coin}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}
