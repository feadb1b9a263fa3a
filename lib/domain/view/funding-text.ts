import type { Family } from '../core/failure.ts';
import { formatAge, formatExact, formatMoney, HIDDEN, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import { isKnown, isPositive } from '../money/amount.ts';
import { type Decimal, subtract, sum, toDecimalPlaces, ZERO } from '../money/decimal.ts';
import type { FundingAsset, FundingReading } from '../polling/funding.ts';
import { describeFailure } from '../troubleshooting/failure-text.ts';

/** The free funds of the other wallet as texts: `Free in Funding`, `700.00 USDT`, `about 355 short`, `read 40 s ago`. */
export type FundingText = { readonly label: string; readonly value: string; readonly notes: readonly string[] };

/** The coin of the margin account, and how much of it a remedy adds; null without a remedy. */
export type FundingNeed = { readonly coin: string; readonly add: Decimal | null };

/** A unified account counts in dollars, which these coins can cover. */
const DOLLAR_COINS = ['USDT', 'USDC'];
const COIN_PLACES = 6;

/** Describes what is free in the wallet of an account. Unknown is never zero, and neither is a refused permission. */
export function describeFunding(
  reading: FundingReading | undefined,
  family: Family,
  need: FundingNeed,
  hidden: boolean,
  now: number,
  i18n: I18n,
): FundingText {
  const wallet = i18n.t(family === 'unified' ? 'wallet_funding' : 'wallet_spot');
  const label = i18n.t('funding_free', wallet);
  const outcome = reading?.outcome;
  if (!outcome) return { label, value: i18n.t('funding_awaited'), notes: [] };
  if (outcome.state === 'failed') {
    const isRefused = outcome.failure.kind === 'refused' && outcome.failure.cause === 'permission';
    const { title } = describeFailure(outcome.failure, i18n);
    return { label, value: isRefused ? i18n.t('funding_refused') : title, notes: [] };
  }
  const age = i18n.t('funding_read', formatAge(now - outcome.at, i18n));
  return { label, ...describeAmounts(outcome.assets, need, hidden, i18n, age) };
}

function describeAmounts(
  assets: readonly FundingAsset[],
  { coin, add }: FundingNeed,
  hidden: boolean,
  i18n: I18n,
  age: string,
): Pick<FundingText, 'value' | 'notes'> {
  if (hidden) return { value: HIDDEN, notes: [age] };
  const coins = coin === 'USD' ? DOLLAR_COINS : [coin];
  const found = assets.filter((asset) => coins.includes(asset.coin.toUpperCase()));
  const amounts = found.map(({ available }) => available);
  if (!amounts.every(isKnown)) return { value: UNKNOWN, notes: [age] };
  const short = add === null ? ZERO : subtract(add, sum(amounts));
  const notes = isPositive(short) ? [i18n.t('funding_short', formatShort(short, coin, i18n)), age] : [age];
  if (found.length === 0) return { value: i18n.t('funding_none', formatList(coins, i18n)), notes };
  const shown = found.map((asset) => `${formatMoney(asset.available, asset.coin, i18n)} ${asset.coin}`);
  return { value: formatList(shown, i18n), notes };
}

function formatShort(short: Decimal, coin: string, i18n: I18n): string {
  const isDollar = coin === 'USD' || DOLLAR_COINS.includes(coin);
  return formatExact(toDecimalPlaces(short, isDollar ? 0 : COIN_PLACES, true), i18n);
}
