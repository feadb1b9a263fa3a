import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import type { Level } from '../margin/risk.ts';
import type { Decimal } from '../money/amount.ts';
import type { Card } from './card.ts';
import { combineRisks } from './group-risk.ts';

type Part = { rate: string | null; distance?: string | 'none' | 'unknown'; level?: Level; change?: Partial<Card> };

/** A card of which only the measures count. */
function build({ rate, distance = 'none', level = 'safe', change = {} }: Part): Card {
  const position = buildPosition({ symbol: `AT${distance}` });
  const way = { distance: distance as Decimal, direction: 'below', position, isComplete: true } as const;
  return {
    risk: { rate: rate as Decimal | null, complete: rate !== null },
    nearest: distance === 'none' || distance === 'unknown' ? distance : way,
    rateLevel: level,
    distanceLevel: 'safe',
    level,
    stale: false,
    shown: { rateLevel: level, distanceLevel: 'safe', level },
    ...change,
  } as Card;
}
const combine = (...parts: readonly Part[]) => combineRisks(parts.map(build));

describe('the combined measures of an account', () => {
  it('are the highest rate and the nearest liquidation', () => {
    expect(combine({ rate: '0.1', distance: '0.3' }, { rate: '0.4' }, { rate: '0.2', distance: '0.09' })).toEqual({
      risk: { rate: '0.4', complete: true },
      nearest: expect.objectContaining({ distance: '0.09', isComplete: true }),
      rateLevel: 'safe',
      distanceLevel: 'safe',
      level: 'safe',
      stale: false,
      shown: { rateLevel: 'safe', distanceLevel: 'safe', level: 'safe' },
    });
  });

  it('have the worst of each level, and keep the nearest liquidation wherever it is', () => {
    const shown = { rateLevel: 'danger', distanceLevel: 'warning', level: 'danger' } as const;
    const first = { rateLevel: 'warning', distanceLevel: 'caution', shown } as const;
    const parts = [
      { rate: '0.1', distance: '0.09', change: first },
      { rate: '0.2', distance: '0.3' },
    ] as const;
    for (const list of [parts, parts.toReversed()])
      expect(combine(...list)).toMatchObject({
        nearest: { distance: '0.09' },
        rateLevel: 'warning',
        distanceLevel: 'caution',
        shown,
      });
  });

  it('are incomplete when one margin account is unknown', () => {
    const combined = combine({ rate: '0.4', distance: '0.3' }, { rate: null, distance: 'unknown', level: 'unknown' });
    expect(combined).toMatchObject({
      risk: { rate: '0.4', complete: false },
      nearest: { distance: '0.3', isComplete: false },
      level: 'unknown',
    });
  });

  it('have no distance without positions, and an unknown one if positions may exist', () => {
    expect(combine({ rate: '0' }, { rate: '0' }).nearest).toBe('none');
    expect(combine({ rate: '0' }, { rate: '0', distance: 'unknown' }).nearest).toBe('unknown');
  });

  it('are stale as soon as one part is', () => {
    expect(combine({ rate: '0' }, { rate: '0', change: { stale: true } }).stale).toBe(true);
  });
});
