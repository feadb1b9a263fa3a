import { browser } from 'wxt/browser';

const ALARM_NAME = 'poll';
const SECONDS_PER_MINUTE = 60;

/**
 * Makes sure that the alarm is there with the wished period in seconds. One that is there already is left alone:
 * an alarm that each wake makes anew never fires.
 */
export async function ensureAlarm(period: number): Promise<void> {
  const periodInMinutes = period / SECONDS_PER_MINUTE;
  const alertState = await browser.alarms.get(ALARM_NAME);
  if (alertState?.periodInMinutes === periodInMinutes) return;
  await browser.alarms.create(ALARM_NAME, { periodInMinutes, delayInMinutes: periodInMinutes });
}

/** Calls back at each alarm. */
export function onAlarm(ring: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM_NAME) ring();
  });
}
