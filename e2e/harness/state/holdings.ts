import type { Product } from '../../../lib/domain/account/product-type.ts';
import { type AccountReading, READY } from '../../../lib/domain/polling/reading.ts';
import { buildMargin, buildPosition, buildUnified } from '../../../lib/testing/builders.ts';

/** One margin account: its ratio, equity, free margin and PnL, and its positions. */
type Holding = {
  readonly product: Product;
  readonly coin: string;
  readonly figures: readonly [rate: string, equity: string, free: string, pnl: string];
  readonly positions?: readonly Parameters<typeof buildPosition>[0][];
};

/** A classic or a unified account with these margin accounts, read at a moment. */
export function holdings(at: number, ...held: readonly Holding[]): AccountReading {
  const fresh = <T>(figures: T) => ({ state: 'fresh', at, figures }) as const;
  const isUnified = held.some(({ product }) => product === 'UNIFIED');
  return {
    revision: 1,
    family: isUnified ? 'unified' : 'classic',
    margin: Object.fromEntries(held.map((each) => [each.product, fresh([buildHolding(each)])])),
    positions: Object.fromEntries(
      held.map(({ product, positions = [] }) => [product, fresh(positions.map((each) => buildPosition(each)))]),
    ),
    retry: READY,
  };
}

function buildHolding({ product, coin, figures: [rate, equity, free, pnl], positions = [] }: Holding) {
  const worth = { usdtEquity: equity, btcEquity: equity === '0' ? '0' : '0.1' };
  if (product === 'UNIFIED') {
    const imr = String(Number(equity) - Number(free));
    const held = { positionValue: positions.length > 0 ? '1' : '0', unrealisedPnl: pnl, usdtUnrealisedPnl: pnl };
    return buildUnified({ ...worth, ...held, accountEquity: equity, effEquity: equity, imr, mgnRatio: rate });
  }
  const cross = { crossedRiskRate: rate, crossedMaxAvailable: free, available: free, unrealizedPL: pnl };
  return buildMargin({ ...worth, ...cross, accountEquity: equity }, { product, coin });
}
