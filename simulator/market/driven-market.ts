import Big from 'big.js';
import type { Exchange } from '../server/exchange.ts';
import type { Contract } from './contract.ts';
import type { AccountHoldings, Position } from './holdings.ts';
import { listLiquidations } from './liquidations.ts';
import { type Market, openMarket } from './market.ts';
import { publishMarket } from './publish.ts';
import { valuePosition } from './valuation.ts';

/** A market that moves only as a test says. Each change is published to the accounts at once. */
export type DrivenMarket = {
  market(): Market;
  holdings(apiKey: string): AccountHoldings;
  /** Sets the mark price of a contract. Prices of coins, and so of collateral, stay. */
  setMark(symbol: string, price: string): void;
  /**
   * Deposits `amount` of a contract's margin coin, as a transfer into the account does.
   * Moves it into the contract's position if that is isolated. Throws if no deposit or position fits.
   */
  addMargin(apiKey: string, contract: Contract, amount: string): void;
  /** Closes a share of the contract's positions at the mark price; 1 closes all. The profit or loss goes to the deposit. */
  closeShare(apiKey: string, contract: Contract, share: string): void;
  /** The positions that Bitget would liquidate now: margin ratio of 100% or more. They stay open. */
  listLiquidations(apiKey: string): readonly Position[];
};

export type DrivenMarketOptions = {
  /** The holdings of each account, by API key. */
  readonly holdings: Readonly<Record<string, AccountHoldings>>;
  /** The positions' update time, ms; `Date.now` by default. */
  readonly now?: () => number;
};

export function driveMarket(exchange: Exchange, options: DrivenMarketOptions): DrivenMarket {
  const { now = Date.now } = options;
  const accounts = new Map(Object.entries(options.holdings));
  let market = openMarket();
  const findHoldings = (apiKey: string): AccountHoldings => {
    const holdings = accounts.get(apiKey);
    if (holdings === undefined) throw new Error(`the market has no holdings for the key ${apiKey}`);
    return holdings;
  };
  const publish = (): void => {
    for (const [apiKey, each] of accounts) publishMarket(exchange.account(apiKey), each, market, now());
  };
  publish();
  return {
    market: () => market,
    holdings: findHoldings,
    setMark(symbol, price) {
      market = { ...market, marks: { ...market.marks, [symbol]: price } };
      publish();
    },
    addMargin(apiKey, contract, amount) {
      accounts.set(apiKey, addToIsolated(deposit(findHoldings(apiKey), contract, new Big(amount)), contract, amount));
      publish();
    },
    closeShare(apiKey, contract, share) {
      accounts.set(apiKey, closePositions(findHoldings(apiKey), contract, new Big(share), market));
      publish();
    },
    listLiquidations: (apiKey) => listLiquidations(exchange.account(apiKey).family, findHoldings(apiKey), market),
  };
}

function deposit(holdings: AccountHoldings, { category, marginCoin }: Contract, amount: Big): AccountHoldings {
  const index = holdings.deposits.findIndex((each) => each.coin === marginCoin && each.category === category);
  if (index < 0) throw new Error(`the account has no deposit of ${marginCoin}`);
  const deposits = holdings.deposits.map((each, at) =>
    at === index ? { ...each, amount: amount.plus(each.amount).toFixed() } : each,
  );
  return { ...holdings, deposits };
}

function addToIsolated(holdings: AccountHoldings, { symbol }: Contract, amount: string): AccountHoldings {
  const add = (isolated: string): string => new Big(isolated).plus(amount).toFixed();
  const positions = holdings.positions.map((each) =>
    each.contract.symbol === symbol && each.isolated !== null ? { ...each, isolated: add(each.isolated) } : each,
  );
  if (!positions.some(({ contract }) => contract.symbol === symbol)) throw new Error(`no position of ${symbol}`);
  return { ...holdings, positions };
}

function closePositions(holdings: AccountHoldings, contract: Contract, share: Big, market: Market): AccountHoldings {
  const remaining = new Big(1).minus(share);
  const closed = holdings.positions.filter((each) => each.contract.symbol === contract.symbol);
  if (closed.length === 0) throw new Error(`no position of ${contract.symbol}`);
  const profit = closed.reduce((total, each) => total.plus(valuePosition(each, market).pnl.times(share)), new Big(0));
  const positions = holdings.positions.flatMap((each) => {
    if (!closed.includes(each)) return [each];
    const scale = (amount: string): string => remaining.times(amount).toFixed();
    return remaining.eq(0)
      ? []
      : [{ ...each, size: scale(each.size), isolated: each.isolated === null ? null : scale(each.isolated) }];
  });
  return deposit({ ...holdings, positions }, contract, profit);
}
