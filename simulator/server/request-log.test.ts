import { afterEach, beforeEach, expect, it } from 'vitest';
import { classic, paths, unified } from '../testing/accounts.ts';
import { call } from '../testing/raw-client.ts';
import { type Simulator, startSimulator } from './server.ts';

let simulator: Simulator;
const now = 1_700_000_000_000;
const timestamp = String(now);

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => now });
});
afterEach(() => simulator.close());

it('has each request with its signature and its response', async () => {
  await call(simulator, paths.accounts, classic, { timestamp, headers: { paptrading: '1' } });
  expect(simulator.log).toEqual([
    {
      at: now,
      sentAt: now,
      method: 'GET',
      path: '/api/v2/mix/account/accounts',
      query: 'productType=USDT-FUTURES',
      headers: expect.arrayContaining(['access-key', 'access-sign', 'locale', 'paptrading', 'host']),
      apiKey: 'bg_classic',
      host: `127.0.0.1:${simulator.port}`,
      signature: 'right',
      paptrading: true,
      status: 400,
      code: '40099',
    },
  ]);
});

it('says how a request was signed, whatever the response', async () => {
  await call(simulator, paths.time);
  await call(simulator, paths.accounts);
  await call(simulator, paths.accounts, { ...classic, apiKey: 'unknown' }, { timestamp });
  await call(simulator, paths.accounts, { ...unified, secret: 'wrong' }, { timestamp });
  await call(simulator, paths.assets, unified, { timestamp });
  expect(simulator.log.map(({ sentAt }) => sentAt)).toEqual([null, null, now, now, now]);
  const seen = simulator.log.map(({ signature, code }) => [signature, code]);
  expect(seen).toEqual([
    ['none needed', '00000'],
    ['missing', '40001'],
    ['unchecked', '40037'],
    ['wrong', '40085'],
    ['right', '00000'],
  ]);
});

it('has the requests that fail, with their responses', async () => {
  simulator.fault({}, { kind: 'code', code: '40725' }, 1);
  await call(simulator, paths.accounts, classic, { timestamp });
  simulator.fault({}, { kind: 'html', status: 502 }, 1);
  await call(simulator, paths.accounts, classic, { timestamp });
  expect(simulator.log).toMatchObject([
    { status: 400, code: '40725', signature: 'right' },
    { status: 502, code: null },
  ]);
});

it('is emptied by clearLog', async () => {
  await call(simulator, paths.time);
  simulator.clearLog();
  expect(simulator.log).toEqual([]);
});

it('never holds a secret, a passphrase or a signature', async () => {
  const sign = 'c2lnbmF0dXJlLW9mLXRoZS10ZXN0';
  await call(simulator, paths.accounts, classic, { timestamp });
  await call(simulator, paths.accounts, classic, { headers: { 'ACCESS-SIGN': sign } });
  const text = JSON.stringify(simulator.log);
  for (const hidden of [classic.secret, classic.passphrase, sign]) expect(text).not.toContain(hidden);
});
