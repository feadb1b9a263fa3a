import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  button,
  connectAccount,
  element,
  findByRole,
  press,
  readCards,
  takeScreenshot,
  text,
  until,
} from '../harness/index.ts';
import { countVaultRecords } from '../harness/state/inspect.ts';

const key = credentialsFor('showcase');
let scene: Fixture;

beforeAll(async () => {
  const accounts = {
    'USDT-FUTURES': [
      classicRow({ available: '1234.5', crossedMaxAvailable: '1234.5', crossedRiskRate: '0.33', isolatedMargin: '0' }),
    ],
  };
  scene = await openFixture([{ ...key, family: 'classic', accounts }]);
});
afterAll(() => scene?.close());

const badge = (wanted: string) => until(async () => (await scene.browser.badge()).text === wanted, { what: wanted });
const names = async (count: number) => {
  const popup = await scene.browser.open('popup.html');
  const cards = await until(async () => (await readCards(popup)).length === count && readCards(popup), {
    what: `${count} cards`,
  });
  await popup.close();
  return cards.map(({ name }) => name);
};

describe('the first run', () => {
  it('shows in three steps how to make a key, where to paste it, and where the first reading will be', async () => {
    const headings = await scene.options.$$eval('h2', (all) => all.map((each) => each.textContent?.trim()));
    expect(headings).toEqual(['Make a key at Bitget', 'Paste it here', 'See your first reading']);
    const link = await element(scene.options, 'link', 'Open API keys at Bitget');
    const { href, target, rel } = await link.evaluate((node) => {
      const { href, target, rel } = node as HTMLAnchorElement;
      return { href, target, rel };
    });
    expect({ href, target, rel }).toEqual({
      href: 'https://www.bitget.com/account/newapi',
      target: '_blank',
      rel: 'noreferrer',
    });
    await takeScreenshot(scene.options, 'options-first');
    await scene.browser.setColorScheme(scene.options, 'dark');
    await takeScreenshot(scene.options, 'options-first-dark');
    await scene.browser.setColorScheme(scene.options, 'light');
  });
});

describe('looking around first', () => {
  it('shows the whole popup with marked accounts, marks the badge, and asks Bitget for nothing', async () => {
    await press(scene.options, 'Look around first');
    await badge('10%*');
    const isOnToolbar = await scene.options.evaluate(async () => {
      const { action } = (globalThis as unknown as Extension).chrome ?? {};
      return (await action?.getUserSettings?.().catch(() => null))?.isOnToolbar ?? null;
    });
    expect((await scene.options.$('.sample-offer > .pin')) !== null).toBe(isOnToolbar === false);
    expect(await scene.browser.badge()).toMatchObject({
      color: [0x6a, 0x3f, 0xa0, 255],
      title: 'Margin Glance: sample data, no account connected yet',
    });
    const popup = await scene.browser.popup();
    const cards = await until(async () => (await readCards(popup)).length === 3 && readCards(popup), { what: 'cards' });
    expect(cards).toMatchObject([
      { name: 'USD Unified, Sample unified', risk: '9.2%, safe' },
      { name: 'USD Unified, Sample sub-account', risk: '6.2%, safe' },
      { name: 'USDT USDT-M, Sample classic', risk: '2.9%, safe' },
    ]);
    await element(popup, 'complementary', 'Sample data');
    expect(await text(popup, '.total')).toBe('12,876.02 USDT sample');
    await takeScreenshot(popup, 'popup-sample');
    await scene.browser.setColorScheme(popup, 'dark');
    await takeScreenshot(popup, 'popup-sample-dark');
    await press(popup, 'Refresh');
    await press(popup, 'Hide amounts');
    await until(async () => (await text(popup, '.total'))?.startsWith('•••'), { what: 'hidden amounts' });
    await press(popup, 'Show amounts');
    await until(async () => (await text(popup, '.total'))?.startsWith('12'), { what: 'the amounts again' });
    await popup.close();
    await scene.browser.fireAlarm();
    await until(async () => (await scene.browser.storage('session')).pollRun !== undefined, { what: 'a round' });
    expect(scene.simulator.log).toEqual([]);
    expect(await scene.browser.storage('local')).not.toHaveProperty('accounts');
    expect(JSON.stringify(await scene.browser.storage('local'))).not.toContain('7913');
    expect(await countVaultRecords(scene.options)).toBe(0);
  });

  it('ends by one click', async () => {
    const popup = await scene.browser.open('popup.html');
    await press(popup, 'Remove sample data');
    await button(popup, 'Connect an account');
    await until(async () => (await readCards(popup)).length === 0, { what: 'no cards any more' });
    await badge('');
    await press(popup, 'Look around first');
    await badge('10%*');
    await popup.close();
  });

  it('ends with the first account, which is never shown or added up beside it', async () => {
    await connectAccount(scene.options, { label: 'Main', ...key });
    await badge('33%');
    expect(await names(1)).toEqual(['USDT USDT-M, Main']);
    await until(async () => JSON.stringify((await scene.browser.storage('local')).sampleData).includes('false'), {
      what: 'it is over for good',
    });
  });
});

describe('the first reading', () => {
  it('is the third step, until it is put away', async () => {
    const heading = await element(scene.options, 'heading', 'See your first reading');
    const cards = await readCards(scene.options);
    expect(cards).toMatchObject([
      { name: 'USDT USDT-M, Main', risk: '33.0%, safe', figures: { 'Free margin': '1,234.50' } },
    ]);
    await takeScreenshot(scene.options, 'options-first-reading');
    expect(await heading.isIntersectingViewport()).toBe(true);
    await press(scene.options, 'Done');
    await until(async () => (await findByRole(scene.options, 'heading', 'See your first reading')) === null, {
      what: 'gone',
    });
    const focused = () => scene.options.evaluate(() => document.activeElement?.textContent);
    await until(async () => (await focused()) === 'Accounts', { what: 'the focus' });
    for (const pane of ['alerts', 'accounts']) {
      await scene.options.evaluate((hash) => location.assign(`#${hash}`), pane);
      await until(async () => (await focused())?.toLowerCase() === pane, { what: `the pane ${pane}` });
    }
    expect(await findByRole(scene.options, 'heading', 'See your first reading')).toBeNull();
  });

  it('asked no host but Bitget’s', () => {
    expect(new Set(scene.simulator.log.map(({ host }) => host))).toEqual(new Set(['api.bitget.com']));
  });
});

type Extension = {
  readonly chrome?: {
    readonly action?: { getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean } | null> };
  };
};
