import { vi } from 'vitest';
import { classicRow, seeded } from '../../../simulator/index.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../simulated-background/simulated-exchange.ts';
import { isDanger } from './notifications.ts';

/** The margin ratio climbs from 40 to 97% in three minutes. */
const FIRST_RATE = 0.4;
const LAST_RATE = 0.97;
const CLIMB = 3 * MINUTE;
const DANGER_RATE = 0.9;
const DANGER_AFTER = (CLIMB * (DANGER_RATE - FIRST_RATE)) / (LAST_RATE - FIRST_RATE);

/** Half of the requests fail until the end, or all of them for five minutes: each by a 429, a 502, silence or no body. */
export type CrashFault = 'half' | 'outage';
const OUTAGE = 5 * MINUTE;

/**
 * Lets the risk climb while requests fail, at the user's pace of 60 s. Returns the seconds until the alert of danger: from the
 * moment at which the ratio passes 90%, or from the end of the outage. Infinity after an hour.
 */
export async function simulateCrash(seed: number, fault: CrashFault): Promise<number> {
  const key = createKey('crash');
  const random = seeded(seed);
  const begin = Math.round(3 * MINUTE + random() * MINUTE);
  const climb = () => {
    const done = Math.min(1, Math.max(0, (scene.elapsed() - begin) / CLIMB));
    const crossedRiskRate = (FIRST_RATE + (LAST_RATE - FIRST_RATE) * done).toFixed(4);
    scene.exchange.account(key.apiKey).accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate })] };
  };
  const scene = await startSimulatedExchange([{ ...key, family: 'classic' }], {
    areAlarmsOn: true,
    random,
    onRequest: climb,
  });
  scene.environment.areas.local.set('settings', { v: 1, value: { ...DEFAULT_SETTINGS, followsDanger: false } });
  await scene.connect(key);
  await scene.runUntil(begin);
  scene.exchange.outage(fault === 'half' ? { length: HOUR, share: 0.5, seed } : { length: OUTAGE, seed });
  const from = begin + (fault === 'half' ? DANGER_AFTER : OUTAGE);
  const notifiedAt = await runUntilDanger(scene, begin);
  vi.useRealTimers();
  return (notifiedAt - from) / SECOND;
}

async function runUntilDanger(scene: SimulatedExchange, begin: number): Promise<number> {
  const start = Date.now() - scene.elapsed();
  for (let until = begin; until < begin + HOUR; until += MINUTE) {
    await scene.runUntil(until);
    const notification = scene.environment.shown.find(isDanger);
    if (notification) return notification.at - start;
  }
  return Number.POSITIVE_INFINITY;
}
