import process from 'node:process';
import type { Page, Browser as Puppet } from 'puppeteer-core';
import { watchErrors } from './errors.ts';
import type { Area, Badge } from './extension-api.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { PageError } from './page-error.ts';

export type Product = 'chromium' | 'firefox';

/** The browser that this run of the tests drives: `BROWSER=firefox`, or else Chromium. */
export const PRODUCT: Product = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** A browser with the shipped build in it. What the two drivers do differently is behind this, and nowhere else. */
export interface BrowserUnderTest {
  readonly product: Product;
  readonly id: string;
  /** Of the extension's pages, with a slash at its end. */
  readonly origin: string;
  readonly browser: Puppet;
  /** Every error of the extension's pages and background so far. */
  readonly errors: readonly PageError[];
  /** The popup: in Chromium the real one, in Firefox its page in a tab of its size. */
  popup(): Promise<Page>;
  popupWindow(): Promise<Page>;
  /** The options page: the tab that is open, or else a new one. */
  options(): Promise<Page>;
  /** A page of the extension, or one at a whole address, in a new tab, opened without the background's help. */
  open(path: string): Promise<Page>;
  /** The tabs that show a page of the extension. */
  tabs(path: string): Promise<readonly Page[]>;
  badge(): Promise<Badge>;
  /** Brings an alarm forward to now, the only one unless named, and returns when it has fired. */
  fireAlarm(name?: string): Promise<void>;
  /** Lets the product's alarm ring, its next time left to the product. */
  ring(): Promise<void>;
  /** What the browser itself calls when it starts. */
  startUp(): Promise<void>;
  /** What the browser calls when the user presses the keys of a command. */
  command(name: string): Promise<void>;
  /** The same for a line of the toolbar button's menu, by its id. */
  choose(line: string): Promise<void>;
  storage(area: Area): Promise<Record<string, unknown>>;
  /** Stops the background as the browser does when it is idle or in the way: nothing in it is told. */
  killWorker(): Promise<void>;
  /** Runs in the background, which it is given with all its globals, and arguments; nothing else of the outside is at hand. */
  inBackground<T, Args extends readonly Plain[]>(work: InBackground<T, Args>, ...args: Args): Promise<T>;
  /** Bytes of the background's heap after a collection; Chromium alone can tell. */
  heap(): Promise<number>;
  /** Calls back with all that the background says on its console; Chromium alone lets it be heard. */
  hearConsole(heard: (text: string) => void): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** Takes away, or gives back, the user's grant for api.bitget.com. */
  setGranted(granted: boolean): Promise<void>;
  /** Puts the build in this folder, which is the one that runs or another, in the place of the one that runs; its memory is gone then. */
  update(folder: string): Promise<void>;
  /** Installs another extension; the origin of its pages. */
  installStranger(folder: string): Promise<string>;
  /** Shows the page as in a light or a dark browser. */
  wear(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

export type InBackground<T, Args extends readonly Plain[]> = (
  background: typeof globalThis,
  ...args: Args
) => T | Promise<T>;
export type Plain = string | number | boolean;

/** Starts the browser of this run with the build in it and the simulator behind api.bitget.com; all else leads nowhere. */
export async function launch(launching: LaunchOptions): Promise<BrowserUnderTest> {
  const driver = PRODUCT === 'firefox' ? import('./firefox/launch.ts') : import('./chromium/launch.ts');
  const launched = await (await driver).launch(launching);
  watchErrors(launched);
  return launched;
}
