import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { sortBy } from '../core/sort-by.ts';
import { measurePositions, type NearestLiquidation, selectNearest } from '../margin/distance.ts';
import { compareProgress, liquidationProgress } from '../margin/liquidation-progress.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { isEmpty, listIsolatedRates, selectPositions } from '../margin/margin-positions.ts';
import type { Position } from '../margin/position.ts';
import { compareLevels, computeRisk, type Level, type Risk, worseLevel } from '../margin/risk.ts';
import type { Decimal } from '../money/amount.ts';
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
import { accountPace, areKnown, findHiddenDanger, findWorstDanger } from './account-danger.ts';
import { determineLevels, type Levels, raiseToDanger, UNKNOWN_LEVELS } from './levels.ts';
import { listOfferedProducts } from './retired-products.ts';
import { buildUnlistedAccounts } from './unlisted-accounts.ts';

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
  /**
   * The levels for colors and words: a stale warning or danger keeps them until its monitoring is lost. Figures of which a
   * part became unknown during a danger stay a danger, and so do those of an account that is being liquidated.
   */
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
  const aged = parts.map((part) => ({ ...part, stale: isStale(part.at, period, now) }));
  const hasHiddenDanger = findHiddenDanger(account, aged, portfolio, now) !== null;
  return aged.map((part) => {
    const { risk, nearest, stale } = part;
    const levels = determineLevels(risk, nearest, settings);
    const current = stale ? UNKNOWN_LEVELS : levels;
    const isKept = compareLevels(levels.level, 'warning') >= 0 && !isLost(part.at, period, now, true);
    const shown = isKept ? levels : current;
    const isDanger = isLiquidating(readings, part) || (hasHiddenDanger && !areKnown([part]));
    return {
      ...part,
      ...current,
      lastKnownLevel: levels.level,
      shown: isDanger ? raiseToDanger(shown, risk, nearest) : shown,
    };
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
    const areCurrent = arePositionsCurrent(reading, known);
    const measured = measurePositions(selectPositions(margin, positions));
    return {
      key: `${account.id}/${margin.product}/${margin.coin}/${index}`,
      account,
      margin,
      positions: measured.map(({ position }) => position),
      omitted: countOmittedPositions(readings, account, margin),
      at: reading.at,
      risk: computeRisk(margin, listIsolatedRates(margin, areCurrent ? positions : null)),
      nearest: selectNearest(margin, areCurrent ? measured : null),
      empty: isEmpty(margin),
    };
  });
}

/** Bitget's last response about the product of a margin account was that it is being liquidated. */
function isLiquidating(readings: Readings, { account, margin: { product } }: CardPart): boolean {
  return [getReading(readings, account, product), getPositionsReading(readings, account, product)].some(
    (reading) => 'failure' in reading && reading.failure.kind === 'liquidating',
  );
}

function maxProgress({ risk, nearest }: Card): Decimal | null {
  return liquidationProgress(risk.rate, typeof nearest === 'string' ? null : nearest.distance);
}

export function worstLevel(cards: readonly Card[]): Level {
  return cards.reduce<Level>((worst, { level }) => worseLevel(worst, level), 'safe');
}
