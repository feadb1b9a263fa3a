import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Overrides, startSimulator } from '../../../simulator/index.ts';
import { connectAccount, connectAccounts, KEY, KEYS } from '../browser/account.ts';
import { type Browser, startBrowser } from '../browser/browser.ts';
import { EMPTY, makeExtension, type Popup, READER } from '../browser/extension.ts';
import { pause } from '../browser/until.ts';
import { closeOptionsPage, findWorker, type Worker } from '../browser/worker.ts';
import { buildCopies, type Copies } from './copies.ts';
import { buildRows } from './figures.ts';
import { pollOnce, waitForRoundEnd } from './rounds.ts';

/** A browser with the shipped build, an empty extension, and an extension that only shows its storage. */
export type Scene = {
  readonly browser: Browser;
  readonly empty: Worker;
  readonly reader: Worker;
  readonly product: Worker;
  /** A second copy of the product, without an account. */
  readonly bare: Worker;
  /** Stores the figures of `count` margin accounts. The exchange returns the same ones from then on. */
  store(count: number): Promise<void>;
  /** Adds a copy of the product with 20 accounts of 3 margin accounts each. */
  addCrowd(): Promise<Crowd>;
  /** Adds extensions that show the same as the first frame of the product with the stored figures. */
  addCopies(): Promise<Copies<Worker>>;
  /** Sets the rows that the exchange returns from now on. */
  answer(rows: readonly Overrides[]): void;
  close(): Promise<void>;
};

/** The product with many accounts; `store` stores their figures. */
export type Crowd = { readonly worker: Worker; store(): Promise<void> };

/** The margin accounts of each of the accounts. */
const EACH = 3;

export const BUILD = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** Opens the scene. The background polls each number of accounts once, so that `store` can store the same values again. */
export async function openScene(counts: readonly number[], build = BUILD): Promise<Scene> {
  const simulator = await startSimulator({ accounts: [KEY, ...KEYS] });
  const browser = await startBrowser(simulator);
  const others: { remove(): Promise<void> }[] = [];
  const add = async (popup: Popup): Promise<Worker> => {
    const made = await makeExtension(popup);
    others.push(made);
    return await findWorker(browser, await browser.install(made.path));
  };
  const [empty, reader] = [await add(EMPTY), await add(READER)];
  // Copies, because a rebuild would change the files under the browser, and each folder is a separate extension.
  const copyBuild = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
    others.push({ remove: () => rm(folder, { recursive: true, force: true }) });
    await cp(build, folder, { recursive: true });
    return folder;
  };
  const folder = await copyBuild();
  const product = await findWorker(browser, await browser.install(folder));
  const bare = await findWorker(browser, await browser.install(await copyBuild()));
  // These extensions get the same stored values as the product.
  const readers = [product, reader];
  const answer = (rows: readonly Overrides[]) => {
    simulator.account(KEY.apiKey).accounts = { 'USDT-FUTURES': rows };
  };
  await connectAccount(browser, product);
  for (const { id } of [product, bare]) await closeOptionsPage(browser, id);
  const known = new Map<number, string>();
  for (const count of counts) {
    answer(buildRows(count));
    known.set(count, await pollOnce(product, count));
  }
  return {
    browser,
    empty,
    reader,
    product,
    bare,
    answer,
    async addCopies() {
      const { drawn, least } = await buildCopies(browser, product, folder);
      const copies = { drawn: await add(drawn), least: await add(least) };
      readers.push(copies.least);
      return copies;
    },
    async store(count) {
      // A round in progress would still store the previous figures.
      await waitForRoundEnd(product);
      answer(buildRows(count));
      const stored = known.get(count);
      if (stored === undefined) throw new Error(`The figures of ${count} accounts were never polled`);
      for (const worker of readers) await worker.run(`chrome.storage.local.set(${stored})`);
      await pause(100);
    },
    async addCrowd() {
      const worker = await findWorker(browser, await browser.install(await copyBuild()));
      for (const { apiKey } of KEYS) simulator.account(apiKey).accounts = { 'USDT-FUTURES': buildRows(EACH) };
      await connectAccounts(browser, worker);
      await closeOptionsPage(browser, worker.id);
      const stored = await pollOnce(worker, EACH);
      return {
        worker,
        async store() {
          await waitForRoundEnd(worker);
          await worker.run(`chrome.storage.local.set(${stored})`);
          await pause(100);
        },
      };
    },
    async close() {
      await browser.close();
      for (const other of others) await other.remove();
      await simulator.close();
    },
  };
}
