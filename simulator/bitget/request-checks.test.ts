import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../server/server.ts';
import { classic, paths, unified } from '../testing/accounts.ts';
import { noon, readCode } from '../testing/read-code.ts';

const SECOND = 1000;
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => noon });
});
afterEach(() => simulator.close());

describe('headers', () => {
  it.each([
    ['ACCESS-KEY', '400 40001'],
    ['ACCESS-SIGN', '400 40002'],
    ['ACCESS-TIMESTAMP', '400 40003'],
    ['ACCESS-PASSPHRASE', '400 40011'],
  ])('without %s: %s', async (name, code) => {
    expect(await readCode(simulator, paths.accounts, classic, { headers: { [name]: null } })).toBe(code);
  });

  it('none are needed for the time', async () => {
    expect(await readCode(simulator, paths.time, null)).toBe('200 00000');
  });
});

describe('the order of the checks', () => {
  // Each case breaks one thing more than the one below it, and is answered by the first in order.
  const breakages: readonly [code: string, breakIt: () => void][] = [
    ['429 429', () => undefined],
    [
      '400 40014',
      () => {
        simulator.account('bg_classic').permissions = ['wwow'];
      },
    ],
    [
      '400 40099',
      () => {
        simulator.account('bg_classic').demo = true;
      },
    ],
    [
      '400 40012',
      () => {
        simulator.account('bg_classic').passphrase = 'another';
      },
    ],
    [
      '400 40009',
      () => {
        simulator.account('bg_classic').secret = 'another';
      },
    ],
    [
      '400 40085',
      () => {
        simulator.account('bg_classic').family = 'unified';
      },
    ],
    ['400 40008', () => simulator.moveClock(31 * SECOND)],
    [
      '400 40018',
      () => {
        simulator.account('bg_classic').ips = ['203.0.113.1'];
      },
    ],
    ['400 40037', () => simulator.remove('bg_classic')],
  ];

  it('is key, address, clock, family, signature, passphrase, environment, permission, rate', async () => {
    const target = '/api/v2/mix/account/accounts';
    for (let spent = 0; spent < 10; spent += 1) await readCode(simulator, target);
    for (const [code, breakIt] of breakages) {
      breakIt();
      expect(await readCode(simulator, target)).toBe(code);
    }
  });

  it('ends with the parameters', async () => {
    expect(await readCode(simulator, '/api/v2/mix/account/accounts')).toBe('400 400172');
  });
});

describe('family', () => {
  it('is checked before the signature: a wrong secret on a unified account gets 40085', async () => {
    expect(await readCode(simulator, paths.accounts, { ...unified, secret: 'wrong' })).toBe('400 40085');
  });

  it('refuses a classic account on v3', async () => {
    expect(await readCode(simulator, paths.assets, classic)).toBe('400 40084');
  });

  it('may change while the server runs', async () => {
    simulator.account('bg_classic').family = 'unified';
    expect(await readCode(simulator, paths.assets, classic)).toBe('200 00000');
  });
});

describe('live and demo', () => {
  const paper = { headers: { paptrading: '1' } };

  it('refuses a live key that asks for demo trading', async () => {
    expect(await readCode(simulator, paths.accounts, classic, paper)).toBe('400 40099');
  });

  it('refuses a demo key that does not', async () => {
    simulator.account('bg_classic').demo = true;
    expect(await readCode(simulator, paths.accounts)).toBe('400 40099');
    expect(await readCode(simulator, paths.accounts, classic, paper)).toBe('200 00000');
  });
});
