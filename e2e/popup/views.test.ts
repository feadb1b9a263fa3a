import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { enter, openPane, press, pressToClose, readCards, takeScreenshot, until } from '../harness/index.ts';
import { blockRounds, parkPolling, requestedPaths, waitForRound } from '../harness/state/rounds.ts';
import { readItem } from '../harness/state/storage.ts';
import { startUptime, uptime } from '../harness/state/uptime.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('views');
let scene: Fixture;

beforeAll(async () => {
  const accounts = {
    'USDT-FUTURES': [
      classicRow({ available: '1234.5', crossedMaxAvailable: '1234.5', crossedRiskRate: '0', isolatedMargin: '0' }),
    ],
  };
  scene = await withOneAccount({ ...key, family: 'classic', accounts });
});
afterAll(() => scene?.close());

const shows = async (page: Page) => {
  const cards = await until(async () => (await readCards(page)).length > 0 && readCards(page), { what: 'a card' });
  expect(cards).toMatchObject([{ name: 'USDT USDT-M, Main', figures: { 'Free margin': '1,234.50' } }]);
};
const ownWindow = () =>
  until(async () => (await scene.browser.tabs('window.html'))[0], { what: 'the window of its own' });
const place = (page: Page) =>
  page.evaluate(() =>
    chrome.windows.getCurrent().then(({ left, top, width, height }) => ({ left, top, width, height })),
  );
/** Opens the window of its own from the popup, which makes room for it. */
const leaveForWindow = async () => {
  const popup = await scene.browser.popup();
  await press(popup, 'Keep open');
  await pressToClose(popup, 'Open in its own window');
};
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A moment by the clock, and how many of the page's own seconds had gone by then. */
type Moment = { readonly at: number; readonly seconds: number };
/** The beginnings of rounds, and when the page was seen or hidden last. */
type Notes = { readonly rounds: readonly Moment[]; readonly turned: Moment; readonly seconds: number };
type Noting = typeof globalThis & { notes: Notes };

/** Notes each round from now on. Runs in the page. */
function noteRounds(): void {
  const notes = { rounds: [] as Moment[], turned: { at: 0, seconds: 0 }, seconds: 0 };
  Object.assign(globalThis, { notes });
  setInterval(() => {
    notes.seconds += 1;
  }, 1_000);
  document.addEventListener('visibilitychange', () => {
    notes.turned = { at: Date.now(), seconds: notes.seconds };
  });
  chrome.storage.onChanged.addListener(({ pollRun }) => {
    const { startedAt: at = 0 } = (pollRun?.newValue as { value?: { startedAt: number } } | undefined)?.value ?? {};
    if (at > 1 && notes.rounds.at(-1)?.at !== at) notes.rounds.push({ at, seconds: notes.seconds });
  });
}

/** Sets the clock of every open view forward, as if so many ms had passed in it. */
async function passTime(ms: number): Promise<void> {
  const paths = ['popup.html', 'window.html'];
  for (const page of (await Promise.all(paths.map((path) => scene.browser.tabs(path)))).flat())
    await page.evaluate((by) => {
      const now = Date.now;
      Date.now = () => now() + by;
    }, ms);
}

describe('the window of its own', () => {
  const kept = { left: 180, top: 120, width: 460, height: 500 };

  it('shows the same as the popup, in its own width, and leaves the popup closed', async () => {
    const popup = await scene.browser.popup();
    await shows(popup);
    await press(popup, 'Keep open');
    await pressToClose(popup, 'Open in its own window');
    const page = await ownWindow();
    await shows(page);
    await page.evaluate(
      (size) => chrome.windows.getCurrent().then(({ id = 0 }) => chrome.windows.update(id, size)),
      kept,
    );
    await until(async () => JSON.stringify(await scene.browser.storage('local')).includes('"width":460'), {
      what: 'the place',
    });
    await until(async () => (await overflow(page)) === 0, { what: 'nothing is wider than it' });
    await takeScreenshot(page, 'window');
  });

  it('is opened only once', async () => {
    // In a tab, for no popup opens while this window has the focus.
    const tab = await scene.browser.open('popup.html');
    await press(tab, 'Keep open');
    await pressToClose(tab, 'Open in its own window');
    expect((await scene.browser.tabs('window.html')).length).toBe(1);
  });

  it('comes back where it stood', async () => {
    await (await ownWindow()).close();
    await leaveForWindow();
    // The size with which the tests start the browser overrules that of a new window.
    expect(await place(await ownWindow())).toMatchObject({ left: kept.left, top: kept.top });
  });

  it('comes back on the screen when its place is on none any more', async () => {
    const page = await ownWindow();
    await page.close();
    await scene.options.evaluate(() =>
      chrome.storage.local.set({ windowBounds: { v: 1, value: { left: 9000, top: 9000, width: 460, height: 500 } } }),
    );
    await leaveForWindow();
    const { left = 9000 } = await place(await ownWindow());
    expect(left).toBeLessThan(1600);
    await (await ownWindow()).close();
  });
});

describe('while a view can be seen', () => {
  const started = async () => (await readItem(scene.options, 'pollRun'))?.startedAt ?? 0;
  const readNotes = (page: Page) => page.evaluate(() => (globalThis as unknown as Noting).notes);
  /** The seconds between two moments that page and background both lived through: under load either leaves some out. */
  const secondsFrom = async (from: Moment, to: Moment) =>
    Math.min(to.seconds - from.seconds, (await uptime(scene.browser, from.at, to.at)) / 1_000);

  it('it asks as often as the user has set, two views no more than one', async () => {
    await scene.options.bringToFront();
    await openPane(scene.options, 'monitoring');
    await enter(scene.options, 'While a view is open, check every', '4');
    await until(() => scene.options.$('[aria-invalid=true]'), { what: 'less than five seconds are refused' });
    await enter(scene.options, 'While a view is open, check every', '5');
    await until(async () => (await readItem(scene.options, 'settings'))?.viewPeriod === 5, { what: 'the setting' });
    await leaveForWindow();
    await shows(await ownWindow());
    const tab = await scene.browser.open('popup.html');
    await shows(tab);
    await parkPolling(scene.options);
    const begin = await blockRounds(scene.options);
    await tab.evaluate(noteRounds);
    await startUptime(scene.browser);
    scene.simulator.clearLog();
    await begin();
    await passTime(5_000);
    await until(async () => (await readNotes(tab)).rounds.length >= 2, { what: 'two rounds' });
    const release = await blockRounds(scene.options);
    const { rounds } = await readNotes(tab);
    expect(requestedPaths(scene.simulator)).toEqual(Array(rounds.length).fill('accounts'));
    for (const [index, from] of rounds.slice(0, -1).entries()) {
      const to = rounds[index + 1] ?? from;
      // A wish may come half a second early, for timers of pages are not exact.
      expect(to.at - from.at).toBeGreaterThanOrEqual(4_500);
      expect(await secondsFrom(from, to)).toBeLessThanOrEqual(7);
    }
    await release();
  });

  it('it keeps a deadline of Bitget', async () => {
    await parkPolling(scene.options);
    const release = await blockRounds(scene.options);
    scene.simulator.clearLog();
    const undo = scene.simulator.fault({}, { kind: 'throttle', retryAfter: '120' });
    await release();
    await passTime(5_000);
    await until(() => requestedPaths(scene.simulator).length > 0, { what: 'it is throttled' });
    await waitForRound(scene.options);
    await parkPolling(scene.options);
    await passTime(5_000);
    await waitForRound(scene.options);
    undo();
    expect(requestedPaths(scene.simulator)).toEqual(['accounts']);
  });

  it('and no longer: a hidden or closed view sends no request', async () => {
    await (await ownWindow()).close();
    for (const each of await scene.browser.tabs('popup.html')) await each.close();
    await scene.options.bringToFront();
    await parkPolling(scene.options);
    const tab = await scene.browser.open('popup.html');
    await shows(tab);
    await waitForRound(scene.options);
    await tab.evaluate(noteRounds);
    await scene.options.bringToFront();
    await until(() => tab.evaluate(() => document.visibilityState === 'hidden'), { what: 'the view is hidden' });
    const before = await started();
    const { seconds } = await readNotes(tab);
    await passTime(10_000);
    await until(async () => (await readNotes(tab)).seconds > seconds + 1, {
      what: 'the hidden view has checked its clock',
    });
    expect(await started()).toBe(before);
    // The background would refuse a round so soon after the last one.
    await parkPolling(scene.options);
    const { length } = (await readNotes(tab)).rounds;
    await tab.bringToFront();
    const next = await until(async () => (await readNotes(tab)).rounds[length], {
      what: 'it asks when it is seen again',
    });
    expect(await secondsFrom((await readNotes(tab)).turned, next)).toBeLessThanOrEqual(1);
  });
});
