export { classicAccounts, classicPositions } from './classic-rows.ts';
export { type Contract, contracts, priceOf } from './contract.ts';
export type { Book, Deposit, Holding } from './holdings.ts';
export { type Coin, type Market, openMarket, type Storm, starts, step } from './market.ts';
export { showMarket } from './publish.ts';
export { type Random, seeded } from './random.ts';
export { type MarketOptions, type RunningMarket, startMarket } from './start.ts';
export { unifiedOverview, unifiedPositions } from './unified-rows.ts';
