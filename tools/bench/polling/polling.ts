import { startSimulator } from '../../../simulator/index.ts';
import { connectAccount, KEY } from '../browser/account.ts';
import { type Browser, evaluate, startBrowser } from '../browser/browser.ts';
import { pause, until } from '../browser/until.ts';
import { findWorker, type Worker } from '../browser/worker.ts';
import { buildRows } from '../popup/figures.ts';
import { fireAlarm, waitForRoundEnd } from '../popup/rounds.ts';
import { BUILD } from '../popup/scene.ts';
import { buildRow, type Row, type Section } from '../report/row.ts';
import { computeSpread, median } from '../report/statistics.ts';

const COUNTS = [1, 10];
const PAIRS = 15;
/** In ms: long enough for a round of ten accounts and the browser's work after it. */
const WINDOW = 8_000;
const ROUNDS_AN_HOUR = 60;
const WARM = 100;
const ROUNDS = 1_000;
/** Rounds start at least one second apart. */
const ROUND_INTERVAL = 1_050;

/** Measures the browser's CPU time over an hour, and the background's memory after a thousand rounds. */
export async function measurePolling(): Promise<Section> {
  const rows: Row[] = [];
  for (const count of COUNTS) rows.push(await measureCpu(count));
  return {
    rows: [...rows, await measureMemory()],
    remarks: [
      `CPU: all processes of the browser, in ${PAIRS} pairs of ${WINDOW / 1_000} s each, one with a round that starts the background and one`,
      `without. The difference is multiplied by ${ROUNDS_AN_HOUR} rounds an hour. The exchange runs in another process and responds at once.`,
      `Memory: the JavaScript heap after a collection, after ${WARM} rounds and after ${ROUNDS} more.`,
    ],
  };
}

async function measureCpu(count: number): Promise<Row> {
  const session = await open(count);
  const { browser, page } = session;
  try {
    const costs: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const withRound = await measureWindow(browser, page, FIRE_ALARM);
      costs.push(withRound - (await measureWindow(browser, page, 'undefined')));
    }
    const { low, high } = computeSpread(costs);
    const seconds = (ms: number) => (ms * ROUNDS_AN_HOUR) / 1_000;
    const spread = `${seconds(low).toFixed(1)}–${seconds(high).toFixed(1)} s, ${PAIRS} pairs`;
    return {
      ...buildRow(`CPU an hour, ${count} account${count === 1 ? '' : 's'}`, 's', seconds(median(costs))),
      spread,
    };
  } finally {
    await session.close();
  }
}

/** Stops the background, evaluates `begin`, and returns the browser's CPU time in ms during the window that follows. */
async function measureWindow(browser: Browser, page: string, begin: string): Promise<number> {
  await browser.devtools.send('ServiceWorker.enable', {}, page);
  await browser.devtools.send('ServiceWorker.stopAllWorkers', {}, page);
  await pause(1_000);
  const before = await readCpuTime(browser);
  await evaluate(browser, page, begin);
  await pause(WINDOW);
  return (await readCpuTime(browser)) - before;
}

async function readCpuTime({ devtools }: Browser): Promise<number> {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum: number, { cpuTime }: { cpuTime: number }) => sum + cpuTime * 1_000, 0);
}

async function measureMemory(): Promise<Row> {
  const session = await open(1);
  const { browser } = session;
  try {
    const product = await findWorker(browser, session.id);
    for (let turn = 0; turn < WARM; turn += 1) await runRound(product);
    const before = await readHeap(browser, product);
    for (let turn = 0; turn < ROUNDS; turn += 1) await runRound(product);
    const after = await readHeap(browser, product);
    return buildRow(`memory after ${ROUNDS} more rounds`, 'MB', after, {
      name: `after the first ${WARM}`,
      value: before,
    });
  } finally {
    await session.close();
  }
}

async function runRound(product: Worker): Promise<void> {
  await waitForRoundEnd(product);
  await pause(ROUND_INTERVAL);
  await fireAlarm(product);
  await waitForRoundEnd(product);
}

/** Returns the size of the JavaScript heap in MB. */
async function readHeap({ devtools }: Browser, { session }: Worker): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage', {}, session);
  const { usedSize } = await devtools.send('Runtime.getHeapUsage', {}, session);
  return usedSize / 1_000_000;
}

/** Opens a browser with `count` connected accounts. `page` is the debugging session of the settings page. */
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
  if (!target) throw new Error('The options page is closed');
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

/** Runs in a page: fires the product's alarm now. */
const FIRE_ALARM = `chrome.alarms.getAll().then(([{ name, periodInMinutes }]) =>
  chrome.alarms.create(name, { periodInMinutes, when: Date.now() }))`;
