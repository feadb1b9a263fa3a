import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PANES, type Pane } from '../../lib/domain/troubleshooting/settings-link.ts';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { element, findByRole, openPane, press, pressToClose, text, until } from '../harness/index.ts';
import { findRepeated, listButtonNames } from '../harness/page/button-names.ts';
import { waitForFocus } from '../harness/page/focus.ts';
import { blockRounds } from '../harness/state/rounds.ts';
import { seedThreeAccounts } from '../harness/state/settings-states.ts';

const key = credentialsFor('panes');
let scene: Fixture;
let page: Page;

beforeAll(async () => {
  scene = await withOneAccount({ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } });
  await blockRounds(scene.options);
  await seedThreeAccounts(scene.options, Date.now());
});
afterAll(() => scene?.close());
beforeEach(async () => {
  page = await scene.browser.open('options.html');
  await until(() => page.$('nav'), { what: 'the panes' });
  return () => page.close();
});

/** The heading of the shown pane. */
const heading = () => text(page, '.pane:not([hidden]) h2');
const showsPane = (title: string) => until(async () => (await heading()) === title, { what: title });
const hash = () => page.evaluate(() => location.hash);

const TITLES: Readonly<Record<Pane, string>> = {
  accounts: 'Accounts',
  alerts: 'Alerts',
  display: 'Display',
  monitoring: 'Monitoring',
  security: 'Security',
  backup: 'Backup',
};

describe('the panes of the settings', () => {
  it('begin with the accounts, and leave the focus alone', async () => {
    await showsPane('Accounts');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('have a link with their state, an address, and their heading takes the focus', async () => {
    for (const pane of PANES) {
      await page.click(`nav a[href="#${pane}"]`);
      await showsPane(TITLES[pane]);
      await waitForFocus(page, TITLES[pane]);
      expect(await hash()).toBe(`#${pane}`);
      expect(await page.$$('.pane:not([hidden])')).toHaveLength(1);
    }
    expect(await text(page, 'nav ul')).toMatch(/Accounts 3 Alerts on Display Monitoring Security device Backup/);
  });

  it('follow the back button', async () => {
    await openPane(page, 'alerts');
    await openPane(page, 'backup');
    await page.evaluate(() => history.back());
    await showsPane('Alerts');
    await page.evaluate(() => history.back());
    await showsPane('Accounts');
  });

  it('open at their address, and at one account', async () => {
    const other = await scene.browser.open('options.html#accounts/pool');
    await until(() => other.evaluate(() => document.activeElement?.ariaLabel === 'Pool'), { what: 'the account' });
    await other.close();
  });

  it('are a list to choose from where the page is narrow', async () => {
    await page.setViewport({ width: 700, height: 800 });
    const choice = await element(page, 'combobox', 'Settings');
    await choice.select('monitoring');
    await showsPane('Monitoring');
  });

  it('are found by the browser while they are hidden, without a jump of the focus', async () => {
    await showsPane('Accounts');
    // The browser reveals the target of an address as it reveals a match of its search.
    const id = await page.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find((each) => each.textContent === 'Hide amounts');
      location.hash = label?.htmlFor ?? '';
      return label?.htmlFor;
    });
    expect(id).toBeTruthy();
    await showsPane('Display');
    expect(await hash()).toBe('#display');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('H2');
    expect(await page.$$('.pane[hidden="until-found"]')).toHaveLength(PANES.length - 1);
  });
});

describe('a message of the popup', () => {
  it('opens the settings at the account that it is about, in the tab that is open', async () => {
    await page.close();
    const popup = await scene.browser.open('popup.html');
    await pressToClose(popup, 'Open settings');
    await until(async () => (await scene.options.evaluate(() => location.hash)) === '#accounts/pool', {
      what: 'the address of the account',
    });
    await until(() => scene.options.evaluate(() => document.activeElement?.ariaLabel === 'Pool'), {
      what: 'the account has the focus',
    });
    expect((await scene.browser.tabs('options.html')).length).toBe(1);
    page = await scene.browser.open('options.html');
  });
});

describe('the buttons', () => {
  it('of the accounts name their account', async () => {
    const names = await listButtonNames(page);
    expect(names).toEqual(expect.arrayContaining(['Check Main again', 'Edit Grid bot', 'Remove Pool', 'Add account']));
    expect(findRepeated(names)).toEqual([]);
  });

  it('have different names in every pane, also while a form or a question is open', async () => {
    const open = { accounts: ['Edit Main', 'Remove Pool'], alerts: ['Add an alert', 'Erase'], backup: ['Start over'] };
    for (const pane of PANES) {
      await openPane(page, pane);
      for (const name of open[pane as keyof typeof open] ?? []) await press(page, name);
      const names = await listButtonNames(page);
      expect([pane, findRepeated(names)]).toEqual([pane, []]);
    }
  });

  it('open the form that adds an account in their place, and lead back', async () => {
    await press(page, 'Add account');
    const form = await element(page, 'form', 'Add account');
    expect(await form.evaluate((node) => node.querySelector('input') === document.activeElement)).toBe(true);
    expect(await hash()).toBe('#accounts/new');
    expect(await findByRole(page, 'listitem', 'Main')).toBeNull();
    await press(page, 'Cancel');
    await element(page, 'listitem', 'Main');
  });
});
