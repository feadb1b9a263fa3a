import { minus, over, times } from './decimal.ts';
import type { ClassicMargin, MarginAccount } from './margin.ts';
import { type Amount, isKnown, isZero, ZERO } from './money.ts';

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

export function summaryOf(margin: MarginAccount): Summary {
  if (margin.product !== 'UNIFIED') return classic(margin);
  const { accountEquity, effEquity, imr, unrealisedPnl, usdtEquity, btcEquity } = margin.figures;
  const available = isKnown(effEquity) && isKnown(imr) ? minus(effEquity, imr) : NOT_KNOWN;
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
export function worthOf(margin: MarginAccount, figure: Valued): Amount {
  const summary = summaryOf(margin);
  if (figure === 'equity') return summary.usdt;
  if (figure === 'pnl' && margin.product === 'UNIFIED') return margin.figures.usdtUnrealisedPnl;
  return inUsdt(margin, summary[figure]);
}

function classic({ figures }: ClassicMargin): Summary {
  const { available, crossedMaxAvailable, accountEquity, unrealizedPL, usdtEquity, btcEquity } = figures;
  return {
    available,
    free: crossedMaxAvailable,
    equity: accountEquity,
    pnl: unrealizedPL,
    usdt: usdtEquity,
    btc: btcEquity,
  };
}

/** An amount of a margin account's coin in USDT, by the rate that Bitget's own two equities give. */
function inUsdt({ coin, figures }: MarginAccount, value: Amount): Amount {
  const { usdtEquity, accountEquity } = figures;
  if (!isKnown(value)) return NOT_KNOWN;
  if (coin === 'USDT') return value;
  if (isZero(value)) return ZERO;
  if (!isKnown(usdtEquity) || !isKnown(accountEquity) || isZero(accountEquity)) return NOT_KNOWN;
  return over(times(value, usdtEquity), accountEquity);
}
