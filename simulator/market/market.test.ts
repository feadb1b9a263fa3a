import { describe, expect, it, vi } from 'vitest';
import { createDemoAccounts, listHoldings } from '../demo/accounts.ts';
import { mainHoldings, unifiedHoldings } from '../demo/holdings.ts';
import { startSimulator } from '../server/server.ts';
import { noon } from '../testing/code-of.ts';
import { day } from '../testing/day.ts';
import { classicAccounts, classicPositions, type Market, openMarket, startMarket, unifiedOverview } from './index.ts';

const wild = day(7);
const heldIn = (market: Market) => Object.values(classicPositions(mainHoldings, market, noon)).flat();
const tetherOf = (market: Market) => classicAccounts(mainHoldings, market)['USDT-FUTURES']?.[0] ?? {};

describe('a day of the market', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(day(7)).toEqual(wild);
    expect(day(8)).not.toEqual(wild);
  });

  it('goes through every level and comes back, but never liquidates', () => {
    const risks = wild.map((market) => Number(tetherOf(market).crossedRiskRate));
    const levels = risks.map((risk) => [0.5, 0.7, 0.9].filter((from) => risk >= from).length);
    expect(new Set(levels)).toEqual(new Set([0, 1, 2, 3]));
    expect(Math.max(...risks)).toBeLessThan(1);
    const returns = levels.filter((level, at) => level === 0 && (levels[at - 1] ?? 0) > 0);
    expect(returns.length).toBeGreaterThan(3);
  });

  it('lets no position and no unified account be liquidated either', () => {
    for (const market of wild) {
      for (const row of heldIn(market)) expect(Number(row.marginRatio)).toBeLessThan(1);
      expect(Number(unifiedOverview(unifiedHoldings, market).mgnRatio)).toBeLessThan(1);
    }
  });
});

describe('a running market', () => {
  it('moves the accounts at once and at each beat, and stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const accounts = createDemoAccounts();
    const simulator = await startSimulator({ accounts });
    const options = { books: listHoldings(accounts), seed: 7, every: 1000, now: () => noon };
    const running = startMarket(simulator, options);
    const key = accounts[0]?.apiKey ?? '';
    expect(running.market()).toEqual(wild[0]);
    vi.advanceTimersByTime(3000);
    expect(running.market()).toEqual(wild[3]);
    expect(simulator.account(key).accounts).toEqual(classicAccounts(mainHoldings, wild[3] ?? openMarket()));
    running.stop();
    vi.advanceTimersByTime(3000);
    expect(running.market().round).toBe(4);
    vi.useRealTimers();
    await simulator.close();
  });
});
