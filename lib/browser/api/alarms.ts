import { browser } from 'wxt/browser';

const ALARM_NAME = 'poll';
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

export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM_NAME) listener();
  });
}
