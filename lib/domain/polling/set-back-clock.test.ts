import { describe, expect, it } from 'vitest';
import { buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { isLost, isStale, READY } from './reading.ts';
import { followSetBackClock } from './set-back-clock.ts';

const T = 1_700_000_000_000;
const MINUTE = 60_000;
const failure = { kind: 'timeout' } as const;
const throttled = (at: number) => ({ kind: 'throttled', until: at + MINUTE, hasRetryAfter: true }) as const;
const figures = [buildMargin()];
const readings = (main: ReturnType<typeof buildAccountReading>) => ({ clockOffset: 7, accounts: { main } });

describe('readings after the clock was set back', () => {
  it('are the same while no time lies in the future', () => {
    const now = readings(buildAccountReading({ 'USDT-FUTURES': { state: 'fresh', at: T, figures } }, { askedAt: T }));
    expect(followSetBackClock(now, T)).toBe(now);
  });

  it.each([0.5, 10, 480].map((minutes) => minutes * MINUTE))('by %d ms keep their ages and deadlines', (back) => {
    const before = readings(
      buildAccountReading(
        {
          'USDT-FUTURES': { state: 'fresh', at: T, figures },
          'COIN-FUTURES': { state: 'stale', at: T - 9 * MINUTE, figures, failure, failedAt: T - 1 },
          'USDC-FUTURES': { state: 'failed', failure: throttled(T), failedAt: T - 2 },
          UNIFIED: { state: 'empty' },
        },
        {
          positions: { 'COIN-FUTURES': { state: 'stale', at: T - 9 * MINUTE, figures: [], failure, failedAt: T } },
          askedAt: T - 3,
          lastFailure: { failure, at: T - 4 },
          lastKnown: { level: 'danger', distance: null, at: T - 5 },
          retry: {
            ...READY,
            notBefore: T + MINUTE,
            throttles: { '/path': { until: T + 5 * MINUTE, hasRetryAfter: true } },
          },
        },
      ),
    );
    const now = T - back;
    expect(followSetBackClock(before, now)).toEqual({
      clockOffset: 7,
      accounts: {
        main: {
          revision: 1,
          family: 'classic',
          margin: {
            'USDT-FUTURES': { state: 'fresh', at: now, figures },
            'COIN-FUTURES': { state: 'stale', at: now - 9 * MINUTE, figures, failure, failedAt: now - 1 },
            'USDC-FUTURES': { state: 'failed', failure: throttled(now), failedAt: now - 2 },
            UNIFIED: { state: 'empty' },
          },
          positions: { 'COIN-FUTURES': { state: 'stale', at: now - 9 * MINUTE, figures: [], failure, failedAt: now } },
          lastFailure: { failure, at: now - 4 },
          lastKnown: { level: 'danger', distance: null, at: now - 5 },
          retry: { ...READY, notBefore: 0, throttles: { '/path': { until: now + 5 * MINUTE, hasRetryAfter: true } } },
        },
      },
    });
  });

  it('keep since when Bitget lists no margin account, and change no other account', () => {
    const unlisted = (at: number) => ({ kind: 'unlisted', since: at - MINUTE, isConfirmed: true }) as const;
    const main = (at: number) =>
      buildAccountReading({
        'USDT-FUTURES': { state: 'stale', at: at - 2 * MINUTE, figures, failure: unlisted(at), failedAt: at },
      });
    const other = buildAccountReading({ 'USDT-FUTURES': { state: 'fresh', at: T - 60 * MINUTE, figures } });
    const before = { clockOffset: 7, accounts: { main: main(T), other } };
    const { accounts } = followSetBackClock(before, T - 10 * MINUTE);
    expect(accounts.main).toEqual(main(T - 10 * MINUTE));
    expect(accounts.other).toBe(other);
  });

  it('grow stale and lost as if it had not been', () => {
    const before = readings(buildAccountReading({ 'USDT-FUTURES': { state: 'fresh', at: T, figures } }));
    const now = T - 10 * MINUTE;
    const reading = followSetBackClock(before, now).accounts.main?.margin['USDT-FUTURES'];
    const at = reading?.state === 'fresh' ? reading.at : Number.NaN;
    expect([isStale(at, 60, now), isStale(at, 60, now + 2 * MINUTE)]).toEqual([false, true]);
    expect([isLost(at, 60, now + 10 * MINUTE - 1), isLost(at, 60, now + 10 * MINUTE)]).toEqual([false, true]);
  });
});
