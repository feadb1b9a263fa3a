import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../lib/domain/core/time.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Decimal } from '../../lib/domain/money/amount.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  button,
  click,
  findByRole,
  findViolations,
  press,
  removeAccount,
  takeScreenshot,
  until,
} from '../harness/index.ts';
import { readCanvasColumns } from '../harness/page/canvas-columns.ts';
import { breakHistory, fillHistory, readHistoryEntries, repairHistory } from '../harness/state/history-db.ts';
import { observeRemoval } from '../harness/state/observe-removal.ts';
import { blockRounds, connectAccounts, fireAlarmAndWait, parkPolling, waitForRound } from '../harness/state/rounds.ts';
import { readItem, writeItem } from '../harness/state/storage.ts';

const key = credentialsFor('history');
const SERIES = 'USDT-FUTURES/USDT';
const row = {
  accountEquity: '1000.000000019',
  available: '900.00000001',
  unrealizedPL: '-0.50',
  crossedRiskRate: '0.2',
};
/** From 60,000 to the liquidation price 54,216.8674698795, as a share of 60,000. */
const DISTANCE = '0.096385542168675';
let scene: Fixture;
let popup: Page;

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow(row)] };
  const positions = { 'USDT-FUTURES': [classicPosition({ symbol: 'ETHUSDT', marginMode: 'crossed' })] };
  scene = await openFixture([{ ...key, family: 'classic', accounts, positions }]);
  // An open view polls rarely, so that a test can count the rounds.
  await writeItem(scene.options, 'settings', { ...DEFAULT_SETTINGS, viewPeriod: 60 });
  await connectAccounts(scene.options, key);
});
afterAll(() => scene?.close());

const inTier = async (tier: string) =>
  (await readHistoryEntries(scene.options))
    .filter(({ key: [, name] }) => name === tier)
    .flatMap(({ chunk }) => chunk[SERIES] ?? []);
const figures = (samples: readonly Sample[]) => samples.map(([, ...rest]) => rest);
const spoken = () => popup.$eval('.details [role=slider]', (chart) => chart.getAttribute('aria-valuetext') ?? '');
const says = (text: string) => until(async () => (await spoken()).includes(text), { what: text });
const walk = (name: 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End') => popup.keyboard.press(name);
const text = () => popup.$eval('.details', (details) => (details as HTMLElement).innerText);
const open = async () => {
  popup = await scene.browser.popup();
  await openDetails();
};
const openDetails = async () => {
  await press(popup, 'USDT: details');
  await until(() => popup.$('.details h1'), { what: 'the details' });
};

describe('the history', () => {
  it('has one more sample after each round, to the digit, and of its hour the riskiest', async () => {
    await fireAlarmAndWait(scene.options);
    const first = await until(async () => (await inTier('every')).length > 0 && (await inTier('every')), {
      what: 'a sample',
    });
    expect(figures(first).at(-1)).toEqual(['1000.000000019', '900.00000001', '0.2', '-0.50', DISTANCE]);
    scene.simulator.account(key.apiKey).accounts = { 'USDT-FUTURES': [classicRow({ ...row, crossedRiskRate: '0.1' })] };
    // The history keeps one sample for each second.
    const second = Math.floor((first.at(-1)?.[0] ?? 0) / SECOND);
    await until(() => Math.floor(Date.now() / SECOND) > second, { what: 'the next second' });
    await fireAlarmAndWait(scene.options);
    const every = await inTier('every');
    expect(every).toHaveLength(first.length + 1);
    expect(figures(every).at(-1)).toEqual(['1000.000000019', '900.00000001', '0.1', '-0.50', DISTANCE]);
    expect(figures(await inTier('hour')).some(([, , risk]) => risk === '0.2')).toBe(true);
  });
});

describe('the details of a card', () => {
  /** Keeps rounds from redrawing what the test reads and points at. */
  let release: () => Promise<void>;
  beforeAll(async () => {
    release = await blockRounds(scene.options);
    await fillHistory(scene.options, 'Main', SERIES, past);
  });
  afterAll(() => release());

  // Three hours of a minute each, 30% and then 60%, an hour without anything between them, all of it some hours ago.
  const start = Date.now() - 20 * HOUR;
  const made = (from: number, hours: number, risk: string): Sample[] =>
    Array.from({ length: hours * 60 }, (_, index) => [
      from + index * MINUTE,
      '2000.5' as Decimal,
      '1500.25' as Decimal,
      risk as Decimal,
      '12.5' as Decimal,
    ]);
  const past = [...made(start, 3, '0.3'), ...made(start + 4 * HOUR, 3, '0.6')];

  it('open with the focus at their head and show the last reading', async () => {
    await open();
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Main');
    await says('Risk rate 10.0%, Liquidation 9.6%, Equity 1,000.00, Available 900.00, PnL -0.50');
    await until(async () => (await popup.$$('canvas')).length === 1, { what: 'the plot' });
    const shown = await text();
    for (const part of ['ETHUSDT', '1,000.000000019', 'None since']) expect(shown).toContain(part);
    await takeScreenshot(popup, 'details');
  });

  it('draw a line where something was read, none where nothing was, and each threshold', async () => {
    const [risk] = await popup.$$('canvas');
    if (!risk) throw new Error('no plot');
    // 24 columns, an hour each: from 20 to 17 hours ago, and from 16 to 13.
    const hours = await until(
      async () => {
        const columns = await readCanvasColumns(risk as never, '--level', 24, 0);
        return columns[4] && columns;
      },
      { what: 'a line' },
    );
    expect([hours[1], hours[5], hours[6], hours[8], hours[9], hours[14]]).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    for (const level of ['--caution', '--warning', '--danger']) {
      expect((await readCanvasColumns(risk as never, level, 12, 0)).filter(Boolean).length).toBeGreaterThan(9);
    }
  });

  it('show the values of each moment by pointer', async () => {
    const box = await popup.$eval('.details .u-over', (over) => {
      const { left, top, width, height } = over.getBoundingClientRect();
      return { left, y: top + height / 2, width };
    });
    const hoursAgo = (hours: number) => popup.mouse.move(box.left + box.width * (1 - hours / 24), box.y);
    await hoursAgo(18.5);
    await says('Risk rate 30.0%, Liquidation —, Equity 2,000.50');
    await hoursAgo(14.5);
    await says('Risk rate 60.0%');
    // Between two stretches the chart shows the nearer one, because a gap has no figures.
    await hoursAgo(16.7);
    await says('Risk rate 30.0%');
  });

  it('show the values of each moment by keyboard', async () => {
    await popup.focus('.details [role=slider]');
    await walk('Home');
    await says('Risk rate 30.0%, Liquidation —, Equity 2,000.50, Available 1,500.25, PnL +12.50');
    for (let step = 0; step < 3; step += 1) await walk('ArrowRight');
    const [day, hour] = new Intl.DateTimeFormat('en', {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
      .format(start + 3 * MINUTE)
      .split(', ');
    await says(`${day}, ${hour}, Risk rate 30.0%`);
    await walk('End');
    await says('Risk rate 10.0%');
  });

  it('show the values only while somebody points at the chart or moves in it', async () => {
    const readout = () => popup.$eval('.details .readout', (line) => (line as HTMLElement).innerText);
    expect(await readout()).toContain('Equity 1,000.00');
    await click(popup, 'radio', '24 h');
    await popup.$eval('.details [role=slider]', (chart) => (chart as HTMLElement).blur());
    await popup.mouse.move(1, 1);
    await until(async () => (await readout()).startsWith('Every reading;'), { what: 'the values are gone' });
  });

  it('show the distance and the equity in the same plot', async () => {
    const [plot] = await popup.$$('canvas');
    expect(plot).toBeDefined();
    await click(popup, 'radio', 'Equity');
    const hasLine = async (property: string) => {
      const canvas = await popup.$('canvas');
      return canvas && (await readCanvasColumns(canvas as never, property, 24, 0)).some(Boolean);
    };
    await until(() => hasLine('--brand'), { what: 'the line of the equity' });
    expect(await hasLine('--danger')).toBe(false);
    await click(popup, 'radio', 'Distance');
    await until(() => hasLine('--danger'), { what: 'the thresholds of the distance' });
    expect(await popup.$$('canvas')).toHaveLength(1);
    await click(popup, 'radio', 'Risk');
  });

  it('list positions first and figures in groups, and copy each with all its digits', async () => {
    const tops = await popup.$$eval('.details main > section', (all) =>
      all.map((section) => [section.getAttribute('aria-label'), section.getBoundingClientRect().top] as const),
    );
    expect(tops.map(([name]) => name)).toEqual(['USDT USDT-M, Main', 'Positions', 'History', 'All figures']);
    expect(tops[1]?.[1]).toBeLessThan(400);
    await press(popup, 'ETHUSDT');
    for (const name of ['Break-even', 'Value', 'Entry']) expect(await text()).toContain(name);
    await press(popup, '1,000.000000019');
    await until(
      async () =>
        (await popup.$$eval('.details [role=status]', (all) => all.map((each) => each.textContent))).some((each) =>
          /^(?:Copied 1000\.000000019|The browser didn’t allow copying\.)$/.test(each ?? ''),
        ),
      { what: 'the outcome of the copy' },
    );
    expect(await text()).not.toContain('Trading bonus');
    await popup.$eval('.details .all > .more', (more) => (more as HTMLElement).click());
    await until(async () => (await text()).includes('Trading bonus'), { what: 'the figures at zero' });
    await press(popup, 'ETHUSDT');
  });

  it('show a week and a quarter by the riskiest reading of each hour', async () => {
    await click(popup, 'radio', '7 d');
    await until(async () => (await text()).includes('The riskiest reading of each hour'), { what: 'the week' });
    await (await until(() => popup.$('.details [role=slider]'), { what: 'the chart' })).focus();
    await walk('Home');
    await says('Risk rate 30.0%, Liquidation —, Equity 2,000.50');
    await click(popup, 'radio', '24 h');
  });

  it('hold no amount while amounts are hidden', async () => {
    await press(popup, 'Hide amounts');
    await says('Liquidation 9.6%, Equity •••, Available •••, PnL •••');
    expect(await text()).not.toMatch(/1,?000|900\.0|2,000/);
    expect(
      await popup.$$eval('.details [title]', (all) => all.map((each) => each.getAttribute('title')).join()),
    ).not.toMatch(/900/);
    expect(await findViolations(popup)).toEqual([]);
    await press(popup, 'Show amounts');
    await says('Equity 1,000.00');
  });

  it('are accessible in light and dark', async () => {
    expect(await findViolations(popup)).toEqual([]);
    await scene.browser.setColorScheme(popup, 'dark');
    expect(await findViolations(popup)).toEqual([]);
    await takeScreenshot(popup, 'details-dark');
    await scene.browser.setColorScheme(popup, 'light');
  });

  it('export all samples as CSV', async () => {
    await popup.evaluate(() => {
      const real = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob)
          void blob.text().then((saved) => document.documentElement.setAttribute('data-saved', saved));
        return real(blob);
      };
    });
    await press(popup, 'Export CSV');
    const saved = await until(() => popup.$eval('html', (root) => root.getAttribute('data-saved')), {
      what: 'the file',
    });
    const [head, ...rows] = saved.split('\r\n');
    expect(head).toBe(
      '"time","account","product","coin","equity","available","risk_rate","unrealised_pnl","liquidation_distance"',
    );
    expect(rows.pop()).toBe('');
    expect(rows[0]).toBe(`"${new Date(start).toISOString()}","Main","USDT-FUTURES","USDT",2000.5,1500.25,0.3,12.5,`);
    expect(rows).toHaveLength((await inTier('every')).length);
    expect(rows.at(-1)).toMatch(
      /,"Main","USDT-FUTURES","USDT",1000\.000000019,900\.00000001,0\.1,-0\.50,0\.096385542168675$/,
    );
  });

  it('are left by Escape, which keeps the popup and gives the focus back', async () => {
    await popup.keyboard.press('Escape');
    await until(async () => (await popup.$('.details')) === null, { what: 'the cards again' });
    await button(popup, 'USDT: details');
    const focused = () => popup.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await until(async () => (await focused()) === 'USDT: details', { what: 'the focus' });
    await popup.close();
  });
});

describe('the last failure', () => {
  it('is remembered in the details when it has passed', async () => {
    const undo = scene.simulator.fault({}, { kind: 'code', code: '40725' });
    await fireAlarmAndWait(scene.options);
    undo();
    // The popup polls again, as it does when it opens; the new figures move no card.
    await parkPolling(scene.options);
    popup = await scene.browser.popup();
    await waitForRound(scene.options);
    await openDetails();
    await until(async () => /Bitget is having trouble\. .*, resolved/.test(await text()), {
      what: 'the last failure',
    });
    await popup.close();
  });
});

describe('an unavailable history', () => {
  it('is named, and polling continues', async () => {
    await breakHistory(scene.options);
    await fireAlarmAndWait(scene.options);
    await until(async () => (await scene.browser.badge()).text === '10%', { what: 'the badge' });
    await open();
    await until(async () => (await text()).includes('The browser blocks the history here'), {
      what: 'the reason',
    });
    expect(await findViolations(popup)).toEqual([]);
    await popup.close();
    await repairHistory(scene.options);
  });
});

describe('S7: a removed account', () => {
  it('takes its history with it within a second, and nothing of it comes back', async () => {
    await fireAlarmAndWait(scene.options);
    await until(async () => (await inTier('every')).length > 0, { what: 'a sample' });
    await parkPolling(scene.options);
    await scene.options.bringToFront();
    const [account] = (await readItem(scene.options, 'accounts')) ?? [];
    const removal = await observeRemoval(scene.browser, account?.id ?? '');
    await removeAccount(scene.options, 'Main');
    await until(async () => (await findByRole(scene.options, 'listitem', 'Main')) === null, {
      what: 'the account is gone',
    });
    expect(await removal()).toBeLessThan(1_000);
    expect(await readHistoryEntries(scene.options)).toEqual([]);
  });
});
