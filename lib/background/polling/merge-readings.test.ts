import { describe, expect, it } from 'vitest';
import { type AccountReading, NO_READINGS, READY } from '../../domain/polling/reading.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { mergeReadings } from './merge-readings.ts';

const failure = { kind: 'timeout' } as const;
const fresh = (at: number, available: string) =>
  ({ state: 'fresh', at, figures: [buildMargin({ available })] }) as const;
const stale = (at: number, available: string, failedAt: number) =>
  ({ ...fresh(at, available), state: 'stale', failure, failedAt }) as const;
const readings = (main?: AccountReading) => ({ clockOffset: 0, accounts: main ? { main } : {} });
const of = (usdt: AccountReading['margin'][keyof AccountReading['margin']], change: Partial<AccountReading> = {}) =>
  buildAccountReading(usdt ? { 'USDT-FUTURES': usdt } : {}, change);
const merge = (before: AccountReading, now: AccountReading, newReading: AccountReading) =>
  mergeReadings({ before: readings(before), now: readings(now) }, readings(newReading), [buildAccount()]).accounts.main;

describe('P7: the new readings of a round', () => {
  const reading = (revision: number) => buildAccountReading({}, { revision });

  it('are dropped for accounts edited or removed during the round', () => {
    const now = { clockOffset: 0, accounts: { edited: reading(2), removed: reading(1), kept: reading(1) } };
    const learned = { clockOffset: 7, accounts: { edited: reading(1), removed: reading(1), new: reading(1) } };
    const accounts = [
      buildAccount({ id: 'edited', revision: 2 }),
      buildAccount({ id: 'kept' }),
      buildAccount({ id: 'new' }),
    ];
    expect(mergeReadings({ before: NO_READINGS, now }, learned, accounts)).toEqual({
      clockOffset: 7,
      accounts: { edited: reading(2), kept: reading(1), new: reading(1) },
    });
  });

  it('count when nobody else read the account, even if the clock was set back', () => {
    const before = of(fresh(9_000, 'old'));
    expect(merge(before, before, of(fresh(10, 'new')))).toEqual(of(fresh(10, 'new')));
  });

  it.each([
    ['a later failure keeps the figures', fresh(20, 'check'), stale(10, 'old', 30), stale(20, 'check', 30)],
    ['an earlier failure is forgotten', fresh(30, 'check'), stale(10, 'old', 20), fresh(30, 'check')],
    ['a later success counts', fresh(20, 'check'), fresh(30, 'round'), fresh(30, 'round')],
    ['an earlier success does not', fresh(30, 'check'), fresh(20, 'round'), fresh(30, 'check')],
    ['a failed check keeps the round’s figures', stale(10, 'old', 30), fresh(20, 'round'), stale(20, 'round', 30)],
  ])('merge with those of a concurrent check: %s', (_, check, newReading, expected) => {
    expect(merge(of(fresh(10, 'old')), of(check), of(newReading))?.margin['USDT-FUTURES']).toEqual(expected);
  });

  it('keep polling when a later check was accepted, and stop it after an earlier one', () => {
    const stopped = { ...READY, failures: 1, stopped: true };
    const before = of(fresh(10, 'old'));
    expect(merge(before, of(fresh(30, 'check')), of(stale(10, 'old', 20), { retry: stopped }))?.retry).toEqual(READY);
    expect(merge(before, of(fresh(20, 'check')), of(stale(10, 'old', 30), { retry: stopped }))?.retry).toEqual(stopped);
  });

  it('take each product from the only reader, and drop products that are no longer polled', () => {
    const before = of(fresh(10, 'old'));
    const check = buildAccountReading({ 'COIN-FUTURES': fresh(20, 'check') });
    const newReading = buildAccountReading({ 'USDT-FUTURES': fresh(30, 'round') });
    expect(merge(before, check, newReading)?.margin).toEqual({ 'USDT-FUTURES': fresh(30, 'round') });
  });

  it('are complete for an account without stored readings', () => {
    const newReading = { clockOffset: 3, accounts: { main: of(fresh(30, 'round')) } };
    expect(mergeReadings({ before: NO_READINGS, now: NO_READINGS }, newReading, [buildAccount()])).toEqual(newReading);
    expect(mergeReadings({ before: NO_READINGS, now: NO_READINGS }, NO_READINGS, [buildAccount()])).toEqual(
      NO_READINGS,
    );
    const checked = { clockOffset: 0, accounts: { main: of(fresh(20, 'check')) } };
    expect(mergeReadings({ before: NO_READINGS, now: checked }, newReading, [buildAccount()])).toEqual(newReading);
  });

  it('P4: keep a deadline from a check', () => {
    const before = of(fresh(10, 'old'));
    const paused = of(fresh(10, 'old'), {
      retry: { ...READY, throttles: { '/list': { until: 60, hasRetryAfter: true } } },
    });
    expect(merge(before, paused, of(fresh(20, 'round')))).toEqual(
      of(fresh(20, 'round'), { retry: { ...READY, throttles: { '/list': { until: 60, hasRetryAfter: true } } } }),
    );
  });

  it('use the family that responded last', () => {
    const unified = buildAccountReading({ UNIFIED: { state: 'empty' } }, { family: 'unified' });
    const check = buildAccountReading({ UNIFIED: { state: 'fresh', at: 30, figures: [] } }, { family: 'unified' });
    expect(merge(of(fresh(10, 'old')), check, of(fresh(20, 'round')))).toEqual(check);
    expect(merge(of(fresh(10, 'old')), unified, of(fresh(20, 'round')))).toEqual(of(fresh(20, 'round')));
  });
});
