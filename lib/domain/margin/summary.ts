import { type Amount, isKnown, isZero, ZERO } from '../money/amount.ts';
import { add, divide, multiply, subtract } from '../money/decimal.ts';
import type { ClassicMargin, MarginAccount } from './margin-account.ts';

/** The figures that every margin account has, whatever Bitget calls them. In its coin, but for the last two. */
export type Summary = {
  readonly available: Amount;
  /** What new positions may take: cross margin of a classic account, effective equity of a unified one. */
  readonly free: Amount;
  readonly equity: Amount;
  readonly pnl: Amount;
  readonly usdt: Amount;
  readonly btc: Amount;
};

/** Figures of which the worth in USDT is asked for. */
export type Valued = 'available' | 'equity' | 'pnl';

const NOT_KNOWN: Amount = { raw: null };

export function summarize(margin: MarginAccount): Summary {
  if (margin.product !== 'UNIFIED') return summarizeClassic(margin);
  const { accountEquity, effEquity, imr, unrealisedPnl, usdtEquity, btcEquity } = margin.figures;
  const available = isKnown(effEquity) && isKnown(imr) ? subtract(effEquity, imr) : NOT_KNOWN;
  return {
    available,
    free: effEquity,
    equity: accountEquity,
    pnl: unrealisedPnl,
    usdt: usdtEquity,
    btc: btcEquity,
  };
}

/** What a figure is worth in USDT; Bitget tells most of them itself. */
export function valueInUsdt(margin: MarginAccount, figure: Valued): Amount {
  const summary = summarize(margin);
  if (figure === 'equity') return summary.usdt;
  if (figure === 'pnl' && margin.product === 'UNIFIED') return margin.figures.usdtUnrealisedPnl;
  return convertToUsdt(margin, summary[figure]);
}

function summarizeClassic({ coin, figures }: ClassicMargin): Summary {
  const { available, crossedMaxAvailable, accountEquity } = figures;
  return {
    available,
    free: crossedMaxAvailable,
    equity: accountEquity,
    pnl: pnl(figures),
    usdt: inOwnCoin(figures.usdtEquity, coin === 'USDT', accountEquity),
    btc: inOwnCoin(figures.btcEquity, coin === 'BTC', accountEquity),
  };
}

/** Bitget leaves the sum blank at times and sends its two parts. */
function pnl({ unrealizedPL, crossedUnrealizedPL, isolatedUnrealizedPL }: ClassicMargin['figures']): Amount {
  if (isKnown(unrealizedPL) || !isKnown(crossedUnrealizedPL) || !isKnown(isolatedUnrealizedPL)) return unrealizedPL;
  return add(crossedUnrealizedPL, isolatedUnrealizedPL);
}

/** An equity in the row's own coin is the row's equity, also where Bitget leaves it blank. */
function inOwnCoin(value: Amount, isOwn: boolean, equity: Amount): Amount {
  return !isKnown(value) && isOwn ? equity : value;
}

/** An amount of a margin account's coin in USDT, by the rate that Bitget's own two equities give. */
function convertToUsdt({ coin, figures }: MarginAccount, value: Amount): Amount {
  const { usdtEquity, accountEquity } = figures;
  if (!isKnown(value)) return NOT_KNOWN;
  if (coin === 'USDT') return value;
  if (isZero(value)) return ZERO;
  if (!isKnown(usdtEquity) || !isKnown(accountEquity) || isZero(accountEquity)) return NOT_KNOWN;
  return divide(multiply(value, usdtEquity), accountEquity);
}
