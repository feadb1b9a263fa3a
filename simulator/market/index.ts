export { classicAccounts, classicPositions } from './classic-rows.ts';
export { type Contract, coinPrice, contracts } from './contract.ts';
export type { AccountHoldings, Deposit, Holding } from './holdings.ts';
export { advanceMarket, type Coin, type Crash, type Market, openMarket, starts } from './market.ts';
export { publishMarket } from './publish.ts';
export { type Random, seeded } from './random.ts';
export { type MarketOptions, type RunningMarket, startMarket } from './start.ts';
export { unifiedOverview, unifiedPositions } from './unified-rows.ts';
