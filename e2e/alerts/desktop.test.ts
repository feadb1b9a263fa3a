import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { type Desktop, startDesktop } from '../harness/driver/notification-server.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, launch, until } from '../harness/index.ts';
import { connectAccounts, parkPolling, sendRaw, waitForRound } from '../harness/state/rounds.ts';
import { shiftStoredTimes } from '../harness/state/storage.ts';

const keys = [credentialsFor('first'), credentialsFor('second')] as const;

describe('the notifications that the browser hands to a Linux desktop', () => {
  let desktop: Desktop | null = null;
  let simulator: Simulator;
  let browser: BrowserUnderTest;
  let options: Page;

  beforeAll(async () => {
    desktop = await startDesktop();
    simulator = await startSimulator({
      accounts: keys.map((key) => ({ ...key, family: 'classic', accounts: rows('0.1') })),
    });
    browser = await launch({ simulator, env: desktop?.env ?? {} });
    options = await browser.options();
    await connectAccounts(options, keys[0], 'first');
    await connectAccounts(options, keys[1], 'second');
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    await desktop?.close();
  });

  const rows = (crossedRiskRate: string) => ({
    'USDT-FUTURES': [classicRow({ crossedRiskRate, isolatedMargin: '0' })],
  });
  /** Some minutes later, a round in which the accounts have these risks. */
  const round = async (minutes: number, ...rates: readonly string[]) => {
    await parkPolling(options);
    for (const [at, { apiKey }] of keys.entries()) simulator.account(apiKey).accounts = rows(rates[at] ?? '0.1');
    await shiftStoredTimes(options, minutes * MINUTE);
    await sendRaw(options, { type: 'refresh' });
    await waitForRound(options);
  };
  const shown = async (count: number) => {
    await until(() => (desktop?.notifications.length ?? 0) >= count, { what: `notification ${count}` });
    return desktop?.notifications.at(-1);
  };
  const closing = (id: number) => until(() => desktop?.closed.includes(id), { what: `notification ${id} is closed` });

  it('G1 are new for each rise and each repeat, and the older one of the same account goes', async () => {
    if (desktop === null) return reportMissing();
    await round(1, '0.75');
    expect(await shown(1)).toMatchObject({ replaces: 0, title: 'Warning: USDT USDT-M, first at 75.0%' });
    await round(1, '0.95');
    expect(await shown(2)).toMatchObject({ replaces: 0, title: 'Danger: USDT USDT-M, first at 95.0%' });
    await closing(1);
    await round(31, '0.95');
    expect(await shown(3)).toMatchObject({ replaces: 0, title: expect.stringContaining('Danger') });
    await closing(2);
    expect(desktop.notifications).toHaveLength(3);
  });

  it('G1 are new for several alerts at once', async () => {
    if (desktop === null) return reportMissing();
    // A rise is reported before the other account is read, so both are in danger already.
    await round(1, '0.95', '0.95');
    expect(await shown(4)).toMatchObject({ title: expect.stringContaining('second') });
    await round(31, '0.96', '0.97');
    const several = await shown(5);
    expect(several).toMatchObject({ replaces: 0 });
    expect(several?.title).toContain('second');
    expect(several?.body).toContain('first');
  });

  it('have a button that acknowledges them, where the browser has buttons', async () => {
    if (desktop === null) return reportMissing();
    const buttons = browser.product === 'firefox' ? [] : ['I’ve seen it'];
    expect(desktop.notifications.map((each) => each.buttons)).toEqual(Array(5).fill(buttons));
  });

  const reportMissing = () => console.warn('No dbus-daemon here, so no desktop: see lib/background/alerts.');
});
