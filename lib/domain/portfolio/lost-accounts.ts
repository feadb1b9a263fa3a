import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { isEmpty, listIsolatedRates, mayHavePositions } from '../margin/margin-positions.ts';
import type { Position } from '../margin/position.ts';
import { compareLevels, computeRisk, riskLevel } from '../margin/risk.ts';
import { getPositionsReading, getReading, isLost, listProducts } from '../polling/reading.ts';
import type { Portfolio } from './card.ts';

/** An account that is no longer monitored, and when its oldest figures were read. */
export type UnmonitoredAccount = { readonly account: Account; readonly since: number };

/**
 * Returns the accounts with a product type that could not be read for too long. A product type that holds nothing does
 * not count, unless the account holds nothing at all.
 */
export function findUnmonitored(portfolio: Portfolio, now: number): UnmonitoredAccount[] {
  return portfolio.accounts.flatMap((account) => {
    const parts = listProducts(portfolio.readings, account).flatMap((product) => readPart(portfolio, account, product));
    const holding = parts.filter(({ margins }) => !margins.every(isEmpty));
    const counted = holding.length > 0 ? holding : parts;
    const lost = counted.some((part) => isPartLost(part, portfolio, now));
    return lost ? [{ account, since: Math.min(...counted.map(({ at }) => at)) }] : [];
  });
}

/** The last known figures of one product, and since when a part of them was not read. */
type Part = {
  readonly margins: readonly MarginAccount[];
  readonly positions: readonly Position[] | null;
  readonly at: number;
};

function readPart({ readings }: Portfolio, account: Account, product: Product): Part[] {
  const margin = getReading(readings, account, product);
  if (!('at' in margin)) return [];
  const positions = getPositionsReading(readings, account, product);
  // Without its positions, the risk of these figures is not complete.
  const isComplete = positions.state !== 'stale' || !margin.figures.some(mayHavePositions);
  return [
    {
      margins: margin.figures,
      positions: 'figures' in positions ? positions.figures : null,
      at: isComplete ? margin.at : Math.min(margin.at, positions.at),
    },
  ];
}

function isPartLost({ margins, positions, at }: Part, { settings }: Portfolio, now: number): boolean {
  const isRisky = (margin: MarginAccount): boolean => {
    const level = riskLevel(computeRisk(margin, listIsolatedRates(margin, positions)), settings.thresholds);
    return compareLevels(level, 'unknown') > 0;
  };
  // Most figures are recent, so their levels need not be computed.
  if (!isLost(at, settings.period, now, true)) return false;
  return isLost(at, settings.period, now, margins.some(isRisky));
}
