import { type Amount, type Decimal, isKnown, isNonZero, isZero } from '../money/amount.ts';
import { FIGURES, type MarginAccount, UNIFIED_FIGURES } from './margin-account.ts';
import { type Position, positionRiskRate } from './position.ts';

/** Returns whether every figure is zero, or blank as Bitget sends it for unused coins. */
export function isEmpty(margin: MarginAccount): boolean {
  const isNothing = (value: Amount) => (isKnown(value) ? isZero(value) : !value.raw);
  return (
    isZero(margin.figures.accountEquity) &&
    (margin.product === 'UNIFIED'
      ? UNIFIED_FIGURES.every((name) => isNothing(margin.figures[name]))
      : FIGURES.every((name) => isNothing(margin.figures[name])))
  );
}

/** Returns whether positions may exist: a figure that they raise is not zero, or one that must be read is unreadable. */
export function mayHavePositions(margin: MarginAccount): boolean {
  if (margin.product !== 'UNIFIED') {
    const { crossedRiskRate, crossedMargin, crossedUnrealizedPL } = margin.figures;
    // A tiny risk rate may arrive as zero.
    return mayBeIsolated(margin) || !isZero(crossedRiskRate) || [crossedMargin, crossedUnrealizedPL].some(isNonZero);
  }
  const { mmr, imr, mgnRatio, positionMgnRatio, positionValue, unrealisedPnl } = margin.figures;
  // Older responses lack some fields, which proves nothing. The others must be zero.
  const newer = [positionMgnRatio, positionValue].filter((value) => isKnown(value) || value.raw !== null);
  return ![mmr, imr, mgnRatio, unrealisedPnl, ...newer].every(isZero);
}

/** Returns whether isolated positions may exist, whose risk the account's own rate excludes. */
export function mayBeIsolated(margin: MarginAccount): boolean {
  if (margin.product === 'UNIFIED') return mayHavePositions(margin);
  return !isZero(margin.figures.isolatedMargin) && !isEmpty(margin);
}

/**
 * Returns the rates of a margin account's isolated positions; null for an unknown rate. `positions` are all open ones
 * of its product, or null when the last read failed.
 */
export function listIsolatedRates(margin: MarginAccount, positions: readonly Position[] | null): (Decimal | null)[] {
  if (positions === null) return mayBeIsolated(margin) ? [null] : [];
  const rates = selectPositions(margin, positions).filter(isIsolated).map(positionRiskRate);
  const isMissing = margin.product !== 'UNIFIED' && rates.length === 0 && isKnown(margin.figures.isolatedMargin);
  return isMissing && mayBeIsolated(margin) ? [null] : rates;
}

export function selectPositions({ product, coin }: MarginAccount, positions: readonly Position[]): readonly Position[] {
  return product === 'UNIFIED' ? positions : (groupByCoin(positions).get(upper(coin)) ?? []);
}

/** Returns margin coins of isolated positions that the account list does not contain. */
export function findUnlistedCoins(margins: readonly MarginAccount[], positions: readonly Position[]): string[] {
  const listed = new Set(margins.map(({ coin }) => upper(coin)));
  const coins = positions.filter(isIsolated).map(({ coin }) => coin);
  return [...new Set(coins)].filter((coin) => !listed.has(upper(coin)));
}

/** An unknown mode may be isolated. */
function isIsolated({ mode }: Position): boolean {
  return mode !== 'crossed';
}

const groups = new WeakMap<readonly Position[], ReadonlyMap<string, readonly Position[]>>();

/** Cached per list: avoids O(accounts × positions). */
function groupByCoin(positions: readonly Position[]): ReadonlyMap<string, readonly Position[]> {
  const known = groups.get(positions);
  if (known) return known;
  const made = new Map<string, Position[]>();
  for (const position of positions) {
    const coin = upper(position.coin);
    const group = made.get(coin);
    if (group) group.push(position);
    else made.set(coin, [position]);
  }
  groups.set(positions, made);
  return made;
}

function upper(coin: string): string {
  return coin.toUpperCase();
}
