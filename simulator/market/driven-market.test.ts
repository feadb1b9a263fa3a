import Big from 'big.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Family } from '../bitget/account.ts';
import type { Overrides } from '../samples/index.ts';
import { createExchange, type Exchange } from '../server/exchange.ts';
import { classic, unified } from '../testing/accounts.ts';
import { type Contract, contracts } from './contract.ts';
import { type DrivenMarket, driveMarket } from './driven-market.ts';
import { createScenarioHoldings } from './scenario.ts';

const BTC = contracts.BTCUSDT;
const KEYS: Readonly<Record<Family, string>> = { classic: classic.apiKey, unified: unified.apiKey };
let exchange: Exchange;

beforeEach(() => {
  ({ exchange } = createExchange({ accounts: [classic, unified] }));
});

function drive({ contract = BTC as Contract, leverage = '20', isIsolated = false } = {}): DrivenMarket {
  const holdings = createScenarioHoldings({ contract, leverage, side: 'long' }, isIsolated);
  return driveMarket(exchange, { holdings: { [KEYS.classic]: holdings, [KEYS.unified]: holdings }, now: () => 0 });
}

function readPosition(family: Family): Overrides {
  const account = exchange.account(KEYS[family]);
  const rows = family === 'classic' ? account.positions['USDT-FUTURES'] : account.currentPositions['USDT-FUTURES'];
  return (rows?.[0] ?? {}) as Overrides;
}

describe.each<Family>(['classic', 'unified'])('a driven market of a %s account', (family) => {
  it('walks from far to near: the mark is published and the liquidation price stays', () => {
    const market = drive();
    const published = readPosition(family).liquidationPrice;
    for (const mark of ['59000.1', '58000.2', '57500.3']) {
      market.setMark('BTCUSDT', mark);
      expect(readPosition(family)).toMatchObject({ markPrice: mark, liquidationPrice: published });
      expect(market.listLiquidations(KEYS[family])).toEqual([]);
    }
    market.setMark('BTCUSDT', new Big(String(published)).minus('0.01').toFixed());
    expect(market.listLiquidations(KEYS[family])).toHaveLength(1);
  });

  it.each([false, true])('moves the price by the added margin ÷ size ÷ (1 − rate), isolated: %s', (isIsolated) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (amount) => {
        const market = drive({ isIsolated });
        const before = new Big(String(readPosition(family).liquidationPrice));
        market.addMargin(KEYS[family], BTC, String(amount));
        const after = new Big(String(readPosition(family).liquidationPrice));
        const expected = new Big(amount).div('0.15').div('0.9954');
        expect(before.minus(after).minus(expected).abs().toNumber()).toBeLessThan(1e-6);
      }),
    );
  });

  it('lowers the margin ratio by closing a share, and has no position after closing all', () => {
    const market = drive();
    market.setMark('BTCUSDT', '57500');
    market.closeShare(KEYS[family], BTC, '0.5');
    expect(readPosition(family).total).toBe('0.075');
    // 450 − 375 of margin is left behind 0.075 BTC, whose price may fall by another 1,000 before it is used up.
    const price = new Big('57500').minus(new Big(75).div('0.075')).div('0.9954');
    expect(new Big(String(readPosition(family).liquidationPrice)).minus(price).abs().toNumber()).toBeLessThan(1e-6);
    market.closeShare(KEYS[family], BTC, '1');
    expect(readPosition(family)).toEqual({});
    expect(new Big(market.holdings(KEYS[family]).deposits[0]?.amount ?? '').toFixed(2)).toBe('75.00');
  });
});

it('throws for an unknown key, contract or margin coin', () => {
  const market = drive();
  expect(() => market.holdings('nobody')).toThrow('nobody');
  expect(() => market.addMargin(KEYS.classic, contracts.ETHUSDT, '1')).toThrow('ETHUSDT');
  expect(() => market.addMargin(KEYS.classic, contracts.BTCPERP, '1')).toThrow('USDC');
  expect(() => market.closeShare(KEYS.classic, contracts.ETHUSDT, '1')).toThrow('ETHUSDT');
});
