import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { createShiftedClock, type ShiftedClock } from '../harness/driver/shifted-clock.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, launch, until } from '../harness/index.ts';
import { readAlertLog } from '../harness/page/notifications.ts';
import { connectAccounts } from '../harness/state/rounds.ts';
import { writeItem } from '../harness/state/storage.ts';

const keys = { first: credentialsFor('first'), second: credentialsFor('second') };
const HOUR = 3600;
/** In seconds, the least that the settings allow. */
const PERIOD = 30;

describe("the computer's clock, nobody attached to the background,", () => {
  let clock: ShiftedClock | null = null;
  let simulator: Simulator;
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    clock = await createShiftedClock();
    simulator = await startSimulator({
      accounts: Object.values(keys).map((key) => ({ ...key, family: 'classic', accounts: rows('0.1') })),
    });
    browser = await launch({ simulator, listensToWorker: false, env: clock?.env ?? {} });
    const page = await browser.options();
    await writeItem(page, 'settings', { ...DEFAULT_SETTINGS, period: PERIOD });
    for (const [label, key] of Object.entries(keys)) await connectAccounts(page, key, label);
    // No page of the extension is open from here on.
    await browser.browser.newPage();
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    await clock?.remove();
  });

  const rows = (crossedRiskRate: string) => ({
    'USDT-FUTURES': [classicRow({ crossedRiskRate, isolatedMargin: '0' })],
  });
  const raise = (name: keyof typeof keys, risk: string) => {
    simulator.account(keys[name].apiKey).accounts = rows(risk);
    simulator.clearLog();
  };
  const countReads = (name: keyof typeof keys) =>
    simulator.log.filter(({ apiKey, path }) => apiKey === keys[name].apiKey && path.endsWith('/accounts')).length;
  /** One round may have begun before the clock was set, so two must follow. */
  const rounds = (name: keyof typeof keys) =>
    until(() => countReads(name) >= 2, { what: 'two rounds', within: (2 * PERIOD + 15) * 1000 });
  /** Waits for this alert, and expects that nothing was reported as lost: no round failed. */
  const expectAlert = async (alert: string) => {
    const page = await browser.options();
    const log = await until(
      async () => {
        const alerts = await readAlertLog(page);
        return alerts.includes(alert) && alerts;
      },
      { what: alert },
    );
    expect(log.filter((each) => each.includes('Monitoring'))).toEqual([]);
    await page.close();
  };

  it('G2 is set back an hour: rounds continue once the user switches the tab, and danger is reported', async () => {
    if (clock === null) return reportMissing();
    await clock.set(-HOUR);
    raise('first', '0.95');
    await browser.browser.newPage();
    await rounds('first');
    await expectAlert('delivered: Danger: USDT USDT-M, first at 95.0%');
  });

  it('G2 is set ahead eight hours: rounds continue, and danger is reported', async () => {
    if (clock === null) return reportMissing();
    await clock.set(-HOUR + 8 * HOUR);
    raise('second', '0.96');
    await rounds('second');
    await expectAlert('delivered: Danger: USDT USDT-M, second at 96.0%');
  });

  const reportMissing = () =>
    console.warn('No C compiler here to shift the clock with: see lib/background/faults/clock.test.ts.');
});
