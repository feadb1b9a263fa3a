import type { Page } from 'puppeteer-core';
import { type AccountSpec, type Simulator, startSimulator } from '../../simulator/index.ts';
import { type BrowserUnderTest, launch } from './driver/launch.ts';
import type { LaunchOptions } from './driver/launch-options.ts';
import type { Credentials } from './page/account-form.ts';
import { readCards, type Shown } from './page/cards.ts';
import { blockRounds, connectAccounts } from './state/rounds.ts';
import { until } from './until.ts';

/** A fresh browser with the build in it, its options page, and a simulated exchange behind it. */
export type Fixture = {
  readonly simulator: Simulator;
  readonly browser: BrowserUnderTest;
  readonly options: Page;
  close(): Promise<void>;
};

type Launching = Omit<LaunchOptions, 'simulator'>;

/** Opens a fixture with these accounts at the exchange. */
export async function openFixture(accounts: readonly AccountSpec[], launching: Launching = {}): Promise<Fixture> {
  const simulator = await startSimulator({ accounts });
  const browser = await launch({ simulator, ...launching });
  // The page opens automatically in both browsers; a second call would open a second tab.
  await until(async () => (await browser.tabs('options.html')).length > 0, {
    what: 'the options page, which opens automatically at first',
  });
  const options = await browser.options();
  // Keys that are pressed before the first render are lost.
  await until(() => options.$('main'), { what: 'the settings are drawn' });
  return {
    simulator,
    browser,
    options,
    close: async () => {
      await browser.close();
      await simulator.close();
    },
  };
}

/** Opens a fixture in which no round changes what a test stores. */
export async function openWithoutRounds(launching: Launching = {}): Promise<Fixture> {
  const scene = await openFixture([], launching);
  await blockRounds(scene.options);
  return scene;
}

/** Opens a fixture with one account, connected under the label Main without the form. */
export async function withOneAccount(account: AccountSpec): Promise<Fixture> {
  const scene = await openFixture([account]);
  await connectAccounts(scene.options, account);
  return scene;
}

/** Credentials of an account that exists only in a test; different names are different accounts. */
export function credentialsFor(name: string): Omit<Credentials, 'label'> & { readonly uid: string } {
  const uid = String([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  return { apiKey: `bg_test_${name}`, secret: `test-secret-${name}`, passphrase: `test ${name}`, uid };
}

/** Opens the real popup, waits until its cards satisfy, calls `look` with it, and closes it. */
export async function withPopup<T>(
  browser: BrowserUnderTest,
  what: string,
  isThere: (cards: readonly Shown[]) => boolean,
  look: (popup: Page, cards: readonly Shown[]) => Promise<T>,
): Promise<T> {
  const popup = await browser.popup();
  const cards = await until(
    async () => {
      const shown = await readCards(popup);
      return isThere(shown) && shown;
    },
    { what },
  );
  const seen = await look(popup, cards);
  await popup.close();
  return seen;
}
