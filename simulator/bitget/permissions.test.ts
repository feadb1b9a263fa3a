import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../server/server.ts';
import { classic, paths, unified } from '../testing/accounts.ts';
import { call } from '../testing/raw-client.ts';
import { noon, readCode } from '../testing/read-code.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => noon });
});
afterEach(() => simulator.close());

describe('addresses', () => {
  it('names the address that is not on the list', async () => {
    const account = simulator.account('bg_classic');
    account.ips = ['198.51.100.7'];
    account.clientIp = '203.0.113.9';
    const reply = await call(simulator, paths.accounts, classic, { timestamp: String(noon) });
    expect(JSON.parse(reply.text)).toMatchObject({
      code: '40018',
      msg: expect.stringContaining('203.0.113.9'),
    });
    account.ips = ['198.51.100.7', '203.0.113.9'];
    expect(await readCode(simulator, paths.accounts)).toBe('200 00000');
  });
});

describe('permissions', () => {
  it.each([
    [paths.accounts, 'coor', 'futures'],
    [paths.positions, 'coow', 'futures'],
    [paths.positions, 'readonly', 'futures'],
    [paths.spotInfo, 'stow', 'spot'],
    [paths.spotInfo, 'trade', 'spot'],
  ])('%s is open with %s, and otherwise says that %s is missing', async (path, code, word) => {
    const account = simulator.account('bg_classic');
    account.permissions = ['wtor'];
    const reply = await call(simulator, path, classic, { timestamp: String(noon) });
    expect(JSON.parse(reply.text)).toMatchObject({ code: '40014', msg: expect.stringContaining(word) });
    account.permissions = [code];
    expect(await readCode(simulator, path)).toBe('200 00000');
  });

  it.each([paths.assets, paths.unifiedInfo, paths.current])('%s needs uta_mgt', async (path) => {
    simulator.account('bg_unified').permissions = ['uta_trade'];
    expect(await readCode(simulator, path, unified)).toBe('400 40014');
  });
});
