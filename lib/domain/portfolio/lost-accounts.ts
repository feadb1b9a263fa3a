import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { findNearestLiquidation } from '../margin/distance.ts';
import { distanceLevel } from '../margin/distance-thresholds.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { isEmpty, listIsolatedRates } from '../margin/margin-positions.ts';
import type { Position } from '../margin/position.ts';
import { compareLevels, computeRisk, riskLevel, worseLevel } from '../margin/risk.ts';
import { getPositionsReading, getReading, isLost, listProducts } from '../polling/reading.ts';
import { accountPace, findWorstDanger } from './account-danger.ts';
import type { Portfolio } from './card.ts';
import { listOfferedProducts } from './retired-products.ts';

/** An account that is no longer monitored, and when its oldest figures were read. */
export type UnmonitoredAccount = { readonly account: Account; readonly since: number };

/**
 * Returns the accounts with a product type that could not be read for too long. A product type that holds nothing does
 * not count, unless the account holds nothing at all. Positions that cannot be read beside the figures make the risk
 * unknown, which is an alert of its own.
 */
export function findUnmonitored(portfolio: Portfolio, now: number): UnmonitoredAccount[] {
  return portfolio.accounts.flatMap((account) => {
    const { readings } = portfolio;
    const read = (product: Product) => readPart(portfolio, account, product);
    const offered = listOfferedProducts(readings, account).flatMap(read);
    const parts = offered.length > 0 ? offered : listProducts(readings, account).flatMap(read);
    const holding = parts.filter(({ margins }) => !margins.every(isEmpty));
    const counted = holding.length > 0 ? holding : parts;
    const lost = isAnyLost(counted, parts, portfolio, now);
    return lost ? [{ account, since: Math.min(...counted.map(({ at }) => at)) }] : [];
  });
}

/** The last known figures of one product, and when they were read. */
type Part = {
  readonly margins: readonly MarginAccount[];
  readonly positions: readonly Position[] | null;
  readonly at: number;
};

function readPart({ readings }: Portfolio, account: Account, product: Product): Part[] {
  const margin = getReading(readings, account, product);
  if (!('at' in margin)) return [];
  const positions = getPositionsReading(readings, account, product);
  return [{ margins: margin.figures, positions: 'figures' in positions ? positions.figures : null, at: margin.at }];
}

/** In seconds. No account is lost earlier than with this period. */
const SHORTEST_PERIOD = 1;

/** `all` are the parts of the account, which decide on its pace. */
function isAnyLost(counted: readonly Part[], all: readonly Part[], { settings }: Portfolio, now: number): boolean {
  // Most figures are recent, so their levels need not be computed.
  if (!counted.some(({ at }) => isLost(at, SHORTEST_PERIOD, now, true))) return false;
  const period = accountPace(findWorstDanger(all.flatMap(listRisks), settings), settings);
  const isRisky = (part: Part): boolean =>
    listRisks(part).some(({ risk, nearest }) => {
      const level = worseLevel(riskLevel(risk, settings.thresholds), distanceLevel(nearest, settings.near));
      return compareLevels(level, 'unknown') > 0;
    });
  return counted.some((part) => isLost(part.at, period, now, isRisky(part)));
}

function listRisks({ margins, positions }: Part) {
  return margins.map((margin) => ({
    risk: computeRisk(margin, listIsolatedRates(margin, positions)),
    nearest: findNearestLiquidation(margin, positions),
  }));
}
