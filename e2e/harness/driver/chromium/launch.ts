import { resolve } from 'node:path';
import puppeteer, { type Page, type Browser as Puppet } from 'puppeteer-core';
import { findBrowser } from '../../../../tools/scripts/browser.ts';
import { until } from '../../until.ts';
import { BUILDS } from '../build-paths.ts';
import { dumpStorage, fireAlarm, readBadge } from '../extension-api.ts';
import type { BrowserUnderTest } from '../launch.ts';
import type { LaunchOptions } from '../launch-options.ts';
import { dispatch, heap, recordConsole, runIn, setOffline } from './background.ts';
import { setGranted } from './host-permission.ts';
import { trackLeakedSessions } from './leaked-sessions.ts';
import { collectPageErrors } from './page-error.ts';
import { openOptions, openPopup, openPopupWindow, tabsAt } from './pages.ts';
import { findWorker, killWorker } from './worker.ts';

export async function launch(launching: LaunchOptions): Promise<BrowserUnderTest> {
  const browser = await start(launching);
  try {
    return await install(browser, launching);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** In ms. A machine under load starts a browser slowly. */
const START_TIMEOUT = 120_000;

async function install(browser: Puppet, launching: LaunchOptions): Promise<BrowserUnderTest> {
  const { extension = BUILDS.chromium, listensToWorker = true, colorScheme } = launching;
  const releaseLeaked = await trackLeakedSessions(browser);
  let id: string | undefined;
  const issues = collectPageErrors(browser, { origin: () => id && buildOrigin(id), listensToWorker });
  const installed = await browser.installExtension(resolve(extension));
  id = installed;
  const origin = buildOrigin(installed);
  // The product opens the page at each start, because the extension is loaded again. A second call would open a second tab, or none.
  await until(async () => (await tabsAt(browser, `${origin}options.html`)).length > 0, {
    what: 'the options page, which opens automatically',
  });
  const worker = () => findWorker(browser, installed);
  const emulateColorScheme = async (opening: Promise<Page>) => {
    const page = await opening;
    if (colorScheme !== undefined) await setColorScheme(page, colorScheme);
    return page;
  };
  return {
    product: 'chromium',
    id: installed,
    origin,
    browser,
    errors: issues,
    popup: () => emulateColorScheme(openPopup(browser, origin, worker)),
    popupWindow: () => emulateColorScheme(openPopupWindow(browser, origin, worker)),
    options: () => emulateColorScheme(openOptions(browser, origin, worker)),
    open: (path) => emulateColorScheme(openTab(browser, new URL(path, origin).href)),
    tabs: (path) => tabsAt(browser, origin + path),
    badge: async () => readBadge(await worker()),
    fireAlarm: async (name) => fireAlarm(await worker(), name),
    ring: async () => dispatch(await worker(), 'alarms.onAlarm', { name: 'poll' }),
    startUp: async () => dispatch(await worker(), 'runtime.onStartup'),
    command: async (name) => dispatch(await worker(), 'commands.onCommand', name),
    choose: async (menuItemId) => dispatch(await worker(), 'contextMenus.onClicked', { menuItemId }),
    storage: async (area) => dumpStorage(await worker(), area),
    killWorker: () => killWorker(browser, installed, releaseLeaked),
    inBackground: async (work, ...args) => runIn(await worker(), work, args),
    heap: async () => heap(await worker()),
    recordConsole: async (onText) => recordConsole(await worker(), onText),
    setOffline: async (offline) => setOffline(await worker(), offline),
    setGranted: (granted) => setGranted(browser, installed, granted),
    update: async (folder) => {
      const pages = (await browser.pages()).filter((page) => page.url().startsWith(origin));
      await browser.installExtension(folder);
      const areGone = () => pages.every((page) => page.isClosed() || !page.url().startsWith(origin));
      await until(areGone, { what: 'the pages of the build before are gone' });
    },
    installOtherExtension: async (folder) => buildOrigin(await browser.installExtension(folder)),
    setColorScheme,
    close: () => browser.close(),
  };
}

async function start(launching: LaunchOptions): Promise<Puppet> {
  const { simulator, profile, headless = true, lang, scale = 1, args = [], blocked, env } = launching;
  const port = blocked === 'refused' ? 1 : simulator.port;
  const way = blocked === 'no such host' ? '' : `MAP api.bitget.com:443 127.0.0.1:${port}, `;
  const spki = blocked === 'bad certificate' ? `${'A'.repeat(43)}=` : simulator.certificate.spki;
  return puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless,
    pipe: true,
    timeout: START_TIMEOUT,
    // With a window, the caller handles Ctrl-C; the browser exits when its pipe closes.
    handleSIGINT: headless,
    enableExtensions: true,
    defaultViewport: null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    env: { ...process.env, ...(lang === undefined ? {} : { LANGUAGE: lang }), ...env },
    args: [
      // Containers seldom allow the sandbox, and this browser reaches nothing but this machine.
      ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--window-size=1000,800',
      // The popup is never taller than the screen allows, and the headless screen is 600 px high.
      ...(headless ? [`--screen-info={${1600 * scale}x${1200 * scale} devicePixelRatio=${scale}}`] : []),
      `--host-resolver-rules=${way}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${spki}`,
      ...(lang === undefined ? [] : [`--lang=${lang}`, `--accept-lang=${lang}`]),
      ...args,
    ],
  });
}

async function openTab(browser: Puppet, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

async function setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}

function buildOrigin(id: string): string {
  return `chrome-extension://${id}/`;
}
