import type { Account } from '../account/account.ts';
import type { Product, ProductType } from '../account/product-type.ts';
import { sortBy } from '../core/sort-by.ts';
import { findNearestLiquidation, type NearestLiquidation } from '../margin/distance.ts';
import { distanceLevel } from '../margin/distance-thresholds.ts';
import { compareProgress, liquidationProgress } from '../margin/liquidation-progress.ts';
import { buildFigures, type ClassicMargin, FIGURES, type MarginAccount } from '../margin/margin-account.ts';
import { findUnlistedCoins, isEmpty, listIsolatedRates, selectPositions } from '../margin/margin-positions.ts';
import { type Position, sortByDistance } from '../margin/position.ts';
import { compareLevels, computeRisk, type Level, type Risk, riskLevel, worseLevel } from '../margin/risk.ts';
import type { Amount, Decimal } from '../money/amount.ts';
import {
  arePositionsCurrent,
  getPositionsReading,
  getReading,
  isStale,
  listProducts,
  type Readings,
} from '../polling/reading.ts';
import { countOmittedPositions } from '../polling/stored-positions.ts';
import type { Settings } from '../settings/settings.ts';

/** Everything that a card shows about one margin account. */
export type Card = {
  /** Stable across readings. */
  readonly key: string;
  readonly account: Account;
  readonly margin: MarginAccount;
  /** The open positions, nearest to liquidation first. */
  readonly positions: readonly Position[];
  /** The number of further positions, none of which decides the risk. */
  readonly omitted: number;
  readonly at: number;
  /** The figures are stale: `risk` and `nearest` are the last known ones, and all levels are `unknown`. */
  readonly stale: boolean;
  readonly risk: Risk;
  readonly nearest: NearestLiquidation;
  /** The level of the risk alone. */
  readonly rateLevel: Level;
  /** The level of the nearest liquidation alone. */
  readonly distanceLevel: Level;
  /** The worse one of both levels. */
  readonly level: Level;
  /** The level by the last known figures, stale or not. */
  readonly lastKnownLevel: Level;
  /** All figures are known and zero. */
  readonly empty: boolean;
};

export type Portfolio = {
  readonly accounts: readonly Account[];
  readonly readings: Readings;
  readonly settings: Settings;
};

/** Builds the cards of all margin accounts with figures, riskiest first; equal risks keep the user's order. */
export function buildCards(portfolio: Portfolio, now: number): readonly Card[] {
  const cards = portfolio.accounts.flatMap((account) =>
    listProducts(portfolio.readings, account).flatMap((product) => buildProductCards(portfolio, account, product, now)),
  );
  return sortBy(
    cards,
    (card) => ({ card, progress: maxProgress(card) }),
    (a, b) => compareLevels(b.card.level, a.card.level) || compareProgress(b.progress, a.progress),
  );
}

function buildProductCards({ readings, settings }: Portfolio, account: Account, product: Product, now: number): Card[] {
  const reading = getReading(readings, account, product);
  if (reading.state !== 'fresh' && reading.state !== 'stale') return [];
  const { at, figures } = reading;
  const known = getPositionsReading(readings, account, product);
  const positions = known.state === 'fresh' || known.state === 'stale' ? known.figures : [];
  const margins = product === 'UNIFIED' ? figures : [...figures, ...buildUnlistedAccounts(figures, positions, product)];
  return margins.map((margin, index) => {
    const current = arePositionsCurrent(reading, known) ? positions : null;
    const risk = computeRisk(margin, listIsolatedRates(margin, current));
    const nearest = findNearestLiquidation(margin, current);
    const stale = isStale(at, settings.period, now);
    const levels = determineLevels(risk, nearest, settings);
    return {
      key: `${account.id}/${margin.product}/${margin.coin}/${index}`,
      account,
      margin,
      positions: sortByDistance(selectPositions(margin, positions)),
      omitted: countOmittedPositions(readings, account, margin),
      at,
      stale,
      risk,
      nearest,
      ...(stale ? UNKNOWN_LEVELS : levels),
      lastKnownLevel: levels.level,
      empty: isEmpty(margin),
    };
  });
}

type Levels = Pick<Card, 'rateLevel' | 'distanceLevel' | 'level'>;

const UNKNOWN_LEVELS: Levels = { rateLevel: 'unknown', distanceLevel: 'unknown', level: 'unknown' };

function determineLevels(risk: Risk, nearest: NearestLiquidation, { thresholds, near }: Settings): Levels {
  const byRate = riskLevel(risk, thresholds);
  const byDistance = distanceLevel(nearest, near);
  return { rateLevel: byRate, distanceLevel: byDistance, level: worseLevel(byRate, byDistance) };
}

/**
 * Builds margin accounts for isolated positions whose coin Bitget's list omits. All their other figures are unknown.
 */
function buildUnlistedAccounts(
  known: readonly MarginAccount[],
  positions: readonly Position[],
  product: ProductType,
): ClassicMargin[] {
  const nothing: Amount = { raw: null };
  const figures = buildFigures(FIGURES, () => nothing);
  return findUnlistedCoins(known, positions).map((coin) => ({
    product,
    coin,
    assetMode: 'unknown',
    figures,
    assets: [],
  }));
}

function maxProgress({ risk, nearest }: Card): Decimal | null {
  return liquidationProgress(risk.rate, typeof nearest === 'string' ? null : nearest.distance);
}

export function worstLevel(cards: readonly Card[]): Level {
  return cards.reduce<Level>((worst, { level }) => worseLevel(worst, level), 'safe');
}
