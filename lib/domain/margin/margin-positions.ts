import { type Amount, type Decimal, isKnown, isZero } from '../money/amount.ts';
import { FIGURES, type MarginAccount, UNIFIED_FIGURES } from './margin-account.ts';
import { type Position, positionRiskRate } from './position.ts';

/** Every figure is zero, or was left blank as Bitget does for coins that were never used. */
export function isEmpty(margin: MarginAccount): boolean {
  const isNothing = (value: Amount) => (isKnown(value) ? isZero(value) : !value.raw);
  return (
    isZero(margin.figures.accountEquity) &&
    (margin.product === 'UNIFIED'
      ? UNIFIED_FIGURES.every((name) => isNothing(margin.figures[name]))
      : FIGURES.every((name) => isNothing(margin.figures[name])))
  );
}

/** Whether positions may matter: isolated margin or any risk above zero, or one that cannot be read. */
export function mayHavePositions(margin: MarginAccount): boolean {
  if (margin.product !== 'UNIFIED') return mayBeIsolated(margin) || !isZero(margin.figures.crossedRiskRate);
  const { mmr, imr, mgnRatio, positionMgnRatio, positionValue, unrealisedPnl } = margin.figures;
  // Fields that older answers lack say nothing; the others must be zero.
  const newer = [positionMgnRatio, positionValue].filter((value) => isKnown(value) || value.raw !== null);
  return ![mmr, imr, mgnRatio, unrealisedPnl, ...newer].every(isZero);
}

/** Whether some of its risk may lie in isolated positions, which its own rate leaves out. */
export function mayBeIsolated(margin: MarginAccount): boolean {
  if (margin.product === 'UNIFIED') return mayHavePositions(margin);
  return !isZero(margin.figures.isolatedMargin) && !isEmpty(margin);
}

/**
 * The rates of the isolated positions of a margin account; one that is null could not be known. `positions` are all
 * open ones of its product, or null when they could not be read lately.
 */
export function listIsolatedRates(margin: MarginAccount, positions: readonly Position[] | null): (Decimal | null)[] {
  if (positions === null) return mayBeIsolated(margin) ? [null] : [];
  const rates = selectPositions(margin, positions).filter(isIsolated).map(positionRiskRate);
  const isMissing = margin.product !== 'UNIFIED' && rates.length === 0 && isKnown(margin.figures.isolatedMargin);
  return isMissing && mayBeIsolated(margin) ? [null] : rates;
}

/** The positions that a margin account answers for. */
export function selectPositions({ product, coin }: MarginAccount, positions: readonly Position[]): readonly Position[] {
  return product === 'UNIFIED' ? positions : (groupByCoin(positions).get(upper(coin)) ?? []);
}

/** Margin coins of isolated positions for which the account list has no row. */
export function findUnlistedCoins(margins: readonly MarginAccount[], positions: readonly Position[]): string[] {
  const listed = new Set(margins.map(({ coin }) => upper(coin)));
  const coins = positions.filter(isIsolated).map(({ coin }) => coin);
  return [...new Set(coins)].filter((coin) => !listed.has(upper(coin)));
}

/** A mode that is not known may be isolated. */
function isIsolated({ mode }: Position): boolean {
  return mode !== 'crossed';
}

const groups = new WeakMap<readonly Position[], ReadonlyMap<string, readonly Position[]>>();

/** Made once for a list: looking through all positions for each of many margin accounts would take long. */
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
