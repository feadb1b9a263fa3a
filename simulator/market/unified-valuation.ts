import type Big from 'big.js';
import { coinPrice } from './contract.ts';
import type { AccountHoldings, Deposit } from './holdings.ts';
import type { Market } from './market.ts';
import { marginRatio, type PositionValuation, sum, sumMaintenance, valuePosition } from './valuation.ts';

/** Amounts in USD. */
export type UnifiedValuation = {
  readonly positions: readonly PositionValuation[];
  readonly crossed: readonly PositionValuation[];
  readonly equity: Big;
  /** Collateral after haircuts plus the profit and loss of the cross positions, without isolated margin. */
  readonly effectiveEquity: Big;
  readonly pnl: Big;
  /** Maintenance margin of the cross positions. */
  readonly maintenance: Big;
  /** Initial margin of all positions. */
  readonly margin: Big;
  readonly value: Big;
  readonly risk: Big;
};

/** Values all deposits and positions of a unified account together. Its positions are settled in stablecoins, worth 1 USD. */
export function valueUnifiedAccount(holdings: AccountHoldings, market: Market): UnifiedValuation {
  const positions = holdings.positions.map((position) => valuePosition(position, market));
  const crossed = positions.filter(({ position }) => position.isolated === null);
  const isolated = positions.filter(({ position }) => position.isolated !== null);
  const sumWorth = (share: (deposit: Deposit) => string): Big =>
    sum(holdings.deposits.map((each) => coinPrice(each.coin, market).times(each.amount).times(share(each))));
  const pnl = sum(positions.map((each) => each.pnl));
  const maintenance = sumMaintenance(crossed);
  const effectiveEquity = sumWorth(collateralShare)
    .minus(sum(isolated.map(({ margin }) => margin)))
    .plus(sum(crossed.map((each) => each.pnl)));
  return {
    positions,
    crossed,
    pnl,
    maintenance,
    effectiveEquity,
    equity: sumWorth(() => '1').plus(pnl),
    margin: sum(positions.map(({ margin }) => margin)),
    value: sum(positions.map(({ value }) => value)),
    risk: marginRatio(maintenance, effectiveEquity),
  };
}

/** A debt counts in full. */
function collateralShare({ coin, amount }: Deposit): string {
  return coin.startsWith('USD') || amount.startsWith('-') ? '1' : '0.95';
}
