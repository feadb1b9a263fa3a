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
  isLost,
  isStale,
  listedFigures,
  type Readings,
} from '../polling/reading.ts';
import { countOmittedPositions } from '../polling/stored-positions.ts';
import type { Settings } from '../settings/settings.ts';
import { accountPace, findWorstDanger } from './account-danger.ts';
import { listOfferedProducts } from './retired-products.ts';

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
  /** The levels for colors and words: a stale warning or danger keeps them until its monitoring is lost. */
  readonly shown: Levels;
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
  return sortBy(
    portfolio.accounts.flatMap((account) => buildAccountCards(portfolio, account, now)),
    (card) => ({ card, progress: maxProgress(card) }),
    (a, b) => compareLevels(b.card.shown.level, a.card.shown.level) || compareProgress(b.progress, a.progress),
  );
}

/** Figures age by the period in force for their account, which is shorter in danger. */
function buildAccountCards(portfolio: Portfolio, account: Account, now: number): Card[] {
  const { readings, settings } = portfolio;
  const parts = listOfferedProducts(readings, account).flatMap((product) =>
    buildProductParts(portfolio, account, product),
  );
  const period = accountPace(findWorstDanger(parts, settings), settings);
  return parts.map((part) => {
    const stale = isStale(part.at, period, now);
    const levels = determineLevels(part.risk, part.nearest, settings);
    const current = stale ? UNKNOWN_LEVELS : levels;
    const isKept = compareLevels(levels.level, 'warning') >= 0 && !isLost(part.at, period, now, true);
    return { ...part, stale, ...current, lastKnownLevel: levels.level, shown: isKept ? levels : current };
  });
}

/** A card without what depends on its age. */
type CardPart = Omit<Card, 'stale' | 'lastKnownLevel' | 'shown' | keyof Levels>;

function buildProductParts({ readings }: Portfolio, account: Account, product: Product): CardPart[] {
  const reading = getReading(readings, account, product);
  const figures = listedFigures(reading);
  if (figures === null || !('at' in reading)) return [];
  const known = getPositionsReading(readings, account, product);
  const positions = 'figures' in known ? known.figures : [];
  const margins = product === 'UNIFIED' ? figures : [...figures, ...buildUnlistedAccounts(figures, positions, product)];
  return margins.map((margin, index) => {
    const current = arePositionsCurrent(reading, known) ? positions : null;
    return {
      key: `${account.id}/${margin.product}/${margin.coin}/${index}`,
      account,
      margin,
      positions: sortByDistance(selectPositions(margin, positions)),
      omitted: countOmittedPositions(readings, account, margin),
      at: reading.at,
      risk: computeRisk(margin, listIsolatedRates(margin, current)),
      nearest: findNearestLiquidation(margin, current),
      empty: isEmpty(margin),
    };
  });
}

type Levels = Readonly<Record<'rateLevel' | 'distanceLevel' | 'level', Level>>;

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
