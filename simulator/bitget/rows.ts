import { type Overrides, withPool } from '../samples/index.ts';
import type { LiveAccount } from './account.ts';

/** The rows of a coin when the request names one, else all. */
export function filterByCoin(rows: readonly unknown[], field: string, coin: string | null): readonly unknown[] {
  if (coin === null) return rows;
  return rows.filter((row) => isObject(row) && String(row[field]).toUpperCase() === coin.toUpperCase());
}

/** An account row with the account's pool state applied. */
export function applyPool({ pool }: LiveAccount, row: unknown): unknown {
  return pool === null || !isObject(row) ? row : withPool(row, pool);
}

function isObject(value: unknown): value is Overrides {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
