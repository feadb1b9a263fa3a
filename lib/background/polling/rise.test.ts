import { describe, expect, it } from 'vitest';
import type { ProductResponses } from '../../bitget/account/account-response.ts';
import { failed, ok } from '../../domain/core/result.ts';
import type { Level } from '../../domain/margin/risk.ts';
import { NO_READINGS } from '../../domain/polling/reading.ts';
import { limitAllPositions } from '../../domain/polling/stored-positions.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { assessReading, updatePartialReading } from './update-reading.ts';

const AT = 1_700_000_000_000;
const reading = (rate: string | null) => {
  const figures = [buildMargin({ accountEquity: '9', crossedRiskRate: rate ?? 'unreadable' })];
  return buildAccountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: AT, figures } },
    { positions: { 'USDT-FUTURES': { state: 'fresh', at: AT, figures: [] } } },
  );
};
const account = buildAccount({ products: ['USDT-FUTURES'] });
const assess = (rate: string | null, before: Level) =>
  assessReading(account, reading(rate), NO_READINGS, before, DEFAULT_SETTINGS);

describe('a reading', () => {
  it.each<[rate: string, before: Level, isRise: boolean, isDueSoon: boolean]>([
    ['0.95', 'safe', true, true],
    ['0.95', 'warning', true, true],
    ['0.95', 'danger', false, false],
    ['0.55', 'safe', true, false],
    ['0.55', 'caution', false, false],
    ['0.55', 'danger', false, false],
    ['0.1', 'safe', false, false],
  ])('of a risk of %s after %s is a rise: %s, and ends the round soon: %s', (rate, before, isRise, isDueSoon) => {
    expect(assess(rate, before)).toMatchObject({ isRise, isDueSoon });
  });

  it('of an unknown risk is no rise', () => {
    expect(assess(null, 'safe')).toMatchObject({ isRise: false, isDueSoon: false });
  });

  it('remembers a danger with the time of its figures, and none of a safe account', () => {
    expect(assess('0.95', 'safe').reading).toEqual({
      ...reading('0.95'),
      lastKnown: { level: 'danger', distance: null, at: AT },
    });
    expect(assess('0.1', 'safe').reading).toEqual(reading('0.1'));
  });

  it('keeps the danger that was last known while its risk is unknown', () => {
    const lastKnown = { level: 'danger', distance: null, at: 5 } as const;
    const unknown = { ...reading(null), lastKnown };
    expect(assessReading(account, unknown, NO_READINGS, 'danger', DEFAULT_SETTINGS).reading).toEqual(unknown);
  });
});

describe('a reading of 850 positions', () => {
  const positions = Array.from({ length: 850 }, (_, index) =>
    buildPosition({ symbol: `S${index}`, mark: '1000', liquidation: index === 500 ? '999' : '1' }),
  );
  const full = {
    ...reading('0.1'),
    positions: { 'USDT-FUTURES': { state: 'fresh', at: AT, figures: positions } as const },
  };
  const assessed = assessReading(account, full, NO_READINGS, 'safe', DEFAULT_SETTINGS);
  const { positions: kept, omitted } = assessed.reading;

  it('keeps the worst 200, and has the level of all', () => {
    expect(kept['USDT-FUTURES']).toMatchObject({ at: AT, figures: { length: 200 } });
    expect(omitted).toEqual({ 'USDT-FUTURES': { at: AT, coins: { USDT: 650 } } });
    expect(assessed).toMatchObject({ isRise: true, isDueSoon: true });
  });

  it('has the number of the others only once, when it is stored during the round and at its end', () => {
    const readings = { clockOffset: 0, accounts: { main: assessed.reading } };
    expect(limitAllPositions(limitAllPositions(readings, NO_READINGS), readings)).toEqual(readings);
  });
});

describe('a reading of some product types', () => {
  const clock = createTestClock(AT + 60_000);
  const moment = { period: 60, startedAt: clock.now(), clock };
  const both = buildAccount({ products: ['USDT-FUTURES', 'COIN-FUTURES'] });
  const answers: ProductResponses = new Map([
    ['COIN-FUTURES', { margin: ok([buildMargin({}, { product: 'COIN-FUTURES' })]), positions: ok([]) }],
  ]);
  const known = reading('0.95');
  const update = (change = {}, revision = 1) =>
    updatePartialReading(
      { ...both, revision },
      { clockOffset: 0, accounts: { main: { ...known, ...change } } },
      answers,
      moment,
    );

  it('keeps what is known of the others', () => {
    const updated = update();
    expect(updated?.margin).toMatchObject({
      'USDT-FUTURES': known.margin['USDT-FUTURES'],
      'COIN-FUTURES': { state: 'fresh', at: AT + 60_000 },
    });
    expect(updated?.positions).toMatchObject({
      'USDT-FUTURES': known.positions['USDT-FUTURES'],
      'COIN-FUTURES': { state: 'fresh', at: AT + 60_000 },
    });
    expect(updated).toMatchObject({ revision: 1, family: 'classic', retry: known.retry });
  });

  it('does not exist before the first reading of the account, nor after it was edited or became unified', () => {
    expect(updatePartialReading(both, { clockOffset: 0, accounts: {} }, answers, moment)).toBeNull();
    expect(update({}, 2)).toBeNull();
    expect(update({ family: 'unified' })).toBeNull();
  });

  it('keeps the failure of one product type away from the others', () => {
    const failure = { kind: 'trouble', code: '40725' } as const;
    const bad: ProductResponses = new Map([['COIN-FUTURES', { margin: failed(failure), positions: failed(failure) }]]);
    const updated = updatePartialReading(both, { clockOffset: 0, accounts: { main: known } }, bad, moment);
    expect(updated?.margin).toMatchObject({
      'USDT-FUTURES': { state: 'fresh' },
      'COIN-FUTURES': { state: 'failed', failure },
    });
    expect(updated?.retry).toEqual(known.retry);
  });
});
