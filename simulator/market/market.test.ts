import { describe, expect, it, vi } from 'vitest';
import { createDemoAccounts, listHoldings } from '../demo/accounts.ts';
import { mainHoldings, unifiedHoldings } from '../demo/holdings.ts';
import type { Overrides } from '../samples/index.ts';
import { startSimulator } from '../server/server.ts';
import { noon } from '../testing/read-code.ts';
import { simulateDay } from '../testing/simulate-day.ts';
import { classicAccounts, classicPositions, type Market, openMarket, startMarket, unifiedOverview } from './index.ts';

const day = simulateDay(7);
const listPositions = (market: Market) => Object.values(classicPositions(mainHoldings, market, noon)).flat();
const findUsdtRow = (market: Market) => classicAccounts(mainHoldings, market)['USDT-FUTURES']?.[0] ?? {};

describe('a day of the market', () => {
  it('is equal for equal seeds only', () => {
    expect(simulateDay(7)).toEqual(day);
    expect(simulateDay(8)).not.toEqual(day);
  });

  it('reaches every level by margin ratio and returns from it, without a liquidation', () => {
    const ratios = day.map((market) => Number(findUsdtRow(market).crossedRiskRate));
    expectEveryLevel(ratios.map((ratio) => [0.5, 0.7, 0.9].filter((from) => ratio >= from).length));
    expect(Math.max(...ratios)).toBeLessThan(1);
  });

  it('reaches every level by distance to the liquidation price and returns from it', () => {
    const distances = day.map((market) => Math.min(...listPositions(market).map(readDistance)));
    expectEveryLevel(distances.map((distance) => [0.05, 0.03, 0.015].filter((from) => distance <= from).length));
    expect(Math.min(...distances)).toBeGreaterThan(0);
  });

  it('liquidates no position and no unified account', () => {
    for (const market of day) {
      for (const row of listPositions(market)) expect(Number(row.marginRatio)).toBeLessThan(1);
      expect(Number(unifiedOverview(unifiedHoldings, market).mgnRatio)).toBeLessThan(1);
    }
  });
});

describe('a running market', () => {
  it('updates the accounts at once and at each interval until it is stopped', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const accounts = createDemoAccounts();
    const simulator = await startSimulator({ accounts });
    const options = { holdings: listHoldings(accounts), seed: 7, every: 1000, now: () => noon };
    const running = startMarket(simulator, options);
    const key = accounts[0]?.apiKey ?? '';
    expect(running.market()).toEqual(day[0]);
    vi.advanceTimersByTime(3000);
    expect(running.market()).toEqual(day[3]);
    expect(simulator.account(key).accounts).toEqual(classicAccounts(mainHoldings, day[3] ?? openMarket()));
    running.stop();
    vi.advanceTimersByTime(3000);
    expect(running.market().round).toBe(4);
    vi.useRealTimers();
    await simulator.close();
  });
});

function expectEveryLevel(levels: readonly number[]): void {
  expect(new Set(levels)).toEqual(new Set([0, 1, 2, 3]));
  const returns = levels.filter((level, index) => level === 0 && (levels[index - 1] ?? 0) > 0);
  expect(returns.length).toBeGreaterThan(3);
}

function readDistance({ markPrice, liquidationPrice }: Overrides): number {
  const price = Number(liquidationPrice);
  return price <= 0 ? Infinity : Math.abs(Number(markPrice) - price) / Number(markPrice);
}
