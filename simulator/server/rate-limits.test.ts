import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classic, paths, unified } from '../testing/accounts.ts';
import { type Credentials, call } from '../testing/raw-client.ts';
import { createRateLimits } from './rate-limits.ts';
import { type Simulator, startSimulator } from './server.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
let now = 1_700_000_000_000;
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => now });
});
afterAll(() => simulator.close());

async function readStatus(target: string, credentials: Credentials | null) {
  const { status, headers } = await call(simulator, target, credentials, { timestamp: String(now) });
  return { status, left: headers['x-mbx-used-remain-limit'] };
}

describe('requests a second', () => {
  it.each([
    [paths.time, 20, null],
    [paths.accounts, 10, classic],
    [paths.positions, 5, classic],
    [paths.spotInfo, 1, classic],
    [paths.spotAssets, 10, classic],
    [paths.assets, 20, unified],
    [paths.fundingAssets, 20, unified],
    [paths.current, 20, unified],
    [paths.unifiedInfo, 5, unified],
  ] as const)('%s: %i', async (target, limit, credentials) => {
    now += MINUTE;
    for (let left = limit - 1; left >= 0; left -= 1) {
      expect(await readStatus(target, credentials)).toEqual({ status: 200, left: String(left) });
    }
    expect(await readStatus(target, credentials)).toEqual({ status: 429, left: undefined });
    now += SECOND;
    expect((await readStatus(target, credentials)).status).toBe(200);
  });

  it('are counted for a UID, not for a key', async () => {
    now += MINUTE;
    const second = { ...classic, apiKey: 'bg_second' };
    simulator.add(second);
    expect((await readStatus(paths.spotInfo, classic)).status).toBe(200);
    expect((await readStatus(paths.spotInfo, second)).status).toBe(429);
  });

  it('slide: the window is a second long wherever it starts', () => {
    const limits = createRateLimits();
    expect([0, 600, 999, 1000, 1500, 1600].map((at) => limits.take('a', 2, at))).toEqual([1, 0, null, 0, null, 0]);
  });

  it('forget the future when the clock goes back', () => {
    const limits = createRateLimits();
    expect(limits.take('a', 1, MINUTE)).toBe(0);
    expect(limits.take('a', 1, 0)).toBe(0);
  });
});

describe('requests a minute', () => {
  it('after 6,000 there is nothing for five minutes', () => {
    const limits = createRateLimits();
    for (let calls = 0; calls < 6000; calls += 1) expect(limits.admit('a', calls)).toBe(true);
    expect(limits.admit('a', 6000)).toBe(false);
    expect(limits.admit('b', 6000)).toBe(true);
    expect(limits.admit('a', 6000 + 5 * MINUTE - 1)).toBe(false);
    expect(limits.admit('a', 6000 + 5 * MINUTE)).toBe(true);
  });
});
