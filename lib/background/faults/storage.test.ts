import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import type { Account } from '../../domain/account/account.ts';
import { MINUTE } from '../../domain/core/time.ts';
import { keysIn } from '../../testing/simulated-background/databases.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('storage');
const ONE_SET = ['accounts', 'all-position'];
const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts: rows }]);
  await scene.connect(key);
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const countKeys = async () => (await keysIn(scene.environment.databases, 'vault', 'records')).length;

describe('a vault', () => {
  it('L6 that is wiped is reported, sends nothing, and works again with a new key', async () => {
    await new Promise((done) => {
      scene.environment.databases.deleteDatabase('vault').onsuccess = done;
    });
    await scene.ring();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
    expect(scene.reading().margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'vault', problem: 'missing' } },
    });
    expect(scene.badge()).toBe('!');
    const { notices, cards } = scene.view();
    expect(notices).toEqual([expect.stringMatching(/^Main: No key is stored for this account/)]);
    expect(cards).toMatchObject([{ available: '1,000.00' }]);
    const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
    await scene.connect(key, { id: account?.id });
    expect(scene.badge()).toBe('33%');
    expect(scene.view().notices).toEqual([]);
    expect(await countKeys()).toBe(1);
  });
});

describe.each(['accounts', 'settings', 'readings'] as const)('stored %s', (name) => {
  it.each<[string, unknown, number]>([
    ['of a later version', { from: 'the future' }, 99],
    ['that are damaged', { from: 'nowhere' }, 1],
  ])('L6 keeps %s as they are, sends nothing, and asks the user to act on the badge', async (_, value, v) => {
    const { local } = scene.environment.areas;
    const good = local.get(name);
    local.set(name, { v, value });
    await scene.restart();
    await scene.ring();
    await scene.send({ type: 'refresh' });
    expect(local.get(name)).toEqual({ v, value });
    expect(scene.listRequests()).toEqual([]);
    expect(scene.badge()).toBe('!');
    expect(await countKeys()).toBe(1);
    if (good === undefined) local.delete(name);
    else local.set(name, good);
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.badge()).toBe('33%');
  });
});

describe('storage that', () => {
  it('L6 rejects writes keeps its values, is reported, and is written again when there is space', async () => {
    const { margin } = scene.reading();
    scene.exchange.account(key.apiKey).accounts = { 'USDT-FUTURES': [classicRow({ available: '5' })] };
    scene.environment.refused.add('storage.local.set');
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts']);
    expect(scene.reading().margin).toEqual(margin);
    expect(scene.view()).toMatchObject({
      notices: [expect.stringMatching(/storage|disk|space/i)],
      cards: [{ available: '1,000.00' }],
    });
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.view()).toMatchObject({ notices: [], cards: [{ available: '5.00' }] });
  });

  it('L6 rejects reads ends the round, sends nothing, and asks the user to act on the badge', async () => {
    scene.environment.refused.add('storage.local.get');
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
    expect(scene.badge()).toBe('!');
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.badge()).toBe('33%');
  });
});
