import { resolve } from 'node:path';
import puppeteer, { type Page, type Browser as Puppet } from 'puppeteer-core';
import { findBrowser } from '../../../../tools/scripts/browser.ts';
import { until } from '../../until.ts';
import { BUILDS } from '../build-paths.ts';
import { dumpStorage, fireAlarm, readBadge } from '../extension-api.ts';
import type { BrowserUnderTest } from '../launch.ts';
import type { LaunchOptions } from '../launch-options.ts';
import {
  choose,
  command,
  killBackground,
  runIn,
  setColorScheme,
  setGranted,
  setOffline,
  startUp,
} from './background.ts';
import { type ChromeContext, enterChromeContext } from './chrome-context.ts';
import { buildOrigin, findOrigin, HOSTS, ID, install } from './install.ts';
import { collectPageErrors } from './page-error.ts';
import { openPopup, openPopupWindow, openTab, tabsAt } from './pages.ts';
import { openProxy, type ProxyServer } from './proxy.ts';
import { startAcknowledging } from './tcp-ack.ts';

/** Firefox, with access to its privileged code. */
export type FirefoxUnderTest = BrowserUnderTest & { readonly system: ChromeContext };

export async function launch(launching: LaunchOptions): Promise<FirefoxUnderTest> {
  const { simulator, blocked } = launching;
  const isReached = blocked === undefined || blocked === 'bad certificate';
  const proxy = await openProxy(isReached ? simulator.port : blocked);
  let browser: Puppet | undefined;
  try {
    browser = await startAcknowledging(() => start(launching, proxy));
    return await ready(browser, launching, proxy);
  } catch (error) {
    await browser?.close();
    proxy.close();
    throw error;
  }
}

async function ready(browser: Puppet, launching: LaunchOptions, proxy: ProxyServer): Promise<FirefoxUnderTest> {
  const { extension = BUILDS.firefox, colorScheme } = launching;
  const system = await enterChromeContext(browser);
  const origin = buildOrigin(ID);
  const errors = await collectPageErrors(system, origin);
  if (colorScheme !== undefined) await setColorScheme(system, colorScheme);
  const isNew = await install(system, resolve(extension), launching);
  // The product opens the page; a second call would open a second tab. Access to private windows restarts the extension.
  if (isNew && !launching.allowPrivate)
    await until(async () => (await tabsAt(browser, `${origin}options.html`)).length > 0, {
      what: 'the options page, which opens automatically at first',
    });
  // A picture of the extension runs no code of the product.
  const inside = await openTab(browser, `${origin}icon/16.png`, true);
  const options = async () => (await tabsAt(browser, `${origin}options.html`))[0];
  return {
    product: 'firefox',
    system,
    id: ID,
    origin,
    browser,
    errors,
    popup: () => openPopup(browser, `${origin}popup.html`),
    popupWindow: () => openPopupWindow(browser, inside, `${origin}popup.html`),
    options: async () => (await options()) ?? openTab(browser, `${origin}options.html`),
    open: (path) => openTab(browser, new URL(path, origin).href),
    tabs: (path) => tabsAt(browser, origin + path),
    badge: () => readBadge(inside),
    fireAlarm: (name) => fireAlarm(inside, name),
    ring: () => fireAlarm(inside, 'poll'),
    startUp: () => startUp(system, ID),
    command: (name) => command(system, ID, name),
    choose: (line) => choose(system, ID, line),
    storage: (area) => dumpStorage(inside, area),
    killWorker: () => killBackground(system, ID),
    inBackground: (work, ...args) => runIn(inside, work, args),
    heap: () => Promise.reject(new Error('Firefox does not measure the heap of one page')),
    recordConsole: async () => undefined,
    setOffline: (offline) => setOffline(system, offline),
    setGranted: (granted) => setGranted(system, ID, granted),
    update: () => Promise.reject(new Error('In Firefox an update is made when it starts')),
    installOtherExtension: async (folder) => findOrigin(system, await browser.installExtension(folder)),
    setColorScheme: (_: Page, scheme) => setColorScheme(system, scheme),
    close: async () => {
      await browser.close();
      proxy.close();
    },
  };
}

async function start(launching: LaunchOptions, { port }: ProxyServer): Promise<Puppet> {
  const { profile, headless = true, lang, scale, blocked, prefs, env } = launching;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless,
    handleSIGINT: headless,
    acceptInsecureCerts: blocked !== 'bad certificate',
    defaultViewport: null,
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: ['--remote-allow-system-access', '--width=1000', '--height=800'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'extensions.webextensions.uuids': JSON.stringify(HOSTS),
      // The built package is not signed. Only the ESR installs it permanently.
      'xpinstall.signatures.required': false,
      ...(scale === undefined ? {} : { 'layout.css.devPixelsPerPx': String(scale) }),
      ...(lang === undefined ? {} : { 'intl.locale.requested': lang }),
      ...prefs,
    },
  });
}
