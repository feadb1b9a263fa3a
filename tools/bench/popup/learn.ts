import { DEFAULT_SETTINGS, MAX_PERIOD } from '../../../lib/domain/settings/settings.ts';
import { pause, until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { buildMark } from './figures.ts';

/** With the longest period, so that nothing goes stale while the benchmark runs. */
const SETTINGS = { v: 1, value: { ...DEFAULT_SETTINGS, period: MAX_PERIOD } };

/** Has the background read the exchange, and returns all that it stored, as JSON. */
export async function learn(product: Worker, count: number): Promise<string> {
  await product.run(`chrome.storage.local.set({ settings: ${JSON.stringify(SETTINGS)} })`);
  await land(product);
  // Rounds begin at least a second apart.
  await pause(1_100);
  await ring(product);
  const dump = () => product.run('chrome.storage.local.get(null).then(JSON.stringify)');
  const stored = await until(async () => {
    const text: string = await dump();
    return text.includes(`"${buildMark(count)}"`) && text;
  }, `figures of ${count} accounts are stored`);
  await land(product);
  return stored;
}

/** Makes the product's alarm ring now. */
export async function ring(product: Worker): Promise<void> {
  await product.run(`chrome.alarms.getAll().then(([{ name, periodInMinutes }]) =>
    chrome.alarms.create(name, { periodInMinutes, when: Date.now() }))`);
}

/** Waits until no round of the background is under way. */
export async function land(product: Worker): Promise<void> {
  const landed = 'chrome.storage.session.get("pollRun").then(({ pollRun }) => pollRun?.value.endedAt !== null)';
  await until(() => product.run(landed), 'the round is over', 30_000);
}
