import { describe, expect, it } from 'vitest';
import { buildMargin, buildUnified } from '../../testing/builders.ts';
import type { Decimal } from '../money/amount.ts';
import { compareLevels, computeRisk, riskLevel, worstRate } from './risk.ts';

const thresholds = { caution: 50, warning: 70, danger: 90 };
const level = (figures: Parameters<typeof buildMargin>[0], change: Parameters<typeof buildMargin>[1] = {}) =>
  riskLevel(computeRisk(buildMargin(figures, change)), thresholds);

describe('risk of a margin account', () => {
  it('is the cross risk rate in single mode, whatever the union fields say', () => {
    expect(computeRisk(buildMargin({ crossedRiskRate: '0.42', unionMm: '99', unionTotalMargin: '100' }))).toEqual({
      rate: '0.42',
      complete: true,
    });
  });

  it('is the larger of both in multi-assets mode', () => {
    const union = { assetMode: 'union' } as const;
    expect(
      computeRisk(buildMargin({ crossedRiskRate: '0.2', unionMm: '30', unionTotalMargin: '100' }, union)).rate,
    ).toBe('0.3');
    expect(
      computeRisk(buildMargin({ crossedRiskRate: '0.4', unionMm: '30', unionTotalMargin: '100' }, union)).rate,
    ).toBe('0.4');
  });

  it('is zero without maintenance margin, even with a total of zero', () => {
    expect(computeRisk(buildMargin({}, { assetMode: 'union' }))).toEqual({ rate: '0', complete: true });
  });

  it('is incomplete when a part is unreadable', () => {
    const documented = { crossedRiskRate: '0', unionMm: '111', unionTotalMargin: '111,1' };
    expect(computeRisk(buildMargin(documented, { assetMode: 'union' }))).toEqual({ rate: '0', complete: false });
    expect(computeRisk(buildMargin({ crossedRiskRate: '' }))).toEqual({ rate: null, complete: false });
    expect(computeRisk(buildMargin({ crossedRiskRate: '-1' }))).toEqual({ rate: null, complete: false });
  });

  it('is never complete in an unknown mode', () => {
    expect(computeRisk(buildMargin({ crossedRiskRate: '0.1' }, { assetMode: 'unknown' }))).toEqual({
      rate: '0.1',
      complete: false,
    });
  });
});

describe('maintenance margin without cover', () => {
  const full = { rate: '1', complete: true };
  const union = { assetMode: 'union' } as const;

  it.each(['0', '-0.00', '-5'])('is a full risk in multi-assets mode with a total of %s', (unionTotalMargin) => {
    expect(computeRisk(buildMargin({ unionMm: '10', unionTotalMargin }, union))).toEqual(full);
    expect(level({ unionMm: '10', unionTotalMargin }, union)).toBe('danger');
  });

  it.each(['0', '-10'])('is a full risk of a unified account with an effective equity of %s', (effEquity) => {
    expect(computeRisk(buildUnified({ mmr: '450', effEquity, mgnRatio: '0' }))).toEqual(full);
  });

  it('is an unknown risk when the total is unknown', () => {
    expect(computeRisk(buildMargin({ unionMm: '10', unionTotalMargin: '' }, union))).toEqual({
      rate: '0',
      complete: false,
    });
    expect(computeRisk(buildUnified({ mmr: '', effEquity: '-10' })).complete).toBe(false);
  });

  it('is an unknown risk when the maintenance margin is negative', () => {
    expect(computeRisk(buildUnified({ mmr: '-450', effEquity: '100', mgnRatio: '0.1' }))).toEqual({
      rate: '0.1',
      complete: false,
    });
  });

  it('is a full risk when rate or equity is negative while margin is in use', () => {
    expect(computeRisk(buildMargin({ crossedRiskRate: '-1', crossedMargin: '5' }))).toEqual(full);
    expect(computeRisk(buildMargin({ crossedRiskRate: '0', crossedMargin: '5', accountEquity: '-0.01' }))).toEqual(
      full,
    );
    expect(computeRisk(buildMargin({ crossedRiskRate: '0', isolatedMargin: '5', accountEquity: '-0.01' }))).toEqual(
      full,
    );
    expect(computeRisk(buildUnified({ mgnRatio: '-2', imr: '5', effEquity: '1' }))).toEqual(full);
    expect(computeRisk(buildUnified({ imr: '5', accountEquity: '-3' }))).toEqual(full);
  });

  it.each(['-5', '-0.01', '0'])('is a full risk at an equity of %s, whatever rate Bitget sends beside it', (equity) => {
    const calm = { crossedRiskRate: '0.1' };
    expect(computeRisk(buildMargin({ ...calm, accountEquity: equity }))).toEqual(full);
    expect(computeRisk(buildMargin({ ...calm, unionTotalMargin: equity }, union))).toEqual(full);
    expect(computeRisk(buildUnified({ mgnRatio: '0.1', effEquity: equity, accountEquity: '7' }))).toEqual(full);
    expect(computeRisk(buildUnified({ positionMgnRatio: '0.1', effEquity: equity }))).toEqual(full);
    expect(level({ ...calm, accountEquity: equity })).toBe('danger');
  });

  it('is a full risk without equity while an isolated position is open, even if no margin is named', () => {
    expect(computeRisk(buildMargin({ accountEquity: '-5' }), ['0.2' as Decimal])).toEqual(full);
    expect(computeRisk(buildMargin({ accountEquity: '5' }), ['0.2' as Decimal])).toEqual({
      rate: '0.2',
      complete: true,
    });
  });

  it('is a full risk without equity, incomplete in an unknown mode and where a rate is unreadable', () => {
    const unclear = { rate: '1', complete: false };
    const unknown = { assetMode: 'unknown' } as const;
    expect(computeRisk(buildMargin({ crossedRiskRate: '0.1', unionTotalMargin: '-5' }, unknown))).toEqual(unclear);
    expect(computeRisk(buildMargin({ crossedRiskRate: '', crossedMargin: '5', accountEquity: '-5' }))).toEqual(unclear);
  });

  it('is no risk when no margin is in use, and proves nothing for one of several coins', () => {
    expect(computeRisk(buildMargin({ accountEquity: '-3' }))).toEqual({ rate: '0', complete: true });
    expect(computeRisk(buildUnified({ accountEquity: '-3', effEquity: '-3' }))).toEqual({ rate: '0', complete: true });
    const healthy = { accountEquity: '-200', crossedMargin: '5', unionMm: '1', unionTotalMargin: '100' };
    expect(computeRisk(buildMargin(healthy, union))).toEqual({ rate: '0.01', complete: true });
  });

  it('never lowers a risk beyond 100%', () => {
    expect(computeRisk(buildMargin({ crossedRiskRate: '1.2', unionMm: '10', unionTotalMargin: '0' }, union)).rate).toBe(
      '1.2',
    );
  });
});

describe('levels', () => {
  it.each([
    ['0', 'safe'],
    ['0.4999999999999999999', 'safe'],
    ['0.5', 'caution'],
    ['0.6999', 'caution'],
    ['0.70', 'warning'],
    ['0.8999999999999999999999', 'warning'],
    ['0.9', 'danger'],
    ['1.35', 'danger'],
  ])('%s is %s', (crossedRiskRate, expected) => {
    expect(level({ crossedRiskRate })).toBe(expected);
  });

  it('are at least unknown when a part is unread, and as urgent as the known part', () => {
    const unread = { unionMm: '', unionTotalMargin: '1' };
    const union = { assetMode: 'union' } as const;
    expect(level({ crossedRiskRate: '0.1', ...unread }, union)).toBe('unknown');
    expect(level({ crossedRiskRate: '0.95', ...unread }, union)).toBe('danger');
  });

  it('rank unknown above safe and below caution', () => {
    expect(compareLevels('unknown', 'safe')).toBeGreaterThan(0);
    expect(compareLevels('unknown', 'caution')).toBeLessThan(0);
  });

  it('are unknown without figures', () => {
    expect(worstRate([])).toEqual({ rate: null, complete: false });
    expect(worstRate(['0.1' as Decimal, null, '0.3' as Decimal])).toEqual({ rate: '0.3', complete: false });
  });
});

it('a negative cross rate is a full risk in multi-assets mode while maintenance margin is needed', () => {
  const union = { assetMode: 'union' } as const;
  const needed = { crossedRiskRate: '-0.2', unionMm: '10', unionTotalMargin: '100' };
  expect(computeRisk(buildMargin(needed, union))).toEqual({ rate: '1', complete: true });
  expect(computeRisk(buildMargin({ ...needed, unionMm: '0' }, union))).toEqual({ rate: '0', complete: false });
  expect(computeRisk(buildMargin(needed))).toEqual({ rate: null, complete: false });
});
