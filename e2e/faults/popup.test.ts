import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { press, readCards, status, until } from '../harness/index.ts';
import {
  blockRounds,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  waitForRound,
} from '../harness/state/rounds.ts';

const key = credentialsFor('popup');
const rows = (available: string) => ({
  'USDT-FUTURES': [
    classicRow({ available, crossedMaxAvailable: available, crossedRiskRate: '0.33', isolatedMargin: '0' }),
  ],
});
const account = { ...key, family: 'classic', accounts: rows('1000') } as const;

describe('a popup without a worker', () => {
  let scene: Fixture;
  beforeAll(async () => {
    scene = await withOneAccount(account);
  });
  afterAll(() => scene?.close());

  const available = (popup: Awaited<ReturnType<typeof scene.browser.open>>) =>
    readCards(popup).then((cards) => cards.map(({ figures }) => figures['Free margin']));

  it('L5 paints from the storage, and the round completes though the popup is closed', async () => {
    await parkPolling(scene.options);
    await killBackground(scene.browser, scene.options);
    scene.simulator.clearLog();
    scene.simulator.account(key.apiKey).accounts = rows('2000');
    const undo = scene.simulator.fault({}, { kind: 'delay', ms: 1_000 });
    const popup = await scene.browser.open('popup.html');
    const painted = await until(async () => (await available(popup)).length > 0 && available(popup), {
      what: 'the popup has painted',
    });
    expect(painted).toEqual(['1,000.00']);
    await until(() => requestedPaths(scene.simulator).length > 0, { what: 'the refresh is in progress' });
    await popup.close();
    await waitForRound(scene.options);
    undo();
    expect(requestedPaths(scene.simulator)).toEqual(ONE_SET);
    const popup2 = await scene.browser.open('popup.html');
    await until(async () => (await available(popup2))[0] === '2,000.00', { what: 'what the round has read' });
    await popup2.close();
  });

  it('L5 paints while the background hangs, and reports after 30 s that there was no response', async () => {
    await parkPolling(scene.options);
    scene.simulator.clearLog();
    const release = await blockRounds(scene.options);
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await available(popup))[0] === '2,000.00', { what: 'the popup has painted' });
    await press(popup, 'Refresh');
    await until(() => popup.$('[aria-busy=true]'), { what: 'the refresh is in progress' });
    expect(await status(popup)).not.toContain('did not respond');
    await popup.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 31_000;
    });
    await until(async () => (await status(popup)).includes('did not respond'), { what: 'the popup says so' });
    expect(await available(popup)).toEqual(['2,000.00']);
    expect(requestedPaths(scene.simulator)).toEqual([]);
    await popup.close();
    await release();
  });
});
