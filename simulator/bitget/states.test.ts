import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, fundingAsset, type PoolState, spotAsset, unifiedAssets } from '../samples/index.ts';
import { type Simulator, startSimulator } from '../server/server.ts';
import { classic, paths, unified } from '../testing/accounts.ts';
import { type Credentials, call } from '../testing/raw-client.ts';
import { noon, readCode } from '../testing/read-code.ts';
import type { ProductTypeState } from './product-types.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => noon });
});
afterEach(() => simulator.close());

async function readData(target: string, credentials: Credentials = classic) {
  const reply = await call(simulator, target, credentials, { timestamp: String(noon) });
  return JSON.parse(reply.text).data;
}

describe('a product type', () => {
  const coinAccounts = paths.accounts.replace('USDT', 'COIN');
  const coinPositions = paths.positions.replace('USDT', 'COIN');

  it.each<[ProductTypeState, string]>([
    ['copy trading', '400 40731'],
    ['retired: refused', '400 40309'],
  ])('in state "%s" is refused with %s, and no other is', async (state, code) => {
    simulator.account('bg_classic').productTypeStates = { 'COIN-FUTURES': state };
    expect(await readCode(simulator, coinAccounts)).toBe(code);
    expect(await readCode(simulator, coinPositions)).toBe(code);
    expect(await readCode(simulator, paths.accounts)).toBe('200 00000');
  });

  it('in state "retired: empty" has no rows', async () => {
    simulator.account('bg_classic').productTypeStates = { 'COIN-FUTURES': 'retired: empty' };
    expect(await readData(coinAccounts)).toEqual([]);
    expect(await readData(coinPositions)).toEqual([]);
  });

  it('in state "retired: zeros" has a row of zeros and no positions', async () => {
    simulator.account('bg_classic').productTypeStates = { 'COIN-FUTURES': 'retired: zeros' };
    const [row] = await readData(coinAccounts);
    expect(row).toMatchObject({ marginCoin: 'BTC', available: '0', accountEquity: '0', usdtEquity: '0' });
    expect(Object.keys(row)).toEqual(Object.keys(classicRow()));
    expect(await readData(coinPositions)).toEqual([]);
  });
});

describe('a unified account that becomes classic', () => {
  it.each(['40084', '25245'] as const)('gets %s on v3 and its rows on v2', async (code) => {
    const account = simulator.account('bg_unified');
    account.family = 'classic';
    account.notUnifiedCode = code;
    expect(await readCode(simulator, paths.assets, unified)).toBe(`400 ${code}`);
    expect(await readCode(simulator, paths.accounts, unified)).toBe('200 00000');
  });
});

describe('the pool of an account', () => {
  it.each<[PoolState, string, string]>([
    ['blank', '', ''],
    ['zero', '0', '0'],
    ['negative', '-10', '0'],
  ])('that is %s has the equity "%s" and the ratio "%s" while margin is due', async (state, equity, ratio) => {
    const classicAccount = simulator.account('bg_classic');
    classicAccount.accounts = { 'USDT-FUTURES': [classicRow({ unionMm: '10' })] };
    classicAccount.pool = state;
    const unifiedAccount = simulator.account('bg_unified');
    unifiedAccount.assets = unifiedAssets({ mmr: '450' });
    unifiedAccount.pool = state;
    const union = { assetMode: 'union', unionMm: '10', unionTotalMargin: equity, crossedRiskRate: ratio };
    expect(await readData(paths.accounts)).toMatchObject([union]);
    const expected = { mmr: '450', effEquity: equity, mgnRatio: ratio };
    expect(await readData(paths.assets, unified)).toMatchObject(expected);
  });
});

describe('assets elsewhere', () => {
  it('has the spot assets of a classic account, of one coin when it is named', async () => {
    const rows = [spotAsset(), spotAsset({ coin: 'BTC', available: '0.1' })];
    simulator.account('bg_classic').spotAssets = rows;
    expect(await readData(paths.spotAssets)).toEqual(rows);
    expect(await readData(`${paths.spotAssets}?coin=btc`)).toEqual(rows.slice(1));
  });

  it('has the funding assets of a unified account, of one coin when it is named', async () => {
    const rows = [fundingAsset(), fundingAsset({ coin: 'ETH', available: '2' })];
    simulator.account('bg_unified').fundingAssets = rows;
    expect(await readData(paths.fundingAssets, unified)).toEqual(rows);
    expect(await readData(`${paths.fundingAssets}?coin=ETH`, unified)).toEqual(rows.slice(1));
  });

  it('refuses a futures-only key, and a key of the other family', async () => {
    simulator.account('bg_classic').permissions = ['coor'];
    simulator.account('bg_unified').permissions = ['uta_trade'];
    expect(await readCode(simulator, paths.spotAssets)).toBe('400 40014');
    expect(await readCode(simulator, paths.fundingAssets, unified)).toBe('400 40014');
    expect(await readCode(simulator, paths.fundingAssets, classic)).toBe('400 40084');
    expect(await readCode(simulator, paths.spotAssets, unified)).toBe('400 40085');
  });
});
