import { describe, expect, it } from 'vitest';
import { buildMargin, buildUnified } from '../../testing/builders.ts';
import { FIGURE_GROUPS, groupFigures } from './figure-groups.ts';
import { FIGURES, type MarginAccount, UNIFIED_FIGURES } from './margin-account.ts';

const named = (margin: MarginAccount) => {
  const { groups, zeros } = groupFigures(margin);
  return {
    groups: Object.fromEntries(groups.map(({ name, figures }) => [name, figures.map(([figure]) => figure)])),
    zeros: zeros.map(([figure]) => figure),
  };
};

describe('the figures of a margin account', () => {
  it('are grouped, and the zero ones are apart', () => {
    const margin = buildMargin({ accountEquity: '9', available: '8', unrealizedPL: '-0.1', coupon: '' });
    const { groups, zeros } = named(margin);
    expect(groups).toEqual({
      equity: ['accountEquity'],
      margin: ['available'],
      pnl: ['unrealizedPL'],
      other: ['coupon'],
    });
    expect(zeros).toHaveLength(FIGURES.length - 4);
  });

  it.each([
    ['classic', buildMargin(), FIGURES],
    ['unified', buildUnified(), UNIFIED_FIGURES],
  ] as const)('are all there in a %s account, once', (_, margin, all) => {
    expect(named(margin)).toEqual({ groups: {}, zeros: [...all] });
    const figures = Object.fromEntries(all.map((name) => [name, { raw: null }]));
    const { groups, zeros } = named({ ...margin, figures } as unknown as MarginAccount);
    expect(Object.keys(groups)).toEqual(FIGURE_GROUPS);
    expect(Object.values(groups).flat().toSorted()).toEqual([...all].toSorted());
    expect(zeros).toEqual([]);
  });
});
