import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow, type Fault } from '../../../simulator/index.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import { READY } from '../../domain/polling/reading.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('network');
const PRODUCTS = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;
const ROUND = ['accounts', 'all-position', 'accounts', 'accounts'];
const UNREACHABLE = 'Main: Bitget can’t be reached. Check your connection, VPN or firewall. Retrying automatically.';
const createRow = (marginCoin: string, crossedRiskRate = '0') =>
  classicRow({ marginCoin, isolatedMargin: '0', crossedRiskRate });
let scene: SimulatedExchange;

beforeEach(async () => {
  const accounts = {
    'USDT-FUTURES': [createRow('USDT', '0.33')],
    'COIN-FUTURES': [createRow('BTC')],
    'USDC-FUTURES': [createRow('USDC')],
  };
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts }]);
  await scene.connect(key, { products: PRODUCTS });
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const give = (error: Fault, times?: number, productType?: string) =>
  scene.exchange.fault(productType === undefined ? {} : { productType }, error, times);
const listMargins = () => Object.values(scene.reading().margin);
/** Returns the ms between requests, and from the last one to the end of the round. */
const listGaps = () => {
  const times = [...scene.exchange.log.map(({ at }) => at), scene.lastRound().endedAt ?? 0];
  return times.slice(1).map((at, index) => at - (times[index] ?? 0));
};
const countFresh = () => listMargins().filter(({ state }) => state === 'fresh').length;

describe('a network that', () => {
  it.each<[string, Fault]>([
    ['never answers', { kind: 'silence' }],
    ['sends headers and a body that drips', { kind: 'drip' }],
  ])('L3%s times out after 8 s, one product type beside the other', async (_, error) => {
    give(error);
    await scene.ring();
    expect(scene.listRequests()).toEqual(Array(4).fill('accounts'));
    // The second one begins after a second, the retry comes half a second after a timeout, and then the third one.
    expect(listGaps()).toEqual([SECOND, 7.5 * SECOND, 0.5 * SECOND, 8 * SECOND]);
    expect(listMargins()).toMatchObject(Array(3).fill({ state: 'stale', failure: { kind: 'timeout' } }));
    expect(scene.view().notices).toEqual(['Main: Bitget is not responding. Retrying automatically.']);
    expect(scene.badge()).toBe('33%');
  });

  it('L3 is slow, then silent, then dripping leaves the other requests their time', async () => {
    give({ kind: 'drip' });
    give({ kind: 'delay', ms: 7 * SECOND }, 1, 'USDT-FUTURES');
    scene.exchange.fault({ path: '/api/v2/mix/position/all-position' }, { kind: 'silence' });
    await scene.ring();
    // The second product type times out after 9 s and uses the retry; the third one begins when the first one is done.
    expect(scene.listRequests()).toEqual(['accounts', 'accounts', 'all-position', 'accounts', 'accounts']);
    expect(listGaps()).toEqual([SECOND, 6 * SECOND, 2.5 * SECOND, 5.5 * SECOND, 8 * SECOND]);
    const { margin, positions } = scene.reading();
    const late = { state: 'stale', failure: { kind: 'timeout' } };
    expect(positions['USDT-FUTURES']).toMatchObject(late);
    expect(margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' }, 'COIN-FUTURES': late, 'USDC-FUTURES': late });
    expect(scene.badge()).toBe('>33%');
  });

  it('P2 resets each connection is retried once, and then not within the period', async () => {
    give({ kind: 'reset' });
    await scene.ring();
    expect(scene.listRequests()).toEqual(Array(4).fill('accounts'));
    expect(listMargins()).toMatchObject(Array(3).fill({ state: 'stale', failure: { kind: 'unreachable' } }));
    expect(scene.reading().retry).toMatchObject({ failures: 1, stopped: false });
    for (let ring = 0; ring < 2; ring += 1) {
      await scene.pass(2 * SECOND);
      await scene.ring();
    }
    expect(scene.listRequests()).toEqual(Array(4).fill('accounts'));
    expect(scene.badge()).toBe('33%');
    expect(scene.view()).toMatchObject({ notices: [UNREACHABLE], cards: Array(3).fill({ isStale: false }) });
  });

  it('P2 resets each connection is retried every one to two minutes, and the figures become stale', async () => {
    give({ kind: 'reset' });
    const rounds: number[] = [];
    for (let minute = 0; minute < 12; minute += 1) {
      scene.exchange.clearLog();
      await scene.ring();
      if (scene.exchange.log.length > 0) rounds.push(minute);
      await scene.pass(MINUTE);
    }
    expect(rounds).toEqual([0, 1, 2, 4, 6, 8, 10]);
    expect(scene.view().cards).toMatchObject(
      ['1,000.00', '1,000.000000', '1,000.00'].map((available) => ({ isStale: true, available, level: 'unknown' })),
    );
  });

  it.each([500, 502, 503])(
    'P1 returns %i in HTML gets one retry in a round, and its page is not parsed',
    async (status) => {
      give({ kind: 'html', status });
      await scene.ring();
      expect(scene.listRequests()).toEqual(Array(4).fill('accounts'));
      expect(listMargins()).toMatchObject(
        Array(3).fill({ state: 'stale', failure: { kind: 'trouble', code: `HTTP ${status}` } }),
      );
      expect(scene.view().notices).toEqual([
        `Main: Bitget is having trouble. Retrying automatically. Error HTTP ${status}`,
      ]);
    },
  );

  it('P1 fails once leaves no failure after the retry', async () => {
    give({ kind: 'html', status: 502 }, 1);
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts', ...ROUND]);
    expect(countFresh()).toBe(3);
    expect(scene.view().notices).toEqual([]);
  });

  it('P7 fails for one product type leaves the others fresh, and the total reports mixed ages', async () => {
    give({ kind: 'code', code: '40725', status: 500 }, undefined, 'COIN-FUTURES');
    await scene.pass(2 * MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ROUND);
    expect(scene.reading().margin).toMatchObject({
      'USDT-FUTURES': { state: 'fresh' },
      'COIN-FUTURES': { state: 'stale', failure: { kind: 'trouble', code: '40725' } },
      'USDC-FUTURES': { state: 'fresh' },
    });
    const { isMixed, notices, cards } = scene.view();
    expect(isMixed).toBe(true);
    expect(notices).toEqual(['Main (Coin-M): Bitget is having trouble. Retrying automatically. Error 40725']);
    expect(cards.filter(({ isStale }) => isStale)).toMatchObject([{ name: 'BTC Coin-M, Main', level: 'unknown' }]);
  });

  it('P8 fails for ten minutes is reported as lost until it responds again', async () => {
    const undo = give({ kind: 'reset' });
    for (let minute = 0; minute < 11; minute += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    await scene.ring();
    expect(scene.badge()).toBe('—');
    expect(scene.tooltip()).toBe(
      'Main · ratio — · free 1,000.00 USDT · read 22:13:20 · monitoring lost · Bitget can’t be reached.',
    );
    expect(scene.view().notices).toEqual([
      expect.stringMatching(/^Monitoring lost: no new figures for Main since .* Bitget can’t be reached\./),
    ]);
    undo();
    await scene.pass(HOUR);
    await scene.ring();
    expect(scene.view().notices).toEqual([]);
    expect(scene.badge()).toBe('33%');
    expect(scene.tooltip()).not.toContain('lost');
  });

  it('P2 is offline for an hour counts as no failure, and one poll follows on return', async () => {
    scene.setOnline(false);
    for (let minute = 0; minute < 60; minute += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    expect(scene.listRequests()).toEqual([]);
    expect(scene.reading().retry).toEqual(READY);
    expect(scene.view().notices).toEqual([
      expect.stringMatching(/^Monitoring lost: no new figures for Main since .* You are offline\./),
    ]);
    scene.setOnline(true);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ROUND);
    expect(countFresh()).toBe(3);
  });
});
