import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../server/server.ts';
import { classic, paths, unified } from '../testing/accounts.ts';
import { call } from '../testing/raw-client.ts';
import { noon, readCode } from '../testing/read-code.ts';

const SECOND = 1000;
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => noon });
});
afterEach(() => simulator.close());

describe('clock', () => {
  it.each([
    [-30_001, '400 40008'],
    [-30_000, '200 00000'],
    [30_000, '200 00000'],
    [30_001, '400 40008'],
  ])('a timestamp %i ms from the server: %s', async (off, code) => {
    expect(await readCode(simulator, paths.accounts, classic, { timestamp: String(noon + off) })).toBe(code);
  });

  it.each(['now', '1.7e12', '-5', '1659076670000.5'])('refuses %s', async (timestamp) => {
    expect(await readCode(simulator, paths.accounts, classic, { timestamp })).toBe('400 40005');
  });

  it('is moved with moveClock, also in the answers', async () => {
    simulator.moveClock(600 * SECOND);
    expect(await readCode(simulator, paths.accounts)).toBe('400 40008');
    const reply = await call(simulator, paths.time);
    expect(JSON.parse(reply.text).data.serverTime).toBe(String(noon + 600 * SECOND));
    expect(Date.parse(reply.headers.date ?? '')).toBe(noon + 600 * SECOND);
  });
});

describe('signature', () => {
  it('covers the raw query, in the order and the escapes in which it was sent', async () => {
    const path = '/api/v2/mix/position/all-position';
    const sent = `${path}?productType=USDT-FUTURES&marginCoin=USDT`;
    const sorted = `${path}?marginCoin=USDT&productType=USDT-FUTURES`;
    const escaped = `${path}?productType=USDT%2DFUTURES&marginCoin=USDT`;
    expect(await readCode(simulator, sent)).toBe('200 00000');
    expect(await readCode(simulator, sent, classic, { signed: sorted })).toBe('400 40009');
    expect(await readCode(simulator, escaped)).toBe('200 00000');
    expect(await readCode(simulator, escaped, classic, { signed: sent })).toBe('400 40009');
  });

  it('takes the secret as UTF-8', async () => {
    simulator.account('bg_classic').secret = 'sécret-キー';
    expect(await readCode(simulator, paths.accounts, { ...classic, secret: 'sécret-キー' })).toBe('200 00000');
  });

  it('is refused when garbled', async () => {
    const headers = { 'ACCESS-SIGN': 'garbled' };
    expect(await readCode(simulator, paths.accounts, classic, { headers })).toBe('400 40009');
  });
});
