import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { can } from './capabilities.ts';
import { type BrowserUnderTest, launch } from './launch.ts';
import type { Exchange } from './launch-options.ts';
import { makeFolder, removeFolder } from './temp-folder.ts';

type Fill = (folder: string) => Promise<unknown>;
export type Started = { readonly browser: BrowserUnderTest; readonly options: Page };

/** A folder for an extension, and a profile in which it is known by that folder. */
export type UpdatableInstall = {
  /** Starts the browser, again if it runs. */
  start(): Promise<Started>;
  /**
   * Puts a later version into the folder, and makes the browser update to it: Chromium while it runs, because it keeps the
   * background that it knows where it finds another one at its start, and Firefox when it starts.
   */
  update(fill: Fill): Promise<Started>;
  close(): Promise<void>;
};

/** A new place with a first version in it. */
export async function createUpdatableInstall(simulator: Exchange, fill: Fill): Promise<UpdatableInstall> {
  const folder = await makeFolder('place');
  const extension = join(folder, 'extension');
  let browser: BrowserUnderTest | undefined;
  const stop = async () => {
    await browser?.close();
    browser = undefined;
  };
  const start = async () => {
    await stop();
    browser = await launch({ simulator, extension, profile: join(folder, 'profile') });
    return { browser, options: await browser.options() };
  };
  await fill(extension);
  return {
    start,
    update: async (next) => {
      if (!can('running')) await stop();
      await removeFolder(extension);
      await next(extension);
      if (browser === undefined) return await start();
      await browser.update(extension);
      return { browser, options: await browser.options() };
    },
    close: async () => {
      await stop();
      await removeFolder(folder);
    },
  };
}
