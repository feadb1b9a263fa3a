import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicPosition, classicRow, unifiedAssets, unifiedPosition } from '../../../simulator/index.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('family');
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

const listCalls = () => scene.exchange.log.map(({ path, code }) => `${path.replace('/api/', '')} ${code}`);
/** Runs a round a period later. */
const poll = async () => {
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
  await scene.ring();
};

describe('a unified account', () => {
  beforeEach(async () => {
    const assets = unifiedAssets({
      accountEquity: '1000.129',
      effEquity: '900.5',
      imr: '100',
      mmr: '45',
      mgnRatio: '0.04',
    });
    scene = await startSimulatedExchange([{ ...key, family: 'unified', assets }]);
    await scene.connect(key);
  });

  it('is detected at the first check, without a choice by the user', () => {
    expect(listCalls()).toEqual([
      'v2/mix/account/accounts 40085',
      'v3/account/assets 00000',
      'v3/position/current-position 00000',
      'v3/position/current-position 00000',
      'v3/position/current-position 00000',
      'v3/account/info 00000',
    ]);
    // 45 ÷ 900.5 = 4.9972… %, the larger one of its two rates.
    expect(scene.badge()).toBe('5%');
    expect(scene.view().cards).toMatchObject([{ name: 'USD Unified, Main', available: '800.50', level: 'safe' }]);
  });

  it('gets one request in a calm round, for its detected family', async () => {
    scene.exchange.account(key.apiKey).assets = unifiedAssets({ accountEquity: '77' });
    await poll();
    expect(scene.badge()).toBe('0%');
    expect(listCalls()).toEqual(['v3/account/assets 00000']);
  });

  it('counts its isolated positions in every category', async () => {
    const account = scene.exchange.account(key.apiKey);
    account.assets = unifiedAssets({ mmr: '1', mgnRatio: '0.01' });
    const position = unifiedPosition({
      symbol: 'BTCUSD',
      marginCoin: 'BTC',
      marginMode: 'isolated',
      posSide: 'long',
      markPrice: '1000',
      liquidationPrice: '990',
      mmr: '0.01',
    });
    account.currentPositions = { 'COIN-FUTURES': [position] };
    await poll();
    // 0.01 × 1000 ÷ (1000 − 990 + 0.01 × 990) = 50.25… %
    expect(scene.badge()).toBe('51%');
  });

  it('is followed at once when it becomes classic between two rounds, and back', async () => {
    const account = scene.exchange.account(key.apiKey);
    account.family = 'classic';
    account.accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.33', isolatedMargin: '0' })] };
    await poll();
    expect(scene.badge()).toBe('33%');
    expect(listCalls()).toEqual([
      'v3/account/assets 40084',
      'v2/mix/account/accounts 00000',
      'v2/mix/position/all-position 00000',
    ]);
    expect(scene.view().cards.map(({ name }) => name)).toEqual(['USDT USDT-M, Main']);
    account.family = 'unified';
    account.assets = unifiedAssets({ mmr: '0', mgnRatio: '0', accountEquity: '12' });
    await poll();
    expect(scene.badge()).toBe('0%');
    expect(listCalls()).toEqual(['v2/mix/account/accounts 40085', 'v3/account/assets 00000']);
    expect(scene.view().cards.map(({ name }) => name)).toEqual(['USD Unified, Main']);
  });
});

describe('an isolated position', () => {
  const isolated = { symbol: 'ETHUSDT', holdSide: 'long', marginMode: 'isolated', leverage: '10' } as const;
  const near = classicPosition({ ...isolated, marginRatio: '0.83', markPrice: '2966.3', liquidationPrice: '2871.4' });
  beforeEach(async () => {
    const accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0', isolatedMargin: '34.54' })] };
    scene = await startSimulatedExchange([
      { ...key, family: 'classic', accounts, positions: { 'USDT-FUTURES': [near] } },
    ]);
    await scene.connect(key);
  });

  it('of 83% shows on the badge where the cross risk is 0', () => {
    expect(scene.badge()).toBe('83%');
    expect(scene.view().cards).toMatchObject([{ level: 'warning' }]);
  });

  it('that is unreadable leaves the risk unknown, never safe, until a refresh', async () => {
    const undo = scene.exchange.fault({ path: '/api/v2/mix/position/all-position' }, { kind: 'code', code: '40725' });
    await poll();
    expect(scene.badge()).toBe('—');
    expect(scene.view()).toMatchObject({
      notices: [expect.stringContaining('Bitget is having trouble')],
      cards: [{ level: 'unknown', isStale: false }],
    });
    undo();
    await scene.pass(2_000);
    await scene.send({ type: 'refresh' });
    expect(scene.badge()).toBe('83%');
  });

  it('with a liquidation price below zero counts by its own rate', async () => {
    const none = classicPosition({
      symbol: 'XRPUSDT',
      marginMode: 'isolated',
      marginRatio: '0.02',
      liquidationPrice: '-5025939.48',
    });
    scene.exchange.account(key.apiKey).positions = { 'USDT-FUTURES': [none] };
    await poll();
    expect(scene.badge()).toBe('2%');
  });
});
