import { summaryOf } from '../margin/summary.ts';
import { type Amount, isKnown, isNegative, isZero, ratio } from '../money/amount.ts';
import { compare, type Decimal, over, times } from '../money/decimal.ts';
import type { Card } from './card.ts';
import { countedOf } from './totals.ts';

/** What a margin account tells of a coin's worth: so much of the coin is so many USDT. */
type Quote = { readonly coin: string; readonly amount: Decimal; readonly usdt: Decimal; readonly at: number };

/** The coins in which totals stand anyhow. */
const SHOWN = new Set(['USDT', 'BTC']);

/** The other coins and currencies for which Bitget's own answers give a rate, by their names. */
export function coinsWithRate(cards: readonly Card[]): readonly string[] {
  const coins = quotesOf(cards).map(({ coin }) => coin);
  return [...new Set(coins)].filter((coin) => !SHOWN.has(coin)).sort();
}

/** An amount of USDT in another coin, by the newest answer of Bitget's that gives the rate; null where none does. */
export function inCoin(usdt: Decimal, coin: string, cards: readonly Card[]): Decimal | null {
  const [best] = quotesOf(cards)
    .filter((quote) => quote.coin === coin)
    // Of answers of the same time the largest is the most exact: small amounts have few digits.
    .sort((a, b) => b.at - a.at || compare(b.usdt, a.usdt));
  return best ? over(times(usdt, best.amount), best.usdt) : null;
}

function quotesOf(cards: readonly Card[]): readonly Quote[] {
  return countedOf(cards).flatMap(({ margin, at }) => {
    const { equity, usdt: worth, btc } = summaryOf(margin);
    const own = [quote(margin.coin, equity, worth, at), quote('BTC', btc, worth, at)];
    if (margin.product !== 'UNIFIED') return own.flat();
    const dollar = ratio(worth, equity);
    const held = margin.assets.map(({ coin, equity, usdValue }) => {
      const usdt = dollar !== null && isKnown(usdValue) ? times(usdValue, dollar) : { raw: null };
      return quote(coin, equity, usdt, at);
    });
    return [...own, ...held].flat();
  });
}

function quote(coin: string, amount: Amount, usdt: Amount, at: number): Quote[] {
  return isAbove(amount) && isAbove(usdt) ? [{ coin, amount, usdt, at }] : [];
}

function isAbove(value: Amount): value is Decimal {
  return isKnown(value) && !isZero(value) && !isNegative(value);
}
