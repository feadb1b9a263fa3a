import { startSimulator } from '../../../simulator/index.ts';
import { connectAccount, KEY } from '../browser/account.ts';
import { type Browser, evaluate, startBrowser } from '../browser/browser.ts';
import { pause, until } from '../browser/until.ts';
import { findWorker, type Worker } from '../browser/worker.ts';
import { buildRows } from '../popup/figures.ts';
import { land, ring } from '../popup/learn.ts';
import { BUILD } from '../popup/scene.ts';
import { plainRow, type Row, type Section } from '../report/row.ts';
import { computeSpread, median } from '../report/statistics.ts';

const COUNTS = [1, 10];
const PAIRS = 15;
/** Long enough for the round of ten accounts, and for what the browser does after it. */
const WINDOW = 8_000;
const ROUNDS_AN_HOUR = 60;
const WARM = 100;
const ROUNDS = 1_000;
/** Rounds begin at least a second apart. */
const APART = 1_050;

/** What watching costs: the browser's CPU time over an hour, and the background's memory after a thousand rounds. */
export async function measureWatching(): Promise<Section> {
  const rows: Row[] = [];
  for (const count of COUNTS) rows.push(await watch(count));
  return {
    rows: [...rows, await endure()],
    remarks: [
      `CPU: all processes of the browser, in ${PAIRS} pairs of ${WINDOW / 1_000} s each, one with a round that starts the background and one`,
      `without. The difference is multiplied by ${ROUNDS_AN_HOUR} rounds an hour. The exchange runs in another process and responds at once.`,
      `Memory: the JavaScript heap after a collection, after ${WARM} rounds and after ${ROUNDS} more.`,
    ],
  };
}

async function watch(count: number): Promise<Row> {
  const place = await open(count);
  const { browser, page } = place;
  try {
    const costs: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const ringing = await spend(browser, page, RING);
      costs.push(ringing - (await spend(browser, page, 'undefined')));
    }
    const { low, high } = computeSpread(costs);
    const seconds = (ms: number) => (ms * ROUNDS_AN_HOUR) / 1_000;
    const spread = `${seconds(low).toFixed(1)}–${seconds(high).toFixed(1)} s, ${PAIRS} pairs`;
    return {
      ...plainRow(`CPU an hour, ${count} account${count === 1 ? '' : 's'}`, 's', seconds(median(costs))),
      spread,
    };
  } finally {
    await place.close();
  }
}

/** ms of CPU that the whole browser takes in a window that begins with this, its background stopped before. */
async function spend(browser: Browser, page: string, begin: string): Promise<number> {
  await browser.devtools.send('ServiceWorker.enable', {}, page);
  await browser.devtools.send('ServiceWorker.stopAllWorkers', {}, page);
  await pause(1_000);
  const before = await cpuOf(browser);
  await evaluate(browser, page, begin);
  await pause(WINDOW);
  return (await cpuOf(browser)) - before;
}

async function cpuOf({ devtools }: Browser): Promise<number> {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum: number, { cpuTime }: { cpuTime: number }) => sum + cpuTime * 1_000, 0);
}

async function endure(): Promise<Row> {
  const place = await open(1);
  const { browser } = place;
  try {
    const product = await findWorker(browser, place.id);
    for (let turn = 0; turn < WARM; turn += 1) await round(product);
    const before = await heapOf(browser, product);
    for (let turn = 0; turn < ROUNDS; turn += 1) await round(product);
    const after = await heapOf(browser, product);
    return plainRow(`memory after ${ROUNDS} more rounds`, 'MB', after, {
      name: `after the first ${WARM}`,
      value: before,
    });
  } finally {
    await place.close();
  }
}

async function round(product: Worker): Promise<void> {
  await land(product);
  await pause(APART);
  await ring(product);
  await land(product);
}

/** MB. */
async function heapOf({ devtools }: Browser, { session }: Worker): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage', {}, session);
  const { usedSize } = await devtools.send('Runtime.getHeapUsage', {}, session);
  return usedSize / 1_000_000;
}

/** A browser that watches so many accounts; `page` is the session of one of the product's pages. */
async function open(count: number) {
  const keys = [
    KEY,
    ...Array.from({ length: count - 1 }, (_, index) => ({
      ...KEY,
      apiKey: `${KEY.apiKey}${index}`,
      uid: `${index + 2}`,
    })),
  ];
  const simulator = await startSimulator({
    accounts: keys.map((key) => ({ ...key, accounts: { 'USDT-FUTURES': buildRows(1) } })),
  });
  const browser = await startBrowser(simulator);
  const id = await browser.install(BUILD);
  const worker = await findWorker(browser, id);
  await connectAccount(browser, worker);
  const target = (await browser.targets()).find(({ url }) => url === `chrome-extension://${id}/options.html`);
  if (!target) throw new Error('The options page has gone');
  const page = await browser.attach(target);
  for (const [index, { apiKey, secret, passphrase }] of keys.entries()) {
    if (index === 0) continue;
    const draft = {
      id: null,
      label: `A${index}`,
      demo: false,
      products: ['USDT-FUTURES'],
      apiKey,
      secret,
      passphrase,
      confirmed: true,
    };
    const message = JSON.stringify({ type: 'save', request: `bench${index}`, draft });
    await evaluate(browser, page, `chrome.runtime.sendMessage(${message}).catch(() => undefined)`);
    const saved = `chrome.storage.local.get('accounts').then(({ accounts }) => accounts.value.length === ${index + 1})`;
    await until(() => evaluate(browser, page, saved), `account ${index + 1}`);
  }
  await browser.devtools.send('Target.detachFromTarget', { sessionId: worker.session });
  return {
    browser,
    page,
    id,
    async close() {
      await browser.close();
      await simulator.close();
    },
  };
}

/** Runs in a page: has the product's alarm ring now. */
const RING = `chrome.alarms.getAll().then(([{ name, periodInMinutes }]) =>
  chrome.alarms.create(name, { periodInMinutes, when: Date.now() }))`;
