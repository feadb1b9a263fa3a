import { afterEach, describe, expect, it, vi } from 'vitest';
import { classicPosition, classicRow, fundingAsset, spotAsset, unifiedAssets } from '../../../simulator/index.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import type { FundingReading } from '../../domain/polling/funding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('funding');
const rows = (crossedRiskRate: string) => ({
  'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate })],
});
const far = { 'USDT-FUTURES': [classicPosition({ symbol: 'BTCUSDT', marginMode: 'crossed', liquidationPrice: '1' })] };
const spot = [spotAsset({ coin: 'USDT', available: '1203.55' })];
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

async function connect(rate: string, settings: Partial<Settings> = { readsFunding: true }): Promise<void> {
  scene = await startSimulatedExchange([
    { ...key, family: 'classic', accounts: rows(rate), positions: far, spotAssets: spot },
  ]);
  await scene.connect(key);
  await changeSettings(settings);
  scene.exchange.clearLog();
}

async function changeSettings(change: Partial<Settings>): Promise<void> {
  scene.environment.areas.local.set('settings', { v: 1, value: { ...DEFAULT_SETTINGS, ...change } });
  await scene.pass(0);
}

const accountId = () => readStored<readonly { id: string }[]>(scene.environment, 'local', 'accounts')?.[0]?.id ?? '';
const look = () => scene.send({ type: 'funding', account: accountId() });
const stored = () =>
  readStored<Record<string, FundingReading>>(scene.environment, 'session', 'funding')?.[accountId()]?.outcome;

describe('P14: what is free in the other wallet', () => {
  it('is read for a view that shows a warning, signed by the background, into memory alone', async () => {
    await connect('0.75');
    await look();
    expect(scene.exchange.log).toMatchObject([{ path: '/api/v2/spot/account/assets', code: '00000' }]);
    expect(stored()).toEqual({ state: 'known', at: Date.now(), assets: [{ coin: 'USDT', available: '1203.55' }] });
    expect(JSON.stringify([...scene.environment.areas.local])).not.toContain('1203.55');
  });

  it('is that of the funding wallet in a unified account', async () => {
    const assets = unifiedAssets({ effEquity: '100', mmr: '75', imr: '80', mgnRatio: '0.75' });
    const fundingAssets = [fundingAsset({ available: '700' })];
    scene = await startSimulatedExchange([{ ...key, family: 'unified', assets, fundingAssets }]);
    await scene.connect(key);
    await changeSettings({ readsFunding: true });
    scene.exchange.clearLog();
    await look();
    expect(scene.exchange.log).toMatchObject([{ path: '/api/v3/account/funding-assets', code: '00000' }]);
    expect(stored()).toMatchObject({ state: 'known', assets: [{ coin: 'USDT', available: '700' }] });
  });

  it.each([
    ['by default', '0.75', {}],
    ['while every margin account is below warning', '0.65', { readsFunding: true }],
  ] as const)('is not read %s, even if a page asks', async (_, rate, settings) => {
    await connect(rate, settings);
    await look();
    expect(scene.listRequests()).toEqual([]);
    expect(stored()).toBeUndefined();
  });

  it('is not read for an account that does not exist', async () => {
    await connect('0.75');
    await scene.send({ type: 'funding', account: 'nobody' });
    expect(scene.listRequests()).toEqual([]);
  });

  it('P6: is read once a period, whatever the number of views, and kept in between', async () => {
    await connect('0.75');
    await look();
    await look();
    await scene.pass(MINUTE - SECOND);
    await look();
    expect(scene.listRequests()).toEqual(['assets']);
    await scene.pass(SECOND);
    await look();
    expect(scene.listRequests()).toEqual(['assets', 'assets']);
  });

  it('is read once when a notification is shown, so that the view has it at once', async () => {
    await connect('0.1');
    scene.exchange.account(key.apiKey).accounts = rows('0.95');
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts', 'all-position', 'assets']);
    await scene.pass(10 * SECOND);
    await scene.ring();
    expect(scene.listRequests().filter((path) => path === 'assets')).toHaveLength(1);
  });

  it('is not readable, never zero, with a key that lacks the permission, which is asked again later', async () => {
    await connect('0.75');
    scene.exchange.account(key.apiKey).permissions = ['coor'];
    await look();
    expect(stored()).toMatchObject({ state: 'failed', failure: { kind: 'refused', cause: 'permission' } });
    await scene.pass(14 * MINUTE);
    await look();
    expect(scene.listRequests()).toEqual(['assets']);
    scene.exchange.account(key.apiKey).permissions = null;
    await scene.pass(MINUTE);
    // Figures that are too old show no level, but the last known one still counts.
    await look();
    expect(stored()).toMatchObject({ state: 'known' });
  });

  it.each([
    ['no list', '{"code":"00000","data":{"list":[]}}'],
    ['nothing', ''],
    ['HTML', '<html>'],
    ['a list of texts', '{"code":"00000","data":["USDT"]}'],
  ])('is unknown when the response is %s', async (_, body) => {
    await connect('0.75');
    scene.exchange.fault({ path: '/api/v2/spot/account/assets' }, { kind: 'answer', status: 200, body });
    await look();
    expect(stored()).toMatchObject({ state: 'failed' });
  });

  it('P4: is not asked for before the deadline of a 429, which rounds keep too', async () => {
    await connect('0.75');
    const undo = scene.exchange.fault({ path: '/api/v2/spot/account/assets' }, { kind: 'throttle', retryAfter: '300' });
    await look();
    undo();
    await scene.pass(4 * MINUTE);
    await look();
    expect(scene.listRequests()).toEqual(['assets']);
    expect(Object.keys(scene.reading().retry.throttles ?? {})).toEqual(['/api/v2/spot/account/assets']);
    await scene.pass(MINUTE);
    await look();
    expect(stored()).toMatchObject({ state: 'known' });
  });

  it('S7: goes with its account', async () => {
    await connect('0.75');
    await look();
    const id = accountId();
    await scene.send({ type: 'remove', account: id });
    expect(readStored(scene.environment, 'session', 'funding')).toEqual({});
  });

  it('says why it was not read without a network', async () => {
    await connect('0.75');
    scene.setOnline(false);
    await look();
    expect(stored()).toEqual({ state: 'failed', failure: { kind: 'offline' } });
    expect(scene.listRequests()).toEqual([]);
  });
});
