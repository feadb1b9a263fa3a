import { browser } from 'wxt/browser';
import type { AlarmSet } from '../../domain/polling/poll-pace.ts';

const ALARM_NAME = 'poll';
const PACE_PREFIX = 'poll/';
const SECONDS_PER_MINUTE = 60;
const SECOND = 1000;

/**
 * Ensures that the alarm exists with this period in seconds. Keeps an existing one, because an alarm that is recreated
 * on every wake-up never fires. One further off than its period is recreated: the clock was set back, and Chromium
 * keeps the alarm's old time.
 */
export async function ensureAlarm(period: number, now: number): Promise<void> {
  const periodInMinutes = period / SECONDS_PER_MINUTE;
  const existing = await browser.alarms.get(ALARM_NAME);
  if (existing?.periodInMinutes === periodInMinutes && existing.scheduledTime - now <= period * SECOND) return;
  await browser.alarms.create(ALARM_NAME, { periodInMinutes, delayInMinutes: periodInMinutes });
}

/**
 * Ensures further alarms that together fire more often than the minimum period of one; null for none. Keeps good ones,
 * so that a round every few seconds does not postpone the next.
 */
export async function ensurePaceAlarms(set: AlarmSet | null, now: number): Promise<void> {
  const period = (set?.period ?? 0) * SECOND;
  const offsets = new Map(set?.offsets.map((offset) => [PACE_PREFIX + offset, offset * SECOND]));
  const existing = (await browser.alarms.getAll()).filter(({ name }) => name.startsWith(PACE_PREFIX));
  const good = existing.filter(({ name, scheduledTime }) => offsets.has(name) && scheduledTime - now <= 2 * period);
  const [first] = good;
  // The others keep their distance from an existing one.
  const anchor = first ? first.scheduledTime - (offsets.get(first.name) ?? 0) : now;
  for (const { name } of existing) if (!offsets.has(name)) await browser.alarms.clear(name);
  for (const [name, offset] of offsets) {
    if (good.some((alarm) => alarm.name === name)) continue;
    const periods = Math.max(0, Math.ceil((now + period - anchor - offset) / period));
    await browser.alarms.create(name, {
      periodInMinutes: period / (SECONDS_PER_MINUTE * SECOND),
      when: anchor + offset + periods * period,
    });
  }
}

export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM_NAME || name.startsWith(PACE_PREFIX)) listener();
  });
}
