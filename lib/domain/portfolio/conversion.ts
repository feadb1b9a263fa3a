import { summarize } from '../margin/summary.ts';
import { type Amount, divideAmounts, isKnown, isPositive } from '../money/amount.ts';
import { compare, type Decimal, divide, multiply } from '../money/decimal.ts';
import type { Card } from './card.ts';
import { cardsInTotals } from './totals.ts';

/** An exchange rate that a margin account implies: `amount` of the coin is worth `usdt`. */
type CoinQuote = { readonly coin: string; readonly amount: Decimal; readonly usdt: Decimal; readonly at: number };

/** Coins in which totals are always available. */
const TOTAL_COINS = new Set(['USDT', 'BTC']);

/** Returns the other coins and currencies for which Bitget's responses imply a rate, sorted by name. */
export function coinsWithRate(cards: readonly Card[]): readonly string[] {
  const coins = collectQuotes(cards).map(({ coin }) => coin);
  return [...new Set(coins)].filter((coin) => !TOTAL_COINS.has(coin)).sort();
}

/** Converts USDT to another coin by the newest response that implies the rate; null where none does. */
export function convertToCoin(usdt: Decimal, coin: string, cards: readonly Card[]): Decimal | null {
  const [best] = collectQuotes(cards)
    .filter((quote) => quote.coin === coin)
    // Among responses of the same time the largest amount is the most exact.
    .sort((a, b) => b.at - a.at || compare(b.usdt, a.usdt));
  return best ? divide(multiply(usdt, best.amount), best.usdt) : null;
}

function collectQuotes(cards: readonly Card[]): readonly CoinQuote[] {
  return cardsInTotals(cards).flatMap(({ margin, at }) => {
    const { equity, usdt: worth, btc } = summarize(margin);
    const own = [quote(margin.coin, equity, worth, at), quote('BTC', btc, worth, at)];
    if (margin.product !== 'UNIFIED') return own.flat();
    const dollar = divideAmounts(worth, equity);
    const held = margin.assets.map(({ coin, equity, usdValue }) => {
      const usdt = dollar !== null && isKnown(usdValue) ? multiply(usdValue, dollar) : { raw: null };
      return quote(coin, equity, usdt, at);
    });
    return [...own, ...held].flat();
  });
}

function quote(coin: string, amount: Amount, usdt: Amount, at: number): CoinQuote[] {
  return isPositive(amount) && isPositive(usdt) ? [{ coin, amount, usdt, at }] : [];
}
