import { describe, expect, it } from 'vitest';
import { compareFields, isSameValue, revertFields } from './field-change.ts';

const stored = { period: 60, near: { caution: 5, danger: 1.5 }, badge: 'risk' };

describe('a change of some fields', () => {
  it('holds only the fields that differ', () => {
    expect(compareFields(stored, { period: 120, badge: 'risk' })).toEqual({
      before: { period: 60 },
      after: { period: 120 },
    });
  });

  it('is none when nothing differs, in whatever order the browser stored the fields', () => {
    expect(compareFields(stored, { near: { danger: 1.5, caution: 5 } })).toBeNull();
    expect(compareFields(stored, {})).toBeNull();
  });

  it('is taken back without touching what another page saved since', () => {
    const change = { before: { period: 60 }, after: { period: 120 } };
    expect(revertFields({ ...stored, period: 120, badge: 'off' }, change)).toEqual({ ...stored, badge: 'off' });
  });

  it('is not taken back over a newer value of the same field', () => {
    expect(revertFields({ ...stored, period: 30 }, { before: { period: 60 }, after: { period: 120 } })).toBeNull();
  });
});

describe('two stored values', () => {
  it.each([
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: undefined }, { b: undefined }, false],
    [null, {}, false],
    [null, null, true],
    [Number.NaN, Number.NaN, true],
    ['1', 1, false],
  ])('%j and %j: %j', (one, other, isSame) => {
    expect(isSameValue(one, other)).toBe(isSame);
  });
});
