import process from 'node:process';
import type { Page, Browser as Puppet } from 'puppeteer-core';
import { trackErrors } from './errors.ts';
import type { Area, Badge } from './extension-api.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { PageError } from './page-error.ts';

export type Product = 'chromium' | 'firefox';

/** The browser that this run of the tests drives: `BROWSER=firefox`, or else Chromium. */
export const PRODUCT: Product = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** A browser with the shipped build in it. Only the two drivers behind this interface know which browser it is. */
export interface BrowserUnderTest {
  readonly product: Product;
  readonly id: string;
  /** The origin of the extension's pages, with a trailing slash. */
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
  /** Brings an alarm forward to now, by default the only one, and returns when it has fired. */
  fireAlarm(name?: string): Promise<void>;
  /** Fires the product's alarm; the product sets its next time. */
  ring(): Promise<void>;
  /** Dispatches `runtime.onStartup`. */
  startUp(): Promise<void>;
  /** Dispatches the event of a command's keys. */
  command(name: string): Promise<void>;
  /** Dispatches the event of a line of the toolbar button's menu, by its id. */
  choose(line: string): Promise<void>;
  storage(area: Area): Promise<Record<string, unknown>>;
  /** Stops the background as the browser does when it is idle: it gets no event. */
  killWorker(): Promise<void>;
  /** Runs a function in the background with its globals and the arguments; it can use nothing else from outside. */
  inBackground<T, Args extends readonly Plain[]>(work: InBackground<T, Args>, ...args: Args): Promise<T>;
  /** Bytes of the background's heap after a garbage collection; only in Chromium. */
  heap(): Promise<number>;
  /** Calls back with each console message of the background; only in Chromium. */
  recordConsole(onText: (text: string) => void): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** Revokes or grants the host permission for api.bitget.com. */
  setGranted(granted: boolean): Promise<void>;
  /** Replaces the running build by the one in this folder; its memory is lost. */
  update(folder: string): Promise<void>;
  /** Installs another extension and returns the origin of its pages. */
  installOtherExtension(folder: string): Promise<string>;
  /** Shows the page as in a light or a dark browser. */
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

export type InBackground<T, Args extends readonly Plain[]> = (
  background: typeof globalThis,
  ...args: Args
) => T | Promise<T>;
export type Plain = string | number | boolean;

/** Starts the browser of this run with the build in it and the simulator behind api.bitget.com; every other host is unreachable. */
export async function launch(launching: LaunchOptions): Promise<BrowserUnderTest> {
  const driver = PRODUCT === 'firefox' ? import('./firefox/launch.ts') : import('./chromium/launch.ts');
  const launched = await (await driver).launch(launching);
  trackErrors(launched);
  return launched;
}
