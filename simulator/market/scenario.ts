import Big from 'big.js';
import { coins } from './coins.ts';
import { type Contract, contracts } from './contract.ts';
import type { AccountHoldings, Position } from './holdings.ts';
import { reflect } from './market.ts';
import { between, normalDeviate, type Random } from './random.ts';

/**
 * Calm: stays within 0.5%. Falling: 0.05% a minute. Crash: 1% a minute. Gap: calm, but for one jump of 3 to 10%
 * between two seconds of minutes 1 to 10. All moves are against the position: up if it is short.
 */
export type Scenario = 'calm' | 'falling' | 'crash' | 'gap';

export const scenarios: readonly Scenario[] = ['calm', 'falling', 'crash', 'gap'];

export type ScenarioPosition = {
  readonly contract: Contract;
  readonly leverage: string;
  readonly side: Position['side'];
};

/** BTC, ETH and a small coin at 5×, 20× and 50×, long and short. */
export function listScenarioPositions(): readonly ScenarioPosition[] {
  const sides = ['long', 'short'] as const;
  return [contracts.BTCUSDT, contracts.ETHUSDT, contracts.SAFEUSDT].flatMap((contract) =>
    ['5', '20', '50'].flatMap((leverage) => sides.map((side) => ({ contract, leverage, side }))),
  );
}

/** An account whose whole deposit is the margin of one position worth 9,000 USDT at the start price. */
export function createScenarioHoldings(
  { contract, leverage, side }: ScenarioPosition,
  isIsolated = false,
): AccountHoldings {
  const entry = new Big(coins[contract.coin].startPrice);
  const margin = new Big(POSITION_VALUE).div(leverage).toFixed();
  return {
    deposits: [{ category: contract.category, coin: contract.marginCoin, amount: margin }],
    positions: [
      {
        contract,
        side,
        size: new Big(POSITION_VALUE).div(entry).toFixed(),
        entry: entry.toFixed(),
        leverage,
        isolated: isIsolated ? margin : null,
      },
    ],
  };
}

/** Yields the mark price of a contract, one for each second, without end. Equal `random` values yield equal prices. */
export function* walkMarkPrice(
  scenario: Scenario,
  { contract, side }: Pick<ScenarioPosition, 'contract' | 'side'>,
  random: Random,
): Generator<string, never> {
  const { startPrice, digits, volatility } = coins[contract.coin];
  const direction = side === 'long' ? -1 : 1;
  const jump =
    scenario === 'gap' ? { at: Math.ceil(between(random, 60, 600)), size: between(random, 0.03, 0.1) } : null;
  let trend = 1;
  let noise = 0;
  for (let second = 0; ; second += 1) {
    yield (startPrice * trend * (1 + noise)).toFixed(digits);
    trend *= 1 + direction * TRENDS[scenario];
    if (second + 1 === jump?.at) trend *= 1 + direction * jump.size;
    noise = reflect(0.999 * noise + NOISE * volatility * normalDeviate(random), MAX_NOISE);
  }
}

const POSITION_VALUE = 9_000;
/** Relative move in a second. */
const TRENDS: Readonly<Record<Scenario, number>> = { calm: 0, falling: 0.0005 / 60, crash: 0.01 / 60, gap: 0 };
const NOISE = 0.000_08;
const MAX_NOISE = 0.005;
