import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import type { Decimal } from '../money/amount.ts';
import { lastKnownDistance, lastKnownRate } from './last-known.ts';

const nearest = {
  distance: '0.0289' as Decimal,
  direction: 'above',
  position: buildPosition(),
  isComplete: false,
} as const;
const rate = (value: string | null, stale: boolean) =>
  lastKnownRate({ risk: { rate: value as Decimal | null, complete: false }, stale }, english);

it('says what a stale distance was', () => {
  expect(lastKnownDistance({ nearest, stale: true }, english)).toBe('was ↑ 2.8%');
});

it('says at most what an incomplete distance is', () => {
  expect(lastKnownDistance({ nearest, stale: false }, english)).toBe('≤ ↑ 2.8%');
});

it.each(['none', 'unknown'] as const)('is a dash for a distance of %s', (distance) => {
  expect(lastKnownDistance({ nearest: distance, stale: true }, english)).toBe('—');
});

it('says what a stale rate was, and at least what an incomplete one is', () => {
  expect([rate('0.423', true), rate('0.423', false)]).toEqual(['was 42.3%', '≥ 42.3%']);
});

it('is a dash when the rate says nothing', () => {
  expect([rate(null, true), rate('0', false)]).toEqual(['—', '—']);
});
