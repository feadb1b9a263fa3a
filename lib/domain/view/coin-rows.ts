import { sortBy } from '../core/sort-by.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { UnifiedAsset } from '../margin/margin-account.ts';
import { type Amount, compare, type Decimal, isKnown, isNegative, isZero, ZERO } from '../money/amount.ts';
import { abs, divide, multiply, sum } from '../money/decimal.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';

/** One coin of a unified account, formatted. */
export type CoinRow = {
  readonly coin: string;
  readonly isDebt: boolean;
  readonly available: DisplayAmount;
  readonly equity: DisplayAmount;
  readonly usdValue: DisplayAmount;
};

/** The coins that a card shows at once, and the others. */
export type CoinSelection = { readonly shown: readonly UnifiedAsset[]; readonly folded: readonly UnifiedAsset[] };

const MAX_COINS = 4;
/** In US dollars. */
const DUST = '1' as Decimal;
const HUNDRED = '100' as Decimal;

/**
 * Selects the coins of a unified account, largest value first. A debt always comes before the other coins when there
 * is not room for all. A coin without a known value is never dust.
 */
export function selectCoins(assets: readonly UnifiedAsset[]): CoinSelection {
  const sorted = sortBy(
    assets,
    ({ usdValue }) => usdValue,
    (a, b) => compareValues(b, a),
  );
  const urgent = sorted.filter(isDebt);
  const others = sorted.filter((asset) => !isDebt(asset) && !isDust(asset));
  const chosen = new Set([...urgent, ...others].slice(0, MAX_COINS));
  return {
    shown: sorted.filter((asset) => chosen.has(asset)),
    folded: sorted.filter((asset) => !chosen.has(asset)),
  };
}

export function formatCoin(asset: UnifiedAsset, hidden: boolean, i18n: I18n): CoinRow {
  const { coin, available, equity, usdValue } = asset;
  return {
    coin,
    isDebt: isDebt(asset),
    available: formatAmount(available, { coin, hidden, as: 'cut' }, i18n),
    equity: formatAmount(equity, { coin, hidden, as: 'cut' }, i18n),
    usdValue: formatAmount(usdValue, { coin: 'USD', hidden, as: 'cut' }, i18n),
  };
}

/** Returns the share of each coin in the value of all positive ones, in percent; nothing when a value is unknown. */
export function coinShares(assets: readonly UnifiedAsset[]): readonly number[] {
  const values = assets.map(({ usdValue }) => usdValue);
  if (!values.every(isKnown)) return [];
  const positive = values.map((value) => (isNegative(value) ? ZERO : value));
  const total = sum(positive);
  if (isZero(total)) return [];
  return positive.map((value) => Number(divide(multiply(value, HUNDRED), total)));
}

/** A debt that cannot be read may be one. */
function isDebt({ debt, equity }: UnifiedAsset): boolean {
  return (isKnown(debt) ? !isZero(debt) : !!debt.raw) || (isKnown(equity) && isNegative(equity));
}

function isDust({ usdValue }: UnifiedAsset): boolean {
  return isKnown(usdValue) && compare(abs(usdValue), DUST) < 0;
}

/** Unknown values come after known ones. */
function compareValues(a: Amount, b: Amount): number {
  if (!isKnown(a) || !isKnown(b)) return Number(isKnown(a)) - Number(isKnown(b));
  return compare(a, b);
}
