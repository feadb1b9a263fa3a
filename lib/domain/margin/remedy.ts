import { isPositive, maxDecimal } from '../money/amount.ts';
import { add, compare, type Decimal, divide, multiply, subtract } from '../money/decimal.ts';
import { sortByDistance } from './distance.ts';
import type { MarginAccount } from './margin-account.ts';
import type { Position } from './position.ts';
import { isDollarCoin, type PricedPosition, priceOrObstacle } from './priced-position.ts';
import {
  divideUp,
  liquidationAfterAdding,
  missingForDistance,
  missingForRatio,
  shareForDistance,
  shareForRatio,
} from './remedy-arithmetic.ts';
import type { RemedyObstacle } from './remedy-obstacle.ts';
import { isolatedTarget, poolTarget, type RemedyTarget } from './remedy-target.ts';

/** A goal: a distance to liquidation as a fraction of the mark price, or a margin ratio as a fraction. */
export type RemedyGoal = { readonly kind: 'distance' | 'ratio'; readonly fraction: Decimal };

export type RemedySituation = {
  readonly margin: MarginAccount;
  /** All open positions of the product; null when the round could not read them together with the margin account. */
  readonly positions: readonly Position[] | null;
  readonly isStale: boolean;
  /** The isolated position in danger; null for the cross margin pool. */
  readonly isolated: Position | null;
};

/** A partial close of a cross position: the share as a fraction (whole percent), and the size. */
export type Closing = { readonly position: Position; readonly share: Decimal; readonly size: Decimal };

/** The margin ratio after adding the amount, and the nearest liquidation price; null where there is none. */
export type AfterAdding = { readonly ratio: Decimal; readonly liquidation: Decimal | null };

/**
 * An estimate at an unchanged mark price, never below the real need: an amount of `coin` to add, or a part to close
 * where that helps. `isCloseFirst`: the amount exceeds five times the equity, so closing comes first.
 */
export type Remedy = {
  readonly add: Decimal;
  readonly coin: string;
  readonly after: AfterAdding;
  readonly closing: Closing | null;
  readonly isCloseFirst: boolean;
};

const ONE = '1' as Decimal;
const MUCH = '5' as Decimal;
const COIN_PLACES = 6;

/** Returns what would move liquidation away, or why there is no answer. */
export function findRemedy(situation: RemedySituation, goal: RemedyGoal): Remedy | { readonly why: RemedyObstacle } {
  const target = findTarget(situation);
  if (typeof target === 'string') return { why: target };
  // The ratio proves nothing without equity: it may be negative or arbitrarily large.
  if (!isPositive(target.equity) || compare(target.maintenance, target.equity) >= 0) return { why: 'reached' };
  const remedy = goal.kind === 'ratio' ? forRatio(target, goal.fraction) : forDistance(target, goal.fraction);
  if (typeof remedy === 'string') return { why: remedy };
  const { add, closing } = remedy;
  // Closing a part of an isolated position frees its margin too, so liquidation does not move.
  const canClose = situation.isolated === null;
  return {
    add,
    coin: target.coin,
    after: afterAdding(target, add),
    closing: canClose ? closing : null,
    isCloseFirst: canClose && closing !== null && compare(add, multiply(MUCH, target.equity)) > 0,
  };
}

function findTarget({ margin, positions, isStale, isolated }: RemedySituation): RemedyTarget | RemedyObstacle {
  if (isStale) return 'stale';
  if (positions === null) return 'partial';
  return isolated ? isolatedTarget(isolated, positions) : poolTarget(margin, positions);
}

type Ways = Pick<Remedy, 'add' | 'closing'>;

/** Offers a close for the nearest position of which a part is enough. */
function forRatio(target: RemedyTarget, goal: Decimal): Ways | RemedyObstacle {
  const add = missingForRatio(target.maintenance, target.equity, goal, decimalPlaces(target.coin));
  if (!isPositive(add)) return 'met';
  for (const position of sortByDistance(target.positions)) {
    const priced = priceOrObstacle(position);
    if (typeof priced === 'string') continue;
    const share = shareForRatio(priced, target, goal);
    if (share !== null) return { add, closing: { position, share, size: multiply(priced.size, share) } };
  }
  return { add, closing: null };
}

/** The position of a pool that needs most decides. Closing helps only if no other position needs anything. */
function forDistance({ positions, dust, coin }: RemedyTarget, goal: Decimal): Ways | RemedyObstacle {
  const needs: { readonly position: Position; readonly priced: PricedPosition; readonly missing: Decimal }[] = [];
  let hasPrice = false;
  for (const position of positions) {
    const priced = priceOrObstacle(position);
    if (priced === 'none') continue;
    if (typeof priced === 'string') return priced;
    hasPrice = true;
    const missing = missingForDistance(priced, goal);
    if (isPositive(missing)) needs.push({ position, priced, missing });
  }
  if (!hasPrice) return 'no price';
  const [first, ...others] = needs;
  if (!first) return 'met';
  const needed = others.reduce((most, { missing }) => maxDecimal(most, missing), first.missing);
  const share = others.length === 0 ? shareForDistance(first.priced, goal) : null;
  return {
    add: divideUp(add(needed, dust), ONE, decimalPlaces(coin)),
    closing: share === null ? null : { position: first.position, share, size: multiply(first.priced.size, share) },
  };
}

function afterAdding({ equity, maintenance, positions, dust }: RemedyTarget, added: Decimal): AfterAdding {
  const [nearest] = sortByDistance(positions);
  const priced = nearest ? priceOrObstacle(nearest) : 'none';
  const liquidation = typeof priced === 'string' ? null : liquidationAfterAdding(priced, subtract(added, dust));
  return {
    ratio: divide(maintenance, add(equity, added)),
    liquidation: isPositive(liquidation) ? liquidation : null,
  };
}

/** Whole dollars, or a millionth of any other coin. */
function decimalPlaces(coin: string): number {
  return coin === 'USD' || isDollarCoin(coin) ? 0 : COIN_PLACES;
}
