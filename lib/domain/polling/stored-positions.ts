import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { getOwn, mapValues } from '../core/objects.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import { selectWorstPositions } from '../margin/worst-positions.ts';
import { type AccountReading, getPositionsReading, type OmittedPositions, type Readings } from './reading.ts';

/** The most positions of one account that are stored, because the browser gives an extension 10 MB. */
export const MAX_STORED_POSITIONS = 200;

/** Limits the positions of all accounts. `known` are the stored readings. */
export function limitAllPositions(readings: Readings, known: Readings): Readings {
  return {
    ...readings,
    accounts: mapValues(readings.accounts, (account, id) => limitPositions(account, getOwn(known.accounts, id))),
  };
}

/**
 * Returns a reading that fits the storage: of an account with more positions, the worst ones, which have the risk of all,
 * and the number of the others. `known` has the numbers for positions that were read earlier.
 */
export function limitPositions(account: AccountReading, known: AccountReading | undefined): AccountReading {
  const lists = Object.entries(account.positions).flatMap(([product, reading]) =>
    'figures' in reading ? [{ product: product as Product, at: reading.at, positions: reading.figures }] : [],
  );
  const count = lists.reduce((sum, { positions }) => sum + positions.length, 0);
  const pools = lists.flatMap(({ product, positions }) => splitPools(product, positions));
  const kept = count > MAX_STORED_POSITIONS ? selectWorstPositions(pools, MAX_STORED_POSITIONS) : null;
  const omitted = lists.flatMap(({ product, at, positions }) => {
    const earlier = [account, known].map((each) => each?.omitted?.[product]).find((each) => each?.at === at);
    const coins = countByCoin(kept ? positions.filter((position) => !kept.has(position)) : [], earlier);
    return Object.keys(coins).length > 0 ? [[product, { at, coins }] as const] : [];
  });
  const { omitted: _, ...rest } = account;
  return {
    ...rest,
    ...(omitted.length > 0 && { omitted: Object.fromEntries(omitted) }),
    positions: kept
      ? mapValues(account.positions, (reading) =>
          reading && 'figures' in reading
            ? { ...reading, figures: reading.figures.filter((position) => kept.has(position)) }
            : reading,
        )
      : account.positions,
  };
}

/** Returns how many positions of a margin account are not stored. */
export function countOmittedPositions(readings: Readings, account: Account, { product, coin }: MarginAccount): number {
  const reading = getPositionsReading(readings, account, product);
  const omitted = getOwn(readings.accounts, account.id)?.omitted?.[product];
  if (!omitted || !('at' in reading) || omitted.at !== reading.at) return 0;
  if (product !== 'UNIFIED') return getOwn(omitted.coins, coin.toUpperCase()) ?? 0;
  return Object.values(omitted.coins).reduce((sum, count) => sum + count, 0);
}

/** A unified account has one pool, a product type one for each coin. */
function splitPools(product: Product, positions: readonly Position[]): readonly (readonly Position[])[] {
  return product === 'UNIFIED' ? [positions] : [...Map.groupBy(positions, ({ coin }) => coin.toUpperCase()).values()];
}

function countByCoin(positions: readonly Position[], earlier: OmittedPositions | undefined): OmittedPositions['coins'] {
  const counts: Record<string, number> = { ...earlier?.coins };
  for (const { coin } of positions) counts[coin.toUpperCase()] = (getOwn(counts, coin.toUpperCase()) ?? 0) + 1;
  return counts;
}
