import { resolve } from 'node:path';
import puppeteer, { type Page, type Browser as Puppet, type WebWorker } from 'puppeteer-core';
import { findChromium } from '../../scripts/browser.ts';
import { type Area, type Badge, dumpStorage, fireAlarm, readBadge } from './inside.ts';
import { openOptions, openPopup, openPopupWindow } from './pages.ts';
import { collectTroubles, type Trouble } from './trouble.ts';
import { findWorker, killWorker } from './worker.ts';

/** The stand-in for Bitget that the browser is to reach as https://api.bitget.com. */
export interface Exchange {
  readonly port: number;
  /** `spki`: base64 of the SHA-256 of the public key; the only certificate that is let through. */
  readonly certificate: { readonly spki: string };
}

/** How to start the browser. */
export interface Launching {
  readonly simulator: Exchange;
  /** The built extension. Its id is made from this path: the same path is the same extension. */
  readonly extension?: string;
  /**
   * A directory that outlives the browser. Started again with it, the extension has the same id and finds its
   * storage, but `onInstalled` says `install` again and `onStartup` is not heard: it is loaded after the start.
   */
  readonly profile?: string;
  readonly headless?: boolean;
  /** The browser's language, where its language packs are installed (on Debian: `chromium-l10n`). */
  readonly lang?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Device pixels to a CSS pixel, headless only; 1 by default. */
  readonly scale?: number;
  readonly args?: readonly string[];
  /** Default true. A watched worker never idles: a test of idling says false. */
  readonly watchWorker?: boolean;
}

/** A browser with the shipped build in it. */
export interface BrowserUnderTest {
  readonly id: string;
  readonly browser: Puppet;
  /** Every error of the extension's pages and worker so far. */
  readonly errors: readonly Trouble[];
  worker(): Promise<WebWorker>;
  killWorker(): Promise<void>;
  popup(): Promise<Page>;
  popupWindow(): Promise<Page>;
  options(): Promise<Page>;
  badge(): Promise<Badge>;
  fireAlarm(name?: string): Promise<void>;
  storage(area: Area): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** Starts Chromium with the build in it and the simulator behind api.bitget.com; all other names lead nowhere. */
export async function launch(launching: Launching): Promise<BrowserUnderTest> {
  const browser = await start(launching);
  try {
    return await install(browser, launching);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function install(browser: Puppet, launching: Launching): Promise<BrowserUnderTest> {
  const { extension = BUILD, watchWorker = true } = launching;
  let id: string | undefined;
  const origin = () => id && `chrome-extension://${id}/`;
  const { troubles, leaveWorker } = collectTroubles(browser, { origin, watchWorker });
  const installed = await browser.installExtension(resolve(extension));
  id = installed;
  const worker = () => findWorker(browser, installed);
  const dress = (opening: Promise<Page>) => paint(opening, launching.colorScheme);
  return {
    id: installed,
    browser,
    errors: troubles,
    worker,
    killWorker: async () => {
      await leaveWorker();
      await killWorker(browser, installed);
    },
    popup: async () => dress(openPopup(browser, await worker())),
    popupWindow: async () => dress(openPopupWindow(browser, await worker())),
    options: async () => dress(openOptions(browser, await worker())),
    badge: async () => readBadge(await worker()),
    fireAlarm: async (name) => fireAlarm(await worker(), name),
    storage: async (area) => dumpStorage(await worker(), area),
    close: () => browser.close(),
  };
}

async function start({ simulator, profile, headless = true, lang, scale = 1, args = [] }: Launching): Promise<Puppet> {
  const away = `MAP api.bitget.com:443 127.0.0.1:${simulator.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  return puppeteer.launch({
    executablePath: await findChromium(),
    headless,
    pipe: true,
    // With a window, Ctrl-C is the caller's; the browser goes with its pipe in any case.
    handleSIGINT: headless,
    enableExtensions: true,
    defaultViewport: null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    ...(lang === undefined ? {} : { env: { ...process.env, LANGUAGE: lang } }),
    args: [
      // Containers seldom allow the sandbox, and this browser reaches nothing but this machine.
      ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--window-size=1000,800',
      // The popup is never taller than the screen allows, and the headless screen is 600 px high.
      ...(headless ? [`--screen-info={${1600 * scale}x${1200 * scale} devicePixelRatio=${scale}}`] : []),
      `--host-resolver-rules=${away}`,
      `--ignore-certificate-errors-spki-list=${simulator.certificate.spki}`,
      ...(lang === undefined ? [] : [`--lang=${lang}`, `--accept-lang=${lang}`]),
      ...args,
    ],
  });
}

async function paint(opening: Promise<Page>, scheme: 'light' | 'dark' | undefined): Promise<Page> {
  const page = await opening;
  if (scheme !== undefined) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  return page;
}
