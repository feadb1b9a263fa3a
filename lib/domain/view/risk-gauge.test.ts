import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import type { Level } from '../margin/risk.ts';
import type { Decimal } from '../money/amount.ts';
import { buildRiskGauge } from './risk-gauge.ts';

const gauge = (rate: string | null, level: Level, { complete = true, stale = false, kept = level } = {}) => {
  const shown = { rateLevel: kept, distanceLevel: kept, level: kept };
  return buildRiskGauge({ risk: { rate: rate as Decimal | null, complete }, rateLevel: level, stale, shown }, english);
};

it('says percent and level', () => {
  expect(gauge('0.7231', 'warning')).toEqual({
    rate: '72.4%',
    word: 'Warning',
    now: 72.4,
    fill: 72.4,
    spoken: '72.4%, warning',
  });
});

it('stays within its scale', () => {
  expect(gauge('1.31', 'danger')).toMatchObject({ rate: '131.0%', now: 100 });
});

it('says what it was when it is stale, and no value', () => {
  const stale = gauge('0.423', 'unknown', { stale: true });
  expect(stale).toEqual({ rate: '—', word: 'Unknown, was 42.3%', now: null, fill: 0, spoken: 'unknown' });
});

it('keeps the bar of a danger that became stale, but no value', () => {
  expect(gauge('0.923', 'unknown', { stale: true, kept: 'danger' })).toMatchObject({ now: null, fill: 92.3 });
});

it('says that it is at least this where a part could not be read', () => {
  expect(gauge('0.12', 'unknown', { complete: false }).word).toBe('Unknown, at least 12.0%');
  expect(gauge('0', 'unknown', { complete: false }).word).toBe('Unknown');
  expect(gauge('0.95', 'danger', { complete: false })).toMatchObject({ rate: '≥ 95.0%', spoken: '≥ 95.0%, danger' });
});

it('is unknown without a rate', () => {
  expect(gauge(null, 'unknown')).toEqual({ rate: '—', word: 'Unknown', now: null, fill: 0, spoken: 'unknown' });
});
