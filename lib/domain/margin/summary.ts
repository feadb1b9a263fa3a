import { type Amount, isKnown, isNegative, isZero, ZERO } from '../money/amount.ts';
import { add, divide, multiply, subtract } from '../money/decimal.ts';
import type { ClassicMargin, MarginAccount } from './margin-account.ts';

/** The figures that every margin account has, whatever Bitget calls them. In its coin, except for the last two. */
export type Summary = {
  readonly available: Amount;
  /** Margin for new positions: cross margin of a classic account, effective equity of a unified one. */
  readonly free: Amount;
  /** The margin that can still be used, which Bitget's own pages call available; never below zero. */
  readonly freeMargin: Amount;
  /** The amount that is missing until margin is free; usually zero. */
  readonly shortfall: Amount;
  readonly equity: Amount;
  readonly pnl: Amount;
  readonly usdt: Amount;
  readonly btc: Amount;
};

/** Figures that can be valued in USDT. */
export type Valued = 'freeMargin' | 'available' | 'equity' | 'pnl';

const NOT_KNOWN: Amount = { raw: null };

export function summarize(margin: MarginAccount): Summary {
  if (margin.product !== 'UNIFIED') return summarizeClassic(margin);
  const { accountEquity, effEquity, imr, unrealisedPnl, usdtEquity, btcEquity } = margin.figures;
  const available = isKnown(effEquity) && isKnown(imr) ? subtract(effEquity, imr) : NOT_KNOWN;
  return {
    available,
    free: effEquity,
    ...freeMargin(available),
    equity: accountEquity,
    pnl: unrealisedPnl,
    usdt: usdtEquity,
    btc: btcEquity,
  };
}

/** Returns the value of a figure in USDT. Bitget sends most of them. */
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
    ...freeMargin(crossedMaxAvailable),
    equity: accountEquity,
    pnl: pnl(figures),
    usdt: inOwnCoin(figures.usdtEquity, coin === 'USDT', accountEquity),
    btc: inOwnCoin(figures.btcEquity, coin === 'BTC', accountEquity),
  };
}

function freeMargin(value: Amount): Pick<Summary, 'freeMargin' | 'shortfall'> {
  if (!isKnown(value)) return { freeMargin: value, shortfall: value };
  return isNegative(value)
    ? { freeMargin: ZERO, shortfall: subtract(ZERO, value) }
    : { freeMargin: value, shortfall: ZERO };
}

/** Bitget sometimes leaves the sum blank and sends its two parts. */
function pnl({ unrealizedPL, crossedUnrealizedPL, isolatedUnrealizedPL }: ClassicMargin['figures']): Amount {
  if (isKnown(unrealizedPL) || !isKnown(crossedUnrealizedPL) || !isKnown(isolatedUnrealizedPL)) return unrealizedPL;
  return add(crossedUnrealizedPL, isolatedUnrealizedPL);
}

/** An equity in the row's own coin is the row's equity, even where Bitget leaves it blank. */
function inOwnCoin(value: Amount, isOwn: boolean, equity: Amount): Amount {
  return !isKnown(value) && isOwn ? equity : value;
}

/** Converts an amount of a margin account's coin to USDT, by the rate between Bitget's two equities. */
function convertToUsdt({ coin, figures }: MarginAccount, value: Amount): Amount {
  const { usdtEquity, accountEquity } = figures;
  if (!isKnown(value)) return NOT_KNOWN;
  if (coin === 'USDT') return value;
  if (isZero(value)) return ZERO;
  if (!isKnown(usdtEquity) || !isKnown(accountEquity) || isZero(accountEquity)) return NOT_KNOWN;
  return divide(multiply(value, usdtEquity), accountEquity);
}
