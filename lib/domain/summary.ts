import { minus, over, times } from './decimal.ts';
import type { ClassicMargin, MarginAccount } from './margin.ts';
import { type Amount, isKnown, isZero, ZERO } from './money.ts';

/** The figures that every margin account has, whatever Bitget calls them. In its coin, but for the last four. */
export type Summary = {
  readonly available: Amount;
  /** What new positions may take: cross margin of a classic account, effective equity of a unified one. */
  readonly free: Amount;
  readonly equity: Amount;
  readonly pnl: Amount;
  readonly usdt: Amount;
  readonly btc: Amount;
  readonly pnlUsdt: Amount;
  readonly availableUsdt: Amount;
};

const NOT_KNOWN: Amount = { raw: null };

export function summaryOf(margin: MarginAccount): Summary {
  if (margin.product !== 'UNIFIED') return classic(margin);
  const { accountEquity, effEquity, imr, unrealisedPnl, usdtEquity, btcEquity, usdtUnrealisedPnl } = margin.figures;
  const available = isKnown(effEquity) && isKnown(imr) ? minus(effEquity, imr) : NOT_KNOWN;
  return {
    available,
    free: effEquity,
    equity: accountEquity,
    pnl: unrealisedPnl,
    usdt: usdtEquity,
    btc: btcEquity,
    pnlUsdt: usdtUnrealisedPnl,
    availableUsdt: inUsdt(margin, available),
  };
}

function classic(margin: ClassicMargin): Summary {
  const { available, crossedMaxAvailable, accountEquity, unrealizedPL, usdtEquity, btcEquity } = margin.figures;
  return {
    available,
    free: crossedMaxAvailable,
    equity: accountEquity,
    pnl: unrealizedPL,
    usdt: usdtEquity,
    btc: btcEquity,
    pnlUsdt: inUsdt(margin, unrealizedPL),
    availableUsdt: inUsdt(margin, available),
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
