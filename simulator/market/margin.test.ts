import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family } from '../bitget/account.ts';
import type { Overrides } from '../samples/index.ts';
import { classicAccounts, classicPositions } from './classic-rows.ts';
import { contracts } from './contract.ts';
import type { AccountHoldings, Position } from './holdings.ts';
import { listLiquidations } from './liquidations.ts';
import { type Market, openMarket } from './market.ts';
import { maintenanceMargin } from './tiers.ts';
import { unifiedOverview, unifiedPositions } from './unified-rows.ts';

describe('maintenance margin', () => {
  // The amounts are from Bitget's support article 12560603841952 or computed by hand from the rates and the 0.06% fee.
  it.each([
    [contracts.BTCUSDT, '330000', '1648'],
    [contracts.BTCUSDT, '200000', '920'],
    [contracts.BTCUSDT, '100000', '460'],
    [contracts.BTCUSDT, '1000000', '5900'],
    [contracts.ETHUSDT, '300000', '2180'],
    [contracts.SOLUSDT, '268410', '2495.146'],
    [contracts.SAFEUSDT, '9000', '95.4'],
  ])('of %o worth %s is %s', (contract, value, margin) => {
    expect(maintenanceMargin(contract.tiers, new Big(value)).toFixed()).toBe(margin);
  });

  it('appears in the rows of a classic account and of a unified one', () => {
    const holdings = build([{ contract: contracts.BTCUSDT, side: 'long', size: '5.5', isolated: null }], '20000');
    expect(classicAccounts(holdings, openMarket())['USDT-FUTURES']?.[0]).toMatchObject({
      unionMm: '1648.00000000',
      crossedRiskRate: '0.082400000000000000',
    });
    expect(unifiedOverview(holdings, openMarket())).toMatchObject({ mmr: '1648.00000000', mgnRatio: '0.08240000' });
    expect(classicPositions(holdings, openMarket(), 0)['USDT-FUTURES']?.[0]?.keepMarginRate).toBe('0.005');
  });

  it('counts only the larger side of a hedged contract', () => {
    const holdings = build(
      [
        { contract: contracts.BTCUSDT, side: 'long', size: '2', isolated: null },
        { contract: contracts.BTCUSDT, side: 'short', size: '1', isolated: null },
      ],
      '20000',
    );
    expect(unifiedOverview(holdings, openMarket()).mmr).toBe('552.00000000');
  });
});

// One position of a worked example: 1 BTC long at 60,000 with 3,000 USDT behind it. (60,000 − 3,000) ÷ (1 − 0.0046).
it("publishes the liquidation price of Bitget's formula", () => {
  const holdings = build([{ contract: contracts.BTCUSDT, side: 'long', size: '1', isolated: null }], '3000');
  expect(classicPositions(holdings, openMarket(), 0)['USDT-FUTURES']?.[0]?.liquidationPrice).toBe('57263.41169379');
});

describe('the published margin ratio', () => {
  const linear = [contracts.BTCUSDT, contracts.ETHUSDT, contracts.SOLUSDT, contracts.SAFEUSDT];
  const position = fc.record({
    contract: fc.constantFrom(...linear),
    side: fc.constantFrom<Position['side']>('long', 'short'),
    // Values from 100 to 2,000,000 USDT: up to the fourth tier of ETH and the last of SAFE.
    size: fc.integer({ min: 100, max: 2_000_000 }),
    isolated: fc.option(fc.integer({ min: 3, max: 30 }), { nil: null }),
  });
  const account = fc.record({
    positions: fc.uniqueArray(position, {
      minLength: 1,
      maxLength: 4,
      selector: ({ contract, isolated }) => `${contract.symbol} ${isolated === null}`,
    }),
    // Percent of all cross positions.
    deposit: fc.integer({ min: 3, max: 40 }),
  });

  it.each<Family>(['classic', 'unified'])('of a %s account reaches 1 exactly at each published price', (family) => {
    fc.assert(
      fc.property(account, ({ positions, deposit }) => {
        const holdings = buildShares(positions, deposit);
        for (const each of holdings.positions) {
          const published = new Big(readPosition(family, holdings, each, openMarket()).liquidationPrice);
          if (published.lte(0)) continue;
          const at = (price: Big) => readRatio(family, holdings, each, setMark(each, price));
          expect(at(published).minus(1).abs().toNumber()).toBeLessThan(1e-5);
          const away = published.times('0.0001').times(each.side === 'long' ? 1 : -1);
          expect(at(published.plus(away)).toNumber()).toBeLessThan(1);
          expect(at(published.minus(away)).toNumber()).toBeGreaterThan(1);
        }
      }),
    );
  });

  it.each<Family>(['classic', 'unified'])('of a %s account decides which positions are liquidated', (family) => {
    fc.assert(
      fc.property(account, fc.integer({ min: 50, max: 150 }), ({ positions, deposit }, percent) => {
        const holdings = buildShares(positions, deposit);
        for (const moved of holdings.positions) {
          const market = setMark(moved, new Big(moved.entry).times(percent).div(100));
          const liquidated = listLiquidations(family, holdings, market);
          const expected = holdings.positions.filter((each) => readRatio(family, holdings, each, market).gte(1));
          expect(liquidated).toEqual(expected);
        }
      }),
    );
  });

  it('of a hedge reaches 1 at the one price that both sides publish', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (long, short) => {
        const holdings = build(
          [
            { contract: contracts.BTCUSDT, side: 'long', size: String(long), isolated: null },
            { contract: contracts.BTCUSDT, side: 'short', size: String(short), isolated: null },
          ],
          '100000',
        );
        const prices = holdings.positions.map(
          (each) => readPosition('classic', holdings, each, openMarket()).liquidationPrice,
        );
        expect(new Set(prices).size).toBe(1);
        const [price = '0'] = prices;
        if (Number(price) <= 0) return;
        for (const each of holdings.positions) {
          const ratio = readRatio('classic', holdings, each, setMark(each, new Big(price)));
          expect(ratio.minus(1).abs().toNumber()).toBeLessThan(1e-5);
        }
      }),
    );
  });

  it('of coin margin reaches 1 exactly at the published price', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(contracts.BTCUSD, contracts.ETHUSD),
        fc.constantFrom<Position['side']>('long', 'short'),
        fc.integer({ min: 1, max: 60 }),
        (contract, side, size) => {
          const holdings = build([{ contract, side, size: String(size), isolated: null }], String(size / 10));
          const [position] = holdings.positions;
          if (position === undefined) throw new Error('no position');
          const price = new Big(readPosition('classic', holdings, position, openMarket()).liquidationPrice);
          expect(price.gt(0)).toBe(true);
          const ratio = readRatio('classic', holdings, position, setMark(position, price));
          expect(ratio.minus(1).abs().toNumber()).toBeLessThan(1e-5);
        },
      ),
    );
  });
});

type Spec = Pick<Position, 'contract' | 'side' | 'size' | 'isolated'>;

const PRICES: Readonly<Record<string, string>> = { BTC: '60000', ETH: '3000', SOL: '150', SAFE: '0.5' };

/** Positions opened at the start price, and one deposit for them. */
function build(specs: readonly Spec[], amount: string): AccountHoldings {
  const [first] = specs;
  if (first === undefined) throw new RangeError('no positions');
  const { category, marginCoin } = first.contract;
  const positions = specs.map((each) => ({ ...each, entry: PRICES[each.contract.coin] ?? '', leverage: '10' }));
  return { deposits: [{ category, coin: marginCoin, amount }], positions };
}

/** `size` in USDT, isolated margin in percent of it, deposit in percent of the cross positions. */
function buildShares(
  shares: readonly (Omit<Spec, 'size' | 'isolated'> & { size: number; isolated: number | null })[],
  deposit: number,
): AccountHoldings {
  const specs = shares.map(({ contract, side, size, isolated }) => ({
    contract,
    side,
    size: new Big(size)
      .div(PRICES[contract.coin] ?? '')
      .round(4, 3)
      .toFixed(),
    isolated: isolated === null ? null : new Big(size).times(isolated).div(100).toFixed(),
  }));
  const cross = shares.reduce((sum, { size, isolated }) => (isolated === null ? sum + size : sum), 0);
  const margins = specs.reduce((sum, { isolated }) => sum.plus(isolated ?? 0), new Big(0));
  return build(specs, new Big(cross).times(deposit).div(100).plus(margins).toFixed());
}

function setMark({ contract }: Position, price: Big): Market {
  return { ...openMarket(), marks: { [contract.symbol]: price.toFixed(12) } };
}

function readPosition(family: Family, holdings: AccountHoldings, position: Position, market: Market) {
  const rows: Partial<Record<string, readonly Overrides[] | null>> =
    family === 'classic' ? classicPositions(holdings, market, 0) : unifiedPositions(holdings, market, 0);
  // Rows of one category keep the order of the holdings.
  const row = rows[position.contract.category]?.[holdings.positions.indexOf(position)];
  if (row === undefined) throw new Error('no such position');
  return { ...row, liquidationPrice: String(row.liquidationPrice) };
}

/** The ratio as a client can compute it from published figures alone. */
function readRatio(family: Family, holdings: AccountHoldings, position: Position, market: Market): Big {
  const row: Overrides = readPosition(family, holdings, position, market);
  if (family === 'classic') return new Big(String(row.marginRatio));
  if (position.isolated === null) return new Big(String(unifiedOverview(holdings, market).mgnRatio));
  const value = new Big(String(row.total)).times(String(row.markPrice));
  const margin = new Big(String(row.positionBalance)).plus(String(row.unrealisedPnl));
  return margin.gt(0) ? computeMargin(position, value).div(margin) : new Big(10);
}

/** Bitget's rule, part by part: of each tier's share of the value, the rate and the fee. */
function computeMargin({ contract }: Position, value: Big): Big {
  let total = new Big(0);
  let from = new Big(0);
  for (const { upTo, rate } of contract.tiers) {
    const end = upTo === null || value.lt(upTo) ? value : upTo;
    total = total.plus(end.minus(from).times(new Big(rate).plus('0.0006')));
    if (end.eq(value)) break;
    from = end;
  }
  return total;
}
