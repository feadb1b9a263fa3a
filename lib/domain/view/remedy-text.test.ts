import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import type { Remedy } from '../margin/remedy.ts';
import { REMEDY_OBSTACLES } from '../margin/remedy-obstacle.ts';
import type { Decimal } from '../money/decimal.ts';
import type { RiskDriver } from '../portfolio/risk-driver.ts';
import { describeWays, explainObstacle, formatGoal } from './remedy-text.ts';

const decimal = (text: string) => text as Decimal;
const btc = buildPosition({ size: '1.20', mark: '58420', liquidation: '57842.20' });
const near: RiskDriver = { measure: 'distance', position: btc, distance: decimal('0.0098') };
const remedy: Remedy = {
  add: decimal('1055'),
  coin: 'USDT',
  after: { ratio: decimal('0.15611'), liquidation: decimal('56958.98001') },
  closing: { position: btc, share: decimal('0.53'), size: decimal('0.6360') },
  isCloseFirst: false,
};

describe('the ways to a goal', () => {
  it('are an amount to add and a share to close, each with its bare number', () => {
    expect(describeWays(remedy, near, false, english)).toEqual([
      { title: 'Add about 1,055 USDT', detail: 'liquidation then near 56,958.99 · ratio 15.7%', copy: '1055' },
      { title: 'or close about 53%', detail: '0.636 of 1.2 BTCUSDT, and the fee', copy: '0.636' },
    ]);
  });

  it('begin with closing where the amount is very large', () => {
    const ways = describeWays({ ...remedy, isCloseFirst: true }, near, false, english);
    expect(ways.map(({ title }) => title)).toEqual(['Close about 53%', 'or add about 1,055 USDT']);
  });

  it('name the isolated position that takes the margin', () => {
    const position = buildPosition({ symbol: 'WIFUSDT', mode: 'isolated', side: 'short' });
    const driver: RiskDriver = { measure: 'distance', position, distance: decimal('0.01') };
    expect(describeWays({ ...remedy, closing: null }, driver, false, english)).toEqual([
      {
        title: 'Add about 1,055 USDT to WIFUSDT',
        // For a short the price is above, and is cut so that it is never shown farther away than it is.
        detail: 'liquidation then near 56,958.98 · ratio 15.7%',
        copy: '1055',
      },
    ]);
  });

  it('name no price where the ratio is the measure', () => {
    const driver: RiskDriver = { measure: 'ratio', position: btc, distance: null };
    expect(describeWays(remedy, driver, false, english)[0]?.detail).toBe('ratio 15.7%');
  });

  it('hold no amount and no price while amounts are hidden, but the share', () => {
    const ways = describeWays(remedy, near, true, english);
    expect(ways).toEqual([
      { title: 'Show amounts to see how much to add', detail: 'ratio 15.7%', copy: null },
      { title: 'or close about 53%', detail: 'of BTCUSDT, and the fee', copy: null },
    ]);
    expect(JSON.stringify(ways)).not.toMatch(/1,?055|0\.636|56,?958|1\.2/);
  });
});

describe('a goal', () => {
  it('is a distance or a ratio', () => {
    expect(formatGoal('distance', 2.5, english)).toBe('2.5% away');
    expect(formatGoal('ratio', 70, english)).toBe('70% ratio');
  });

  it('that is not reached by any amount says why, in words of its own', () => {
    const texts = REMEDY_OBSTACLES.map((why) => explainObstacle(why, '2.5% away', english));
    expect(new Set(texts).size).toBe(REMEDY_OBSTACLES.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].{15,}\.$/);
    expect(explainObstacle('met', '2.5% away', english)).toBe('Already met: 2.5% away.');
  });
});
