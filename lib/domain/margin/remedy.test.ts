import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import {
  computeDistance,
  computeRatio,
  type Leg,
  liquidationPrice,
  type Pool,
  poolAt,
  tierRate,
  totalMaintenance,
  withAdded,
  withClosed,
} from '../../testing/exchange-model.ts';
import type { Decimal } from '../money/decimal.ts';
import type { MarginAccount, UnifiedMargin } from './margin-account.ts';
import type { Position } from './position.ts';
import { findRemedy, type Remedy, type RemedyGoal, type RemedySituation } from './remedy.ts';

/** The exchange sends quotients cut after so many digits, and nobody can compute more exactly than it sends. */
const SENT = 20;
const TOLERANCE = 1e-12;

const KINDS = ['single', 'union', 'unified', 'isolated', 'isolated in unified'] as const;
type Kind = (typeof KINDS)[number];

const toDistance = (fraction: string): RemedyGoal => ({ kind: 'distance', fraction: fraction as Decimal });
const toRatio = (fraction: string): RemedyGoal => ({ kind: 'ratio', fraction: fraction as Decimal });

function positionIn(pool: Pool, leg: Leg, mode: Position['mode'], isUnified: boolean): Position {
  return buildPosition({
    ...leg,
    mode,
    // Of the equity of an isolated position some is profit.
    margin: pool.cash.minus('12.5').toFixed(),
    pnl: '12.5',
    liquidation: liquidationPrice(pool, leg).toFixed(SENT),
    maintenance: tierRate(leg).toFixed(),
    ratio: isUnified ? null : computeRatio(pool).toFixed(SENT),
  });
}

const usdt = { coin: 'USDT', balance: '1' as Decimal, available: '1' as Decimal };

/** An account of that kind, as Bitget would send it. */
function buildSituation(kind: Kind, pool: Pool): RemedySituation {
  const rate = computeRatio(pool).toFixed(SENT);
  const cash = pool.cash.toFixed();
  const keep = totalMaintenance(pool.legs).toFixed();
  const isIsolated = kind === 'isolated' || kind === 'isolated in unified';
  const isUnified = kind === 'unified' || kind === 'isolated in unified';
  const positions = pool.legs.map((leg) => positionIn(pool, leg, isIsolated ? 'isolated' : 'crossed', isUnified));
  const margins: Record<Kind, MarginAccount> = {
    // 1,000 of the equity, a loss of 50 included, stands behind isolated positions.
    single: buildMargin({
      crossedRiskRate: rate,
      accountEquity: pool.cash.plus(1000).toFixed(),
      isolatedMargin: '1050',
      isolatedUnrealizedPL: '-50',
    }),
    union: buildMargin(
      { crossedRiskRate: rate, unionMm: keep, unionTotalMargin: cash, accountEquity: '1' },
      { assetMode: 'union', assets: [usdt] },
    ),
    unified: { ...buildUnified({ effEquity: cash, mmr: keep, mgnRatio: rate }), assets: [buildAsset('USDT', cash)] },
    isolated: buildMargin({ isolatedMargin: cash, accountEquity: cash }),
    'isolated in unified': buildUnified(),
  };
  const apart = buildPosition({ symbol: 'XRPUSDT', mode: 'isolated', mark: '2', liquidation: '1' });
  return {
    margin: margins[kind],
    positions: kind === 'single' ? [...positions, apart] : positions,
    isStale: false,
    isolated: isIsolated ? (positions[0] ?? null) : null,
  };
}

function buildAsset(coin: string, usdValue: string): UnifiedMargin['assets'][number] {
  const worth = usdValue as Decimal;
  const zero = '0' as Decimal;
  return { coin, balance: worth, available: worth, equity: worth, usdValue: worth, debt: zero, locked: zero };
}

function remedyFor(situation: RemedySituation, goal: RemedyGoal): Remedy {
  const found = findRemedy(situation, goal);
  if ('why' in found) throw new Error(found.why);
  return found;
}

const thousandths = (min: number, max: number) =>
  fc.integer({ min, max }).map((each) => new Big(each).div(1000).toFixed());

/** Positions that stay within one margin tier on the way, for the rate that Bitget sends is that of one tier. */
const leg = (symbol: string, values: readonly [number, number]): fc.Arbitrary<Leg> =>
  fc
    .record({
      side: fc.constantFrom('long' as const, 'short' as const),
      value: fc.integer({ min: values[0], max: values[1] }),
      mark: fc.integer({ min: 100, max: 9_000_000 }).map((cents) => new Big(cents).div(100).toFixed()),
    })
    .map(({ side, value, mark }) => ({ symbol, side, mark, size: new Big(value).div(mark).round(6, 3).toFixed() }));
const LOWER_TIER = [500, 150_000] as const;
const UPPER_TIER = [500_000, 5_000_000] as const;

const arbitraryPool = (values: readonly [number, number], most: number) =>
  fc
    .tuple(leg('BTCUSDT', values), fc.array(fc.constant(null), { maxLength: most - 1 }), thousandths(1, 19))
    .chain(([first, others, distance]) =>
      fc
        .tuple(...others.map((_, index) => leg(`ALT${index}USDT`, values)))
        .map((legs) => poolAt([first, ...legs], distance)),
    );
const anyPool = (most: number) => fc.oneof(arbitraryPool(LOWER_TIER, most), arbitraryPool(UPPER_TIER, most));

const nearest = (pool: Pool) =>
  pool.legs.map((each) => Number(computeDistance(pool, each))).reduce((least, each) => Math.min(least, each));

describe('the amount to add', () => {
  it.each(KINDS)('reaches a distance, and one unit and a thousandth less do not: %s', (kind) => {
    fc.assert(
      fc.property(anyPool(kind.startsWith('isolated') ? 1 : 3), thousandths(20, 100), (pool, goal) => {
        const { add, after } = remedyFor(buildSituation(kind, pool), toDistance(goal));
        expect(add).toMatch(/^[1-9]\d*$/);
        expect(nearest(withAdded(pool, add))).toBeGreaterThanOrEqual(Number(goal) - TOLERANCE);
        // For a short the amount includes the fee of 0.06% that the rate may lack.
        const less = new Big(add).times('0.999').minus(1).toFixed();
        expect(nearest(withAdded(pool, less))).toBeLessThan(Number(goal) + TOLERANCE);
        const [first] = pool.legs.toSorted((a, b) => Number(computeDistance(pool, a).minus(computeDistance(pool, b))));
        const price = first ? Number(liquidationPrice(withAdded(pool, add), first)) : 0;
        if (price > 0) expect(Number(after.liquidation) / price).toBeCloseTo(1, 3);
      }),
      { numRuns: 60 },
    );
  });

  it.each(KINDS)('reaches a ratio, and one unit less does not: %s', (kind) => {
    // Bitget sends no ratio for unified positions. The one that follows from the prices is exact in the lowest tier.
    const pools = kind === 'isolated in unified' ? arbitraryPool(LOWER_TIER, 1) : anyPool(kind === 'isolated' ? 1 : 3);
    fc.assert(
      fc.property(pools, thousandths(10, 180), (pool, goal) => {
        const situation = buildSituation(kind, pool);
        if (computeRatio(pool).lte(goal)) return expect(findRemedy(situation, toRatio(goal))).toEqual({ why: 'met' });
        const { add, after } = remedyFor(situation, toRatio(goal));
        expect(add).toMatch(/^[1-9]\d*$/);
        expect(Number(after.ratio)).toBeCloseTo(Number(computeRatio(withAdded(pool, add))), 12);
        expect(Number(computeRatio(withAdded(pool, add)))).toBeLessThanOrEqual(Number(goal) + TOLERANCE);
        expect(Number(computeRatio(withAdded(pool, `${Number(add) - 1}`)))).toBeGreaterThan(Number(goal) - TOLERANCE);
      }),
      { numRuns: 60 },
    );
  });

  it('is a whole number to the digit where the figures have few', () => {
    // 450 of maintenance ÷ 500 is 90%; ÷ 750 is 60%, ÷ 642.86 is 70%.
    const pool = buildMargin({ crossedRiskRate: '0.9', accountEquity: '500' });
    const situation = { margin: pool, positions: [], isStale: false, isolated: null };
    expect(remedyFor(situation, toRatio('0.6')).add).toBe('250');
    expect(remedyFor(situation, toRatio('0.7')).add).toBe('143');
  });

  it('is to a millionth of a coin that is no dollar', () => {
    // 0.045 ÷ 0.05 is 90%; 0.045 ÷ 0.7 is 0.0642857….
    const pool = buildMargin(
      { crossedRiskRate: '0.9', accountEquity: '0.05' },
      { coin: 'BTC', product: 'COIN-FUTURES' },
    );
    const situation = { margin: pool, positions: [], isStale: false, isolated: null };
    expect(remedyFor(situation, toRatio('0.7'))).toMatchObject({ add: '0.014286', coin: 'BTC' });
  });

  it('covers the worth of coins that are dust', () => {
    const pool = poolAt([{ symbol: 'BTCUSDT', side: 'long', size: '1.2', mark: '58420' }], '0.01');
    const before = buildSituation('unified', pool);
    const withDust = { ...buildUnified(), ...before.margin } as UnifiedMargin;
    const assets = [...withDust.assets, buildAsset('BGB', '0.6'), buildAsset('ETH', '-0.4')];
    const add = (margin: MarginAccount) => Number(remedyFor({ ...before, margin }, toDistance('0.025')).add);
    expect(add({ ...withDust, assets }) - add(before.margin)).toBe(1);
  });
});

describe('the share to close', () => {
  const kind = fc.constantFrom('single' as const, 'union' as const, 'unified' as const);
  const distance = fc.record({ goal: thousandths(20, 100), of: fc.constant('distance' as const) });
  const ratio = fc.record({ goal: thousandths(50, 180), of: fc.constant('ratio' as const) });

  it('reaches the goal after its fee, and a percent less does not', () => {
    let closed = 0;
    fc.assert(
      fc.property(kind, arbitraryPool(LOWER_TIER, 2), fc.oneof(distance, ratio), (kind, pool, { goal, of }) => {
        const found = findRemedy(buildSituation(kind, pool), of === 'ratio' ? toRatio(goal) : toDistance(goal));
        if ('why' in found || found.closing === null) return;
        const { position: part, share, size } = found.closing;
        const leg = pool.legs.find(({ symbol }) => symbol === part.symbol);
        if (!leg) throw new Error('not of this pool');
        expect(share).toMatch(/^[01](?:\.\d\d?)?$/);
        expect(new Big(size).eq(new Big(leg.size).times(share))).toBe(true);
        const isThere = (share: Big) => {
          const after = withClosed(pool, leg, share);
          if (of === 'ratio') return Number(computeRatio(after)) <= Number(goal) + TOLERANCE;
          const left = after.legs.filter((each) => !new Big(each.size).eq(0));
          return left.every((each) => Number(computeDistance(after, each)) >= Number(goal) - TOLERANCE);
        };
        expect(isThere(new Big(share))).toBe(true);
        expect(isThere(new Big(share).minus('0.01'))).toBe(false);
        closed += 1;
      }),
      { numRuns: 200 },
    );
    expect(closed).toBeGreaterThan(20);
  });

  it('is not offered for an isolated position, where it frees margin and moves nothing', () => {
    const pool = poolAt([{ symbol: 'BTCUSDT', side: 'long', size: '1.2', mark: '58420' }], '0.01');
    for (const goal of [toDistance('0.025'), toRatio('0.2')]) {
      expect(remedyFor(buildSituation('isolated', pool), goal).closing).toBeNull();
      expect(remedyFor(buildSituation('single', pool), goal).closing).not.toBeNull();
    }
  });

  it('is not offered where two positions fall short of the distance', () => {
    const legs = (['long', 'short'] as const).map((side, index) => ({
      symbol: `COIN${index}USDT`,
      side,
      size: '1',
      mark: '60000',
    }));
    expect(remedyFor(buildSituation('single', poolAt(legs, '0.01')), toDistance('0.05')).closing).toBeNull();
  });
});

describe('the example of a long of 1.2 BTC, 0.99% from liquidation', () => {
  const btc = buildPosition({ size: '1.2', mark: '58420', liquidation: '57842.20', maintenance: '0.0046' });
  const situation = (accountEquity: string): RemedySituation => ({
    margin: buildMargin({ crossedRiskRate: '0.319', accountEquity }),
    positions: [btc],
    isStale: false,
    isolated: null,
  });

  it('has its liquidation near 56,959 then, at a ratio of 15.6%', () => {
    const { after } = remedyFor(situation('1011'), toDistance('0.025'));
    expect(Number(after.liquidation)).toBeCloseTo(57842.2 - 1055 / (1.2 * 0.9954), 6);
    expect(Number(after.ratio)).toBeCloseTo((0.319 * 1011) / (1011 + 1055), 12);
  });

  it.each([
    // 1.2 · (1,460.50 − 577.80) · 0.9954 = 1,054.37; 0.52 and the fee of 0.06% of what is closed.
    ['0.025', '1055', '0.53'],
    // 1.2 · (2,921 − 577.80) · 0.9954 = 2,798.91.
    ['0.05', '2799', '0.75'],
    // 1.2 · (5,842 − 577.80) · 0.9954 = 6,287.99.
    ['0.1', '6288', '0.87'],
  ])('%s away: add %s or close %s', (goal, add, share) => {
    expect(remedyFor(situation('1011'), toDistance(goal))).toMatchObject({
      add,
      coin: 'USDT',
      closing: { position: btc, share },
    });
  });

  it('closes first where adding takes more than five times the equity', () => {
    expect(remedyFor(situation('1258'), toDistance('0.1')).isCloseFirst).toBe(false);
    expect(remedyFor(situation('1257'), toDistance('0.1')).isCloseFirst).toBe(true);
  });
});

describe('no remedy is shown', () => {
  const pool = poolAt([{ symbol: 'BTCUSDT', side: 'long', size: '1.2', mark: '58420' }], '0.01');
  const other = (change: Parameters<typeof buildPosition>[0]) => buildPosition({ symbol: 'ETHUSDT', ...change });
  const why = (kind: Kind, change: Partial<RemedySituation>, goal = toDistance('0.025')) => {
    const found = findRemedy({ ...buildSituation(kind, pool), ...change }, goal);
    return 'why' in found ? found.why : found.add;
  };
  const both = [toDistance('0.025'), toRatio('0.2')];
  const [btc = buildPosition()] = buildSituation('union', pool).positions ?? [];

  it.each(both)('where figures are old or positions unread: $kind', (goal) => {
    for (const kind of KINDS) {
      expect(why(kind, { isStale: true }, goal)).toBe('stale');
      expect(why(kind, { positions: null }, goal)).toBe('partial');
    }
  });

  it.each([
    ['an unread rate', buildMargin({ crossedRiskRate: '', accountEquity: '900' })],
    ['an unread equity', buildMargin({ crossedRiskRate: '0.4', accountEquity: '' })],
    ['an unread isolated margin', buildMargin({ crossedRiskRate: '0.4', accountEquity: '900', isolatedMargin: '' })],
    [
      'an unread isolated loss',
      buildMargin({ crossedRiskRate: '0.4', accountEquity: '900', isolatedUnrealizedPL: '' }),
    ],
    ['an isolated position that is not listed', buildMargin({ crossedRiskRate: '0.4', isolatedMargin: '9' })],
    ['an unknown mode', buildMargin({ crossedRiskRate: '0.4', accountEquity: '900' }, { assetMode: 'unknown' })],
    [
      'an unread total margin',
      buildMargin(
        { crossedRiskRate: '0.4', unionMm: '0', unionTotalMargin: '' },
        { assetMode: 'union', assets: [usdt] },
      ),
    ],
  ] as const)('where the risk is partial: %s', (_, margin) => {
    for (const goal of both) expect(why('union', { margin }, goal)).toBe('partial');
  });

  it('where the coins or figures of a unified account are unread', () => {
    const full = buildSituation('unified', pool).margin as UnifiedMargin;
    const blank = { raw: '' };
    const changes: readonly UnifiedMargin[] = [
      { ...full, assets: [] },
      { ...full, assets: [{ ...buildAsset('ETH', '0.1'), usdValue: blank }] },
      { ...full, figures: { ...full.figures, mmr: blank } },
      { ...full, figures: { ...full.figures, effEquity: blank } },
      { ...full, figures: { ...full.figures, mgnRatio: blank } },
    ];
    for (const margin of changes) for (const goal of both) expect(why('unified', { margin }, goal)).toBe('partial');
  });

  it('where a position is partial', () => {
    for (const change of [{ side: 'unknown' }, { mode: 'unknown' }] as const)
      for (const goal of both) expect(why('union', { positions: [btc, other(change)] }, goal)).toBe('partial');
    const far = { liquidation: '59999' } as const;
    for (const change of [
      { size: '' },
      { size: '-1' },
      { maintenance: '' },
      { maintenance: '-0.1' },
      { maintenance: '0' },
      { maintenance: '1' },
    ])
      expect(why('union', { positions: [btc, other({ ...far, ...change })] })).toBe('partial');
    const apart = (change: Parameters<typeof buildPosition>[0]) => buildPosition({ mode: 'isolated', ...change });
    for (const isolated of [apart({ margin: '' }), apart({ pnl: '' }), apart({ ratio: '' })])
      for (const goal of both) expect(why('isolated', { isolated, positions: [isolated] }, goal)).toBe('partial');
  });

  it('where one contract is hedged', () => {
    const short = { ...btc, side: 'short', liquidation: '70000' as Decimal } as const;
    for (const goal of both) {
      for (const kind of ['single', 'union', 'unified'] as const) {
        const { positions } = buildSituation(kind, pool);
        expect(why(kind, { positions: [...(positions ?? []), short] }, goal)).toBe('hedged');
      }
      const { isolated } = buildSituation('isolated', pool);
      expect(isolated && why('isolated', { positions: [isolated, { ...short, mode: 'isolated' }] }, goal)).toBe(
        'hedged',
      );
    }
  });

  it('where coins count by haircuts', () => {
    const { margin: full } = buildSituation('union', pool);
    const bitcoin = { coin: 'BTC', balance: '0.1' as Decimal, available: '0' as Decimal };
    const union = (assets: (typeof bitcoin)[]) => ({ ...full, assets }) as MarginAccount;
    const held = buildSituation('unified', pool).margin as UnifiedMargin;
    const owed = { ...buildAsset('ETH', '-1.01'), debt: '0.0005' as Decimal };
    for (const goal of both) {
      expect(why('union', { margin: union([usdt, bitcoin]) }, goal)).toBe('haircut');
      expect(why('union', { margin: union([]) }, goal)).toBe('haircut');
      expect(why('union', { margin: union([usdt, { ...bitcoin, balance: '0' as Decimal }]) }, goal)).toMatch(/^\d+$/);
      for (const coin of [buildAsset('BTC', '1.01'), owed])
        expect(why('unified', { margin: { ...held, assets: [...held.assets, coin] } }, goal)).toBe('haircut');
      expect(why('unified', { margin: { ...held, assets: [buildAsset('USDC', '900')] } }, goal)).toMatch(/^\d+$/);
    }
  });

  it('where a distance has no price to start from', () => {
    for (const liquidation of ['', null])
      expect(why('union', { positions: [btc, other({ liquidation })] })).toBe('no price');
    expect(why('union', { positions: [btc, other({ mark: '0' })] })).toBe('no price');
    expect(why('union', { positions: [other({ liquidation: '0' })] })).toBe('no price');
    expect(why('union', { positions: [] })).toBe('no price');
    expect(why('union', { positions: [btc, other({ liquidation: '-1' })] })).toBe(why('union', {}));
  });

  it('where a contract gains and loses in the coin whose price moves', () => {
    const inverse = buildPosition({ coin: 'BTC', symbol: 'BTCUSD', liquidation: '59000' });
    const pool = buildMargin(
      { crossedRiskRate: '0.9', accountEquity: '0.05' },
      { coin: 'BTC', product: 'COIN-FUTURES' },
    );
    expect(why('single', { margin: pool, positions: [inverse] })).toBe('coin-margined');
    const found = findRemedy({ margin: pool, positions: [inverse], isStale: false, isolated: null }, toRatio('0.7'));
    expect(found).toMatchObject({ add: '0.014286', closing: null, after: { liquidation: null } });
  });

  it('where liquidation is reached', () => {
    for (const liquidation of ['60000', '60001', '660000'])
      expect(why('union', { positions: [buildPosition({ liquidation })] })).toBe('reached');
    for (const rate of ['1', '1.2', '10'])
      for (const goal of both)
        expect(
          why(
            'single',
            { margin: buildMargin({ crossedRiskRate: rate, accountEquity: '900' }), positions: [btc] },
            goal,
          ),
        ).toBe('reached');
    for (const accountEquity of ['0', '-20'])
      for (const goal of both)
        expect(
          why('single', { margin: buildMargin({ crossedRiskRate: '0.5', accountEquity }), positions: [btc] }, goal),
        ).toBe('reached');
  });

  it('where the goal is met', () => {
    for (const kind of KINDS) {
      expect(why(kind, {}, toDistance('0.01'))).toBe('met');
      expect(why(kind, {}, toRatio('0.9'))).toBe('met');
    }
  });
});
