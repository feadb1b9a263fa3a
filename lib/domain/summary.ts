import Big from 'big.js';
import type { ClassicMargin, MarginAccount } from './margin.ts';
import { type Amount, type Decimal, decimalOf, isKnown, isZero, ZERO } from './money.ts';

/** The figures that every margin account has, whatever Bitget calls them. In its coin, but for the last three. */
export type Summary = {
  readonly available: Amount;
  /** What new positions may take: cross margin of a classic account, effective equity of a unified one. */
  readonly free: Amount;
  readonly equity: Amount;
  readonly pnl: Amount;
  readonly usdt: Amount;
  readonly btc: Amount;
  readonly pnlUsdt: Amount;
};

const NOT_KNOWN: Amount = { raw: null };

export function summaryOf(margin: MarginAccount): Summary {
  if (margin.product !== 'UNIFIED') return classic(margin);
  const { accountEquity, effEquity, imr, unrealisedPnl, usdtEquity, btcEquity, usdtUnrealisedPnl } = margin.figures;
  return {
    available: isKnown(effEquity) && isKnown(imr) ? decimalOf(new Big(effEquity).minus(imr)) : NOT_KNOWN,
    free: effEquity,
    equity: accountEquity,
    pnl: unrealisedPnl,
    usdt: usdtEquity,
    btc: btcEquity,
    pnlUsdt: usdtUnrealisedPnl,
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
    pnlUsdt: pnlInUsdt(margin) ?? NOT_KNOWN,
  };
}

/** Unrealised PnL in USDT, by the rate that Bitget's own two equities give; null when there is none. */
function pnlInUsdt({ coin, figures }: ClassicMargin): Decimal | null {
  const { unrealizedPL, usdtEquity, accountEquity } = figures;
  if (!isKnown(unrealizedPL)) return null;
  if (coin === 'USDT') return unrealizedPL;
  if (isZero(unrealizedPL)) return ZERO;
  if (!isKnown(usdtEquity) || !isKnown(accountEquity) || isZero(accountEquity)) return null;
  return decimalOf(new Big(unrealizedPL).times(usdtEquity).div(accountEquity));
}
