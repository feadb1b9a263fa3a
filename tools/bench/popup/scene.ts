import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Overrides, startSimulator } from '../../../simulator/index.ts';
import { connectAccount, KEY } from '../browser/account.ts';
import { type Browser, startBrowser } from '../browser/browser.ts';
import { EMPTY, makeExtension, type Popup, READER } from '../browser/extension.ts';
import { pause } from '../browser/until.ts';
import { findWorker, settle, type Worker } from '../browser/worker.ts';
import { buildCopies, type Copies } from './copies.ts';
import { buildRows } from './figures.ts';
import { land, learn } from './learn.ts';

/** The shipped build in one browser with an empty extension, and one that shows what is stored and does nothing else. */
export type Scene = {
  readonly browser: Browser;
  readonly empty: Worker;
  readonly reader: Worker;
  readonly product: Worker;
  /** The product once more, without an account. */
  readonly bare: Worker;
  /** Stores the figures of so many margin accounts, which is also what the exchange then answers. */
  store(count: number): Promise<void>;
  /** Adds extensions that show what the product's first frame shows of what is stored. */
  addCopies(): Promise<Copies<Worker>>;
  /** What the exchange answers from now on. */
  answer(rows: readonly Overrides[]): void;
  close(): Promise<void>;
};

export const BUILD = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** Opens the scene and has the background itself read each number of accounts once: what it stored is stored again. */
export async function openScene(counts: readonly number[], build = BUILD): Promise<Scene> {
  const simulator = await startSimulator({ accounts: [KEY] });
  const browser = await startBrowser(simulator);
  const others: { remove(): Promise<void> }[] = [];
  const add = async (popup: Popup): Promise<Worker> => {
    const made = await makeExtension(popup);
    others.push(made);
    return await findWorker(browser, await browser.install(made.path));
  };
  const [empty, reader] = [await add(EMPTY), await add(READER)];
  // Copies: a build that is made anew meanwhile would change under the browser, and each place is an extension of its own.
  const place = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
    others.push({ remove: () => rm(folder, { recursive: true, force: true }) });
    await cp(build, folder, { recursive: true });
    return folder;
  };
  const [folder, folderOfBare] = [await place(), await place()];
  const product = await findWorker(browser, await browser.install(folder));
  const bare = await findWorker(browser, await browser.install(folderOfBare));
  // Those that find in their storage what the product finds.
  const keepers = [product, reader];
  const answer = (rows: readonly Overrides[]) => {
    simulator.account(KEY.apiKey).accounts = { 'USDT-FUTURES': rows };
  };
  await connectAccount(browser, product);
  for (const { id } of [product, bare]) await settle(browser, id);
  const known = new Map<number, string>();
  for (const count of counts) {
    answer(buildRows(count));
    known.set(count, await learn(product, count));
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
      keepers.push(copies.least);
      return copies;
    },
    async store(count) {
      // A round that is still under way would write the figures that it asked for before.
      await land(product);
      answer(buildRows(count));
      const stored = known.get(count);
      if (stored === undefined) throw new Error(`The figures of ${count} accounts were never read`);
      for (const worker of keepers) await worker.run(`chrome.storage.local.set(${stored})`);
      await pause(100);
    },
    async close() {
      await browser.close();
      for (const other of others) await other.remove();
      await simulator.close();
    },
  };
}
