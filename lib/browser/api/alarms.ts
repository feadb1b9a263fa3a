import { browser } from 'wxt/browser';

const NAME = 'poll';
const SECONDS_A_MINUTE = 60;

/**
 * Makes sure that the alarm is there with the wished period in seconds. One that is there already is left alone:
 * an alarm that each wake makes anew never fires.
 */
export async function ensureAlarm(period: number): Promise<void> {
  const periodInMinutes = period / SECONDS_A_MINUTE;
  const alarm = await browser.alarms.get(NAME);
  if (alarm?.periodInMinutes === periodInMinutes) return;
  await browser.alarms.create(NAME, { periodInMinutes, delayInMinutes: periodInMinutes });
}

/** Calls back at each alarm. */
export function onAlarm(ring: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) ring();
  });
}
