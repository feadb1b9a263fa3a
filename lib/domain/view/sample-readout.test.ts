import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import type { Sample } from '../history/sample.ts';
import type { Decimal } from '../money/amount.ts';
import { buildReadout, formatSampleTime } from './sample-readout.ts';

const AT = Date.UTC(2026, 10, 24, 12);
const sample: Sample = [AT, '10582.909' as Decimal, null, '0.4231' as Decimal, '-0.001' as Decimal];

it('formats a sample as a card does: amounts cut, the risk rounded up, unknown never as zero', () => {
  const { when, spoken } = buildReadout(sample, 'USDT', false, english);
  expect(when).toBe(formatSampleTime(AT, english));
  expect(buildReadout(sample, 'USDT', false, english).figures[3]?.shown).toEqual({ text: '—' });
  expect(spoken).toBe(`${when}, Risk rate 42.4%, Liquidation —, Equity 10,582.90, Available —, PnL -0.00`);
});

it('cuts the distance to liquidation, and never says zero', () => {
  const spoken = (distance: string) =>
    buildReadout([AT, null, null, null, null, distance as Decimal], 'USDT', false, english).spoken;
  expect(spoken('0.0289')).toContain('Liquidation 2.8%');
  expect(spoken('0.0001')).toContain('Liquidation < 0.1%');
});

it('holds no amount while amounts are hidden, on hover neither', () => {
  const { figures, spoken } = buildReadout(sample, 'USDT', true, english);
  expect(spoken).toMatch(/Risk rate 42\.4%, Liquidation —, Equity •••, Available —, PnL •••$/);
  expect(figures.map(({ shown }) => shown.title ?? '').join('')).toBe('');
});
