import { vi } from 'vitest';
import {
  createScenarioHoldings,
  driveMarket,
  type LiveAccount,
  type Scenario,
  type ScenarioPosition,
  seeded,
} from '../../../simulator/index.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import { DISTANCE_PRESETS } from '../../domain/margin/distance-thresholds.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings.ts';
import type { ShownNotification } from '../simulated-background/environment.ts';
import { createKey, startSimulatedExchange } from '../simulated-background/simulated-exchange.ts';
import { isDanger, isWarning } from './notifications.ts';
import { type Truth, walkToLiquidation } from './truth.ts';

/** The time of one response, in ms. */
const RESPONSE_TIME = 200;
/** The period of each alarm of a quicker pace, in seconds. */
const SHORTEST_ALARM = 30;
/** The background polls for a while before the market moves. */
const CALM_BEFORE = 3 * MINUTE;

/** The levels by the margin ratio alone, by ratio and distance, the product as it is shipped, and with its preset. */
export const WAYS = {
  ratio: { followsDanger: false, near: { caution: 0, warning: 0, danger: 0 } },
  distance: { followsDanger: false },
  product: {},
  highLeverage: { near: DISTANCE_PRESETS.highLeverage },
} as const satisfies Readonly<Record<string, Partial<Settings>>>;
export type Way = keyof typeof WAYS;

export type PositionRun = {
  readonly scenario: Scenario;
  readonly position: ScenarioPosition;
  readonly way: Way;
  readonly seed: number;
  /** The longest time, in seconds. */
  readonly seconds: number;
  /** The share of the requests that fail from the first move on; 0 by default. */
  readonly failing?: number;
};

/** Times are in seconds since the market began to move; before that they are negative. */
export type PositionOutcome = Omit<Truth, 'marks'> & {
  /** The first notification of a warning or a danger that came before the liquidation. */
  readonly warnedAt: number | null;
  /** The first notification of a danger. */
  readonly dangerNotifiedAt: number | null;
  /** The seconds between two looks that the product intended when danger came. */
  readonly paceAtDanger: number;
  readonly hours: number;
  readonly requests: number;
  readonly notifications: number;
};

/** Monitors one position with the product's background until it is liquidated or the time is over. */
export async function simulatePosition(run: PositionRun): Promise<PositionOutcome> {
  const { scenario, position, way, seed, seconds, failing = 0 } = run;
  const key = createKey('position');
  const random = seeded(seed);
  const { symbol } = position.contract;
  const begin = Math.round(CALM_BEFORE + random() * MINUTE);
  let truth: Truth | undefined;
  const moveMarket = () => {
    const second = Math.floor((scene.elapsed() - begin) / SECOND);
    const mark = truth?.marks[Math.max(0, second)];
    if (mark !== undefined && second >= 0) market.setMark(symbol, mark);
  };
  const scene = await startSimulatedExchange([{ ...key, family: 'classic' }], {
    areAlarmsOn: true,
    random,
    onRequest: moveMarket,
  });
  const market = driveMarket(scene.exchange, { holdings: { [key.apiKey]: createScenarioHoldings(position) } });
  truth = walkToLiquidation(
    scenario,
    position,
    readLiquidationPrice(scene.exchange.account(key.apiKey)),
    seed,
    seconds,
  );
  const { dangerAt, liquidatedAt, isGap } = truth;
  scene.exchange.fault({}, { kind: 'delay', ms: RESPONSE_TIME });
  scene.environment.areas.local.set('settings', { v: 1, value: { ...DEFAULT_SETTINGS, ...WAYS[way] } });
  await scene.connect(key);
  await scene.runUntil(begin);
  scene.exchange.clearLog();
  if (failing > 0) scene.exchange.outage({ length: seconds * SECOND, share: failing, seed });
  if (dangerAt !== null) await scene.runUntil(begin + dangerAt * SECOND);
  const paceAtDanger = countSecondsBetweenLooks([...scene.environment.alarms.keys()]);
  const end = liquidatedAt ?? seconds;
  await scene.runUntil(begin + end * SECOND);
  const requests = scene.exchange.log.length;
  const movedAt = Date.now() - scene.elapsed() + begin;
  const shown = scene.environment.shown.map((each) => ({ ...each, at: (each.at - movedAt) / SECOND }));
  vi.useRealTimers();
  const isBefore = ({ at }: ShownNotification) => at <= end;
  return {
    dangerAt,
    liquidatedAt,
    isGap,
    warnedAt: shown.filter(isBefore).find(isWarning)?.at ?? null,
    dangerNotifiedAt: shown.filter(isBefore).find(isDanger)?.at ?? null,
    paceAtDanger,
    hours: (end * SECOND) / HOUR,
    requests,
    notifications: shown.filter((each) => each.at >= 0 && isBefore(each)).length,
  };
}

function countSecondsBetweenLooks(alarms: readonly string[]): number {
  const count = alarms.filter((name) => name.startsWith('poll/')).length;
  return count === 0 ? DEFAULT_SETTINGS.period : SHORTEST_ALARM / count;
}

function readLiquidationPrice(account: LiveAccount): string {
  const [row] = account.positions['USDT-FUTURES'] ?? [];
  const price = typeof row === 'object' && row !== null && 'liquidationPrice' in row ? row.liquidationPrice : null;
  if (typeof price !== 'string') throw new Error('the position has no liquidation price');
  return price;
}
