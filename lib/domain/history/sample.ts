import type { MarginAccount } from '../margin/margin-account.ts';
import { summarize } from '../margin/summary.ts';
import { type Amount, type Decimal, isKnown } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';

/**
 * What a margin account was at one moment: amounts in its coin, the risk as a fraction, each null where it was not
 * known. A tuple, for thousands of them are stored. The moment is by the exchange's clock, in ms.
 */
export type Sample = readonly [
  at: number,
  equity: Decimal | null,
  available: Decimal | null,
  risk: Decimal | null,
  pnl: Decimal | null,
];

/** The name of a margin account's history within its account: `USDT-FUTURES/USDT`. */
export function seriesKey({ product, coin }: MarginAccount): string {
  return `${product}/${coin}`;
}

/** The sample of a card; `clockOffset` is the server's clock minus ours. A risk that the card does not tell is not known. */
export function buildSample({ margin, at, level, risk }: Card, clockOffset: number): Sample {
  const { equity, available, pnl } = summarize(margin);
  return [at + clockOffset, known(equity), known(available), level === 'unknown' ? null : risk.rate, known(pnl)];
}

function known(value: Amount): Decimal | null {
  return isKnown(value) ? value : null;
}
