import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Fault } from '../simulator/index.ts';
import { shoot, status, until } from './harness/index.ts';
import { countTime, lived } from './harness/own-time.ts';
import { asked, connect, ONE_SET, rest, ring, ringOften } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';
import { elapse, forgive, onlyReading, stored } from './harness/stored.ts';

const key = keyOf('network');
const ROUND = [...ONE_SET, 'accounts', 'accounts'];
const row = (coin: string) => classicRow({ marginCoin: coin, isolatedMargin: '0', crossedRiskRate: '0' });
let scene: Scene;
let undo = () => {};

beforeAll(async () => {
  const accounts = {
    'USDT-FUTURES': [{ ...row('USDT'), crossedRiskRate: '0.33' }],
    'COIN-FUTURES': [row('BTC')],
    'USDC-FUTURES': [row('USDC')],
  };
  scene = await openScene([{ ...key, family: 'classic', accounts }]);
  await connect(scene.options, key, 'Main', Object.keys(accounts));
});
beforeEach(async () => {
  undo();
  await rest(scene.options);
  await forgive(scene.options);
  await ringOften(scene.browser, scene.options, 1);
  await rest(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const give = (...[fault, times, productType]: [Fault, times?: number, productType?: string]) => {
  undo = scene.simulator.fault(productType === undefined ? {} : { productType }, fault, times);
};
const calls = () => asked(scene.simulator);
const margins = async () => Object.values((await onlyReading(scene.options)).margin);
const said = async (text: string, page: Page) => {
  await until(async () => (await status(page)).includes(text), { what: text });
  await page.close();
};
const badge = async () => (await scene.browser.badge()).text;
/** Expects that at least so many ms passed between two moments, and that the background lived through less than so many. */
const expectLived = async (from: number, to: number, least: number, most: number) => {
  // The browser's timers may ring a millisecond or two early.
  expect(to - from).toBeGreaterThanOrEqual(least - 5);
  expect(await lived(scene.browser, from, to)).toBeLessThan(most);
};

describe('a network that', () => {
  it('L3 never answers, or drips, is given up after 8 s, and the round after 25 s', async () => {
    give({ kind: 'drip' });
    scene.simulator.fault({ path: '/api/v2/mix/position/all-position' }, { kind: 'silence' }, 1);
    scene.simulator.fault({}, { kind: 'delay', ms: 3_000 }, 1);
    await countTime(scene.browser);
    await ring(scene.options);
    // Slow, then silent, then dripping in the retry; the next product type has what is left, the last one nothing.
    expect(calls()).toEqual(['accounts', 'all-position', 'all-position', 'accounts']);
    const [, silent = 0, dripping = 0, last = 0] = scene.simulator.log.map(({ sentAt }) => sentAt ?? 0);
    // 8 s and, before the retry, 0.25 to 0.75 s, by the clock of the background and no more than it lived through.
    await expectLived(silent, dripping, 8_250, 9_200);
    await expectLived(dripping, last, 8_000, 8_600);
    const { startedAt = 0, endedAt = null } = (await stored(scene.options, 'flight')) ?? {};
    await expectLived(startedAt, endedAt ?? 0, 25_000, 25_800);
    const { margin, positions } = await onlyReading(scene.options);
    const late = { state: 'stale', failure: { kind: 'timeout' } };
    expect(positions['USDT-FUTURES']).toMatchObject(late);
    expect(margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' }, 'COIN-FUTURES': late, 'USDC-FUTURES': late });
    expect(await badge()).toBe('33%');
  });

  it('P2 resets each connection is asked once more, and then not within the period', async () => {
    give({ kind: 'reset' });
    await ring(scene.options);
    const once = Array(4).fill('accounts');
    expect(calls()).toEqual(once);
    expect(await margins()).toMatchObject(Array(3).fill({ state: 'stale', failure: { kind: 'unreachable' } }));
    expect((await onlyReading(scene.options)).retry).toMatchObject({ failures: 1, stopped: false });
    await ring(scene.options);
    await ring(scene.options);
    expect(calls()).toEqual(once);
    expect(await badge()).toBe('33%');
    await rest(scene.options);
    await elapse(scene.options, 120_000);
    await until(async () => (await badge()) === '—', { what: 'the badge of stale figures' });
  });

  it.each([500, 502, 503])('P1 answers %i in HTML gets one retry in a round, its page not read', async (code) => {
    // For one product type alone: after the third 5xx Chromium itself holds back what an extension asks (docs/faults.md).
    give({ kind: 'html', status: code }, undefined, 'USDT-FUTURES');
    await ring(scene.options);
    expect(calls()).toEqual(['accounts', 'accounts', 'accounts', 'accounts']);
    expect(scene.simulator.log.map(({ status }) => status)).toEqual([code, code, 200, 200]);
    expect((await onlyReading(scene.options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'trouble', code: `HTTP ${code}` } },
      'COIN-FUTURES': { state: 'fresh' },
    });
  });

  it('P1 fails once is forgotten after the one retry', async () => {
    give({ kind: 'html', status: 502 }, 1);
    await ring(scene.options);
    expect(calls()).toEqual(['accounts', ...ROUND]);
    expect(await margins()).toMatchObject(Array(3).fill({ state: 'fresh' }));
  });

  it('P7 fails for one product type leaves the others fresh', async () => {
    give({ kind: 'code', code: '40725', status: 500 }, undefined, 'COIN-FUTURES');
    await elapse(scene.options, 120_000);
    await ring(scene.options);
    expect(calls()).toEqual(ROUND);
    expect((await onlyReading(scene.options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'fresh' },
      'COIN-FUTURES': { state: 'stale', failure: { kind: 'trouble', code: '40725' } },
      'USDC-FUTURES': { state: 'fresh' },
    });
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await popup.$('::-p-text(mixed ages)')) !== null, { what: 'the total says mixed ages' });
    await said('Main (Coin-M)', popup);
  });

  it('P8 answers nothing for ten minutes is told as lost in badge, tooltip and popup, until it answers again', async () => {
    give({ kind: 'reset' });
    await elapse(scene.options, 11 * 60_000);
    await until(async () => (await badge()) === '—', { what: 'the badge of what is lost' });
    expect((await scene.browser.badge()).title).toContain('11 min ago · monitoring lost');
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await status(popup)).includes('no new figures of Main since'), { what: 'it is told' });
    await shoot(popup, 'popup-lost');
    undo();
    await rest(scene.options);
    await forgive(scene.options);
    await ring(scene.options);
    await until(async () => !(await status(popup)).includes('Monitoring lost'), { what: 'it is not told any more' });
    const isOver = async () => (await badge()) === '33%' && !(await scene.browser.badge()).title.includes('lost');
    await until(isOver, { what: 'badge and tooltip as before' });
    await popup.close();
  });

  it('P2 is away for an hour counts as no failure, and one poll is made on return', async () => {
    await scene.browser.setOffline(true);
    await ringOften(scene.browser, scene.options, 60);
    expect(calls()).toEqual([]);
    const { retry } = await onlyReading(scene.options);
    expect(retry).toEqual({ failures: 0, notBefore: 0, throttledUntil: 0, stopped: false });
    await said('You are offline', await scene.browser.open('popup.html'));
    await rest(scene.options);
    await scene.browser.setOffline(false);
    await ring(scene.options);
    expect(calls()).toEqual(ROUND);
    expect(await margins()).toMatchObject(Array(3).fill({ state: 'fresh' }));
  });
});

it('met no error of ours', () => {
  expect(scene.browser.errors).toEqual([]);
});
