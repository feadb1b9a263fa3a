import { cpuUsage } from 'node:process';
import { vi } from 'vitest';
import { HOUR, SECOND } from '../../../lib/domain/core/time.ts';
import { createKey, startSimulatedExchange } from '../../../lib/testing/simulated-background/simulated-exchange.ts';
import {
  contracts,
  createScenarioHoldings,
  driveMarket,
  type ScenarioPosition,
  seeded,
  walkMarkPrice,
} from '../../../simulator/index.ts';

const SEED = 1;
/** Accounts that are connected together would all be due together for the rest of the hour. */
const BETWEEN_CONNECTIONS = 3 * SECOND;

/** The leverage of a BTC long: safe at 5×; at 70× about 1% from liquidation, a danger. */
const LEVERAGES = { calm: '5', danger: '70' } as const;
export type Condition = keyof typeof LEVERAGES;

/** The CPU time of an hour in seconds, and its requests. */
export type WatchedHour = { readonly cpu: number; readonly requests: number };

/** Monitors accounts with a position each for an hour of a calm market. */
export async function watchHour(accounts: readonly Condition[]): Promise<WatchedHour> {
  const watched = accounts.map((condition, index) => ({ key: createKey(`watched-${index}`), condition }));
  const long = (condition: Condition): ScenarioPosition => ({
    contract: contracts.BTCUSDT,
    side: 'long',
    leverage: LEVERAGES[condition],
  });
  const marks = walkMarkPrice('calm', long('calm'), seeded(SEED));
  let second = 0;
  const scene = await startSimulatedExchange(
    watched.map(({ key }) => ({ ...key, family: 'classic' })),
    { areAlarmsOn: true, random: seeded(SEED), onRequest: () => moveMarket() },
  );
  const holdings = Object.fromEntries(
    watched.map(({ key, condition }) => [key.apiKey, createScenarioHoldings(long(condition))]),
  );
  const market = driveMarket(scene.exchange, { holdings });
  const moveMarket = () => {
    for (; second < scene.elapsed() / SECOND; second += 1) {
      const { value: mark, done } = marks.next();
      if (!done) market.setMark(contracts.BTCUSDT.symbol, mark);
    }
  };
  for (const [index, { key }] of watched.entries()) {
    const outcome = await scene.connect(key, { label: `Account ${index}` });
    if (!outcome?.ok) throw new Error(`Account ${index} is not connected`);
    await scene.pass(BETWEEN_CONNECTIONS);
  }
  scene.exchange.clearLog();
  const before = cpuUsage();
  await scene.runUntil(scene.elapsed() + HOUR);
  const { user, system } = cpuUsage(before);
  const requests = scene.exchange.log.length;
  vi.useRealTimers();
  return { cpu: (user + system) / 1_000_000, requests };
}
