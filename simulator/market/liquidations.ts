import type { Family } from '../bitget/account.ts';
import { valueClassicAccount } from './classic-valuation.ts';
import type { AccountHoldings, Position } from './holdings.ts';
import type { Market } from './market.ts';
import { valueUnifiedAccount } from './unified-valuation.ts';
import { marginRatio, type PositionValuation } from './valuation.ts';

/** The positions that Bitget would liquidate at these prices: margin ratio of 100% or more. */
export function listLiquidations(family: Family, holdings: AccountHoldings, market: Market): readonly Position[] {
  const pools =
    family === 'unified'
      ? [valueUnifiedAccount(holdings, market)]
      : holdings.deposits.map((deposit) => valueClassicAccount(holdings, deposit, market));
  return pools.flatMap(({ positions, risk }) =>
    positions
      .filter((each) => (each.position.isolated === null ? risk.gte(1) : isLiquidated(each)))
      .map(({ position }) => position),
  );
}

function isLiquidated({ maintenance, margin, pnl }: PositionValuation): boolean {
  return marginRatio(maintenance, margin.plus(pnl)).gte(1);
}
