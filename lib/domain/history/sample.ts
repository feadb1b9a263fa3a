import type { MarginAccount } from '../margin/margin-account.ts';
import { summarize, valueInUsdt } from '../margin/summary.ts';
import { type Amount, type Decimal, isKnown, isZero } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';

/**
 * A margin account at one time: amounts in its coin, the risk and the distance to liquidation as fractions, null where
 * unknown. The last place is the equity in USDT, absent where the coin is USDT. Samples of earlier versions lack the last
 * places. A tuple, because thousands are stored. The time is in ms by the exchange's clock.
 */
export type Sample = readonly [
  at: number,
  equity: Decimal | null,
  available: Decimal | null,
  risk: Decimal | null,
  pnl: Decimal | null,
  distance?: Decimal | null,
  usdt?: Decimal | null,
];

/** Returns the name of a series within its account: `USDT-FUTURES/USDT`. */
export function seriesKey({ product, coin }: MarginAccount): string {
  return `${product}/${coin}`;
}

/**
 * Builds the sample of a card. `clockOffset` is the server's clock minus the local clock. The risk and
 * the distance are null where the card shows none.
 */
export function buildSample(
  { margin, at, rateLevel, risk, distanceLevel, nearest }: Card,
  clockOffset: number,
): Sample {
  const { equity, available, pnl } = summarize(margin);
  const sample = [
    at + clockOffset,
    known(equity),
    known(available),
    rateLevel === 'unknown' ? null : risk.rate,
    known(pnl),
    distanceLevel === 'unknown' || typeof nearest === 'string' ? null : nearest.distance,
  ] as const;
  return margin.coin === 'USDT' ? sample : [...sample, known(valueInUsdt(margin, 'equity'))];
}

/** Returns the equity of a sample in USDT; null where it is unknown. `coin` is that of its margin account. */
export function equityInUsdt([, equity, , , , , usdt = null]: Sample, coin: string): Decimal | null {
  return coin === 'USDT' || isZero(equity) ? equity : usdt;
}

function known(value: Amount): Decimal | null {
  return isKnown(value) ? value : null;
}
