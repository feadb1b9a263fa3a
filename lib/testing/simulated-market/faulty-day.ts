import { vi } from 'vitest';
import {
  advanceMarket,
  applyFaultEvent,
  createDemoAccounts,
  type FaultEvent,
  openMarket,
  planFaults,
  publishMarket,
  seeded,
} from '../../../simulator/index.ts';
import { USUAL_PRODUCT_TYPES } from '../../domain/account/product-type.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import type { ShownNotification } from '../simulated-background/environment.ts';
import { type SimulatedExchange, startSimulatedExchange } from '../simulated-background/simulated-exchange.ts';
import { type RowTruth, readTruth } from './day-truth.ts';

/** How often the badge is compared with the truth. */
const STEP = 30 * SECOND;
const WORKER_LIFE = 60 * MINUTE;

/** Times are in ms since the start, however the computer's clock was changed. */
export type FaultyDay = {
  /** The truth of each minute. */
  readonly truths: readonly RowTruth[];
  readonly badges: readonly { readonly at: number; readonly text: string; readonly color: string }[];
  readonly shown: readonly ShownNotification[];
  readonly faults: readonly FaultEvent[];
};

/**
 * Runs the background for `length` ms against a wild market and an exchange that fails, while the computer's clock is
 * changed. Odd seeds monitor a classic account, even ones a unified account.
 */
export async function simulateFaultyDay(seed: number, length: number): Promise<FaultyDay> {
  const random = seeded(seed);
  const label = seed % 2 === 1 ? 'Main' : 'Unified';
  const spec = createDemoAccounts().find((each) => each.label === label);
  if (!spec) throw new Error(`no demo account ${label}`);
  let market = openMarket();
  const truths: RowTruth[] = [];
  const moveMarket = () => {
    const account = scene.exchange.account(spec.apiKey);
    while (truths.length <= scene.elapsed() / MINUTE) {
      market = advanceMarket(market, random);
      publishMarket(account, spec.holdings, market, Date.now());
      truths.push(readTruth(account));
    }
  };
  const scene = await startSimulatedExchange([spec], { areAlarmsOn: true, random, onRequest: moveMarket });
  await scene.connect(spec, { label, products: USUAL_PRODUCT_TYPES });
  const faults = planFaults(length, seeded(seed + 1_000));
  const applied = followPlan(scene, faults);
  const badges: FaultyDay['badges'][number][] = [];
  const shown: ShownNotification[] = [];
  for (let at = STEP; at <= length; at += STEP) {
    await scene.runUntil(at);
    moveMarket();
    const clockError = Date.now() - scene.elapsed();
    for (const each of scene.environment.shown.slice(shown.length)) shown.push({ ...each, at: each.at - clockError });
    badges.push({
      at: scene.elapsed(),
      text: String(scene.environment.toolbar.text),
      color: String(scene.environment.toolbar.color),
    });
    applied();
    if (at % WORKER_LIFE === 0) await scene.restart();
  }
  vi.useRealTimers();
  return { truths, badges, shown, faults };
}

/** Returns a function that applies the events whose time has come. A clock event changes the computer's clock. */
function followPlan(scene: SimulatedExchange, faults: readonly FaultEvent[]): () => void {
  const plan = [...faults];
  let clockError = 0;
  return () => {
    for (let [next] = plan; next && next.at <= scene.elapsed(); [next] = plan) {
      plan.shift();
      if (next.kind === 'clock') scene.changeClock(next.offset - clockError);
      else applyFaultEvent(scene.exchange, next);
      if (next.kind === 'clock') clockError = next.offset;
    }
  };
}
