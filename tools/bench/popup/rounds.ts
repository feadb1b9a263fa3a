import { DEFAULT_SETTINGS, MAX_PERIOD } from '../../../lib/domain/settings/settings.ts';
import { pause, until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { buildMark } from './figures.ts';

/** The longest period, also for accounts at risk, keeps figures fresh while the benchmark runs. */
const SETTINGS = { v: 1, value: { ...DEFAULT_SETTINGS, period: MAX_PERIOD, followsDanger: false } };

/** Lets the background poll the exchange, and returns the content of `storage.local` as JSON. */
export async function pollOnce(product: Worker, count: number): Promise<string> {
  await product.run(`chrome.storage.local.set({ settings: ${JSON.stringify(SETTINGS)} })`);
  await waitForRoundEnd(product);
  // Rounds start at least one second apart.
  await pause(1_100);
  await fireAlarm(product);
  const dump = (): Promise<string> => product.run('chrome.storage.local.get(null).then(JSON.stringify)');
  await until(async () => (await dump()).includes(`"${buildMark(count)}"`), `figures of ${count} accounts are stored`);
  await waitForRoundEnd(product);
  return await dump();
}

/** Fires the product's alarm now. */
export async function fireAlarm(product: Worker): Promise<void> {
  await product.run(`chrome.alarms.getAll().then(([{ name, periodInMinutes }]) =>
    chrome.alarms.create(name, { periodInMinutes, when: Date.now() }))`);
}

/** Waits until no round is in progress. */
export async function waitForRoundEnd(product: Worker): Promise<void> {
  const hasEnded = 'chrome.storage.session.get("pollRun").then(({ pollRun }) => pollRun?.value.endedAt !== null)';
  await until(() => product.run(hasEnded), 'the round is over', 30_000);
}
