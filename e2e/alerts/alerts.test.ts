import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { classicRow, type Simulator } from '../../simulator/index.ts';
import { keyOf, openScene, type Scene } from '../harness/fixture.ts';
import {
  type BrowserUnderTest,
  button,
  click,
  element,
  fill,
  press,
  shoot,
  status,
  unfold,
  until,
} from '../harness/index.ts';
import { listen, logOf, shown, told } from '../harness/page/notifications.ts';
import { connect, kill, over, rest, tell } from '../harness/state/rounds.ts';
import { elapse, stored } from '../harness/state/storage.ts';

const key = keyOf('alerts');
const NAME = 'USDT USDT-M, Main';

describe('alerts', () => {
  let scene: Scene;
  let simulator: Simulator;
  let browser: BrowserUnderTest;
  let options: Page;
  beforeAll(async () => {
    scene = await openScene([{ ...key, family: 'classic', accounts: rows('0.1') }]);
    ({ simulator, browser, options } = scene);
    await connect(options, key);
    await listen(browser);
  });
  afterAll(() => scene?.close());

  function rows(crossedRiskRate: string, available = '1000') {
    return { 'USDT-FUTURES': [classicRow({ crossedRiskRate, available, isolatedMargin: '0' })] };
  }
  /** A minute later, a round that finds this risk. */
  const round = async (rate: string, available?: string) => {
    await rest(options);
    simulator.account(key.apiKey).accounts = rows(rate, available);
    await elapse(options, MINUTE);
    await tell(options, { type: 'refresh' });
    await over(options);
  };
  /** Long enough without danger for an alert to be over. */
  const calm = async () => {
    await round('0.1');
    await elapse(options, 5 * MINUTE);
    await round('0.1');
  };

  it('A1 are told once, also after the worker was killed and woken', async () => {
    await round('0.99');
    expect(await told(browser)).toEqual([`Danger: ${NAME} at 99.0 %`]);
    await kill(browser, options);
    await listen(browser);
    await round('0.99');
    expect(await told(browser)).toEqual([]);
    expect(await stored(options, 'alarms')).toMatchObject({ refusedAt: null });
  });

  it('A3 that the browser refuses are shown in the popup and on the badge, and tried again', async () => {
    await calm();
    await listen(browser, true);
    await round('0.95');
    await until(async () => (await browser.badge()).text === '!', { what: 'the badge asks to act' });
    const popup = await browser.popup();
    await until(async () => (await status(popup)).includes('does not show Margin Glance’s alerts'), {
      what: 'the popup says so',
    });
    await shoot(popup, 'popup-alert-refused');
    await popup.close();
    expect((await logOf(options)).at(-1)).toBe(`refused: Danger: ${NAME} at 95.0 %`);
    await listen(browser);
    await round('0.96');
    expect(await told(browser)).toEqual([expect.stringContaining(`Danger: ${NAME} at 9`)]);
    await until(async () => (await browser.badge()).text === '96%', { what: 'the badge shows the danger' });
    expect((await logOf(options)).at(-1)).toContain(`told: Danger: ${NAME} at 9`);
  });

  it('can be silenced from the popup, visibly and for a while; danger passes', async () => {
    await calm();
    await listen(browser);
    const popup = await browser.popup();
    await unfold(popup, 'Silence alerts');
    await press(popup, 'For 1 hour');
    await until(async () => (await status(popup)).includes('All accounts: alerts silenced until'), {
      what: 'the silence is told',
    });
    await shoot(popup, 'popup-silenced');
    await popup.close();
    await round('0.72');
    await round('0.73');
    expect(await told(browser)).toEqual([]);
    const isTold = async () => (await browser.badge()).title.includes('alerts silenced until');
    await until(isTold, { what: 'the tooltip tells it' });
    await elapse(options, 60 * MINUTE);
    await round('0.73');
    expect(await told(browser)).toEqual([`Warning: ${NAME} at 73.0 %`]);
    await browser.command('refresh');
  });

  it('can be silenced from the menu of the toolbar button', async () => {
    await browser.choose('hours');
    await until(async () => ((await stored(options, 'silence'))?.all ?? 0) > Date.now() + 230 * MINUTE, {
      what: 'four hours of silence',
    });
    await browser.choose('aloud');
    await until(async () => (await stored(options, 'silence'))?.all === 0, { what: 'the end of the silence' });
  });

  it('of one’s own are told in their own words', async () => {
    await options.bringToFront();
    const form = await element(options, 'form', 'Add condition');
    await fill(form, 'USDT', '1,5');
    await press(form, 'Add condition');
    await until(async () => (await form.$$('[role=alert]')).length > 0, { what: 'the wrong number is told' });
    await fill(form, 'USDT', '500');
    await press(form, 'Add condition');
    await button(options, 'Remove condition: All accounts: available is below 500.00 USDT');
    await listen(browser);
    await round('0.1', '499');
    await round('0.1', '498');
    expect(await told(browser)).toEqual(['All accounts: available is below 500.00 USDT']);
  });

  it('tell no amount while amounts are hidden', async () => {
    await click(options, 'switch', 'Hide amounts');
    await until(async () => (await stored(options, 'settings'))?.hideAmounts, { what: 'they are hidden' });
    await listen(browser);
    await calm();
    const said = (await shown(browser)).map(({ title, message }) => `${title}\n${message}`).join('\n');
    expect(said).toContain('Over: All accounts: available is below your limit');
    expect(said).not.toMatch(/[\d,.]+ USDT/);
    await click(options, 'switch', 'Hide amounts');
  });

  it('can be tested, and those of the past be read', async () => {
    await press(options, 'Send a test alert');
    await until(async () => (await status(options)).includes('The browser accepted it'), { what: 'it was accepted' });
    const read = () => options.$$eval('table.log tbody tr', (list) => list.map((row) => row.textContent ?? ''));
    const count = (await stored(options, 'alertLog'))?.length;
    const rows = await until(async () => (await read()).length === count && read(), { what: 'all alerts of the past' });
    expect(rows.some((row) => row.includes(`Danger: ${NAME} at 99.0 %`) && row.includes('told'))).toBe(true);
    await shoot(options, 'options-alerts');
    await press(options, 'Erase');
    await press(options, 'Erase');
    await until(async () => ((await stored(options, 'alertLog')) ?? []).length === 0, { what: 'the log is empty' });
  });
});
