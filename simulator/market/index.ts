export { classicAccounts, classicPositions } from './classic-rows.ts';
export { type Coin, coins } from './coins.ts';
export { type Contract, coinPrice, contracts } from './contract.ts';
export { type DrivenMarket, type DrivenMarketOptions, driveMarket } from './driven-market.ts';
export type { AccountHoldings, Deposit, Position } from './holdings.ts';
export { listLiquidations } from './liquidations.ts';
export { advanceMarket, type Market, openMarket, type Swing } from './market.ts';
export { publishMarket } from './publish.ts';
export { type Random, seeded } from './random.ts';
export {
  createScenarioHoldings,
  listScenarioPositions,
  type Scenario,
  type ScenarioPosition,
  scenarios,
  walkMarkPrice,
} from './scenario.ts';
export { type MarketOptions, type RunningMarket, startMarket } from './start.ts';
export { unifiedOverview, unifiedPositions } from './unified-rows.ts';
