import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAbsent,
  isEither,
  isFlag,
  isListOf,
  isMember,
  isNumber,
  isOneOf,
  isRecord,
  isRecordOf,
  isShape,
  isText,
} from './guards.ts';

type Figure = { readonly kind: 'circle'; readonly radius: number } | { readonly kind: 'text'; readonly text?: string };
const isFigure = isMember<Figure, 'kind'>('kind', {
  circle: { radius: isNumber },
  text: { text: isEither(isText, isAbsent) },
});

describe('guards', () => {
  it.each([
    ['a number', isNumber, [0, -1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined]],
    ['a flag', isFlag, [true, false], [0, 'true', null]],
    ['a record', isRecord, [{}], [null, [], 'x', undefined]],
    ['one of several', isOneOf(['a', 'b']), ['a'], ['c', 0, ['a']]],
    ['a list', isListOf(isText), [[], ['a']], [['a', 1], { 0: 'a', length: 1 }, 'a']],
    ['a record of numbers', isRecordOf(isNumber), [{}, { a: 1 }], [{ a: '1' }, [1], null]],
    ['a shape', isShape<{ a: string }>({ a: isText }), [{ a: '' }, { a: '', b: 1 }], [{}, { a: 1 }, [''], null]],
    ['a circle', isFigure, [{ kind: 'circle', radius: 1 }], [{ kind: 'circle' }, { kind: 'square', radius: 1 }]],
    [
      'a text',
      isFigure,
      [{ kind: 'text' }, { kind: 'text', text: 'x' }],
      [{ kind: 'text', text: 1 }, { kind: ['text'] }],
    ],
  ] as const)('know %s', (_, guard, good, bad) => {
    expect(good.map((value) => guard(value))).toEqual(good.map(() => true));
    expect(bad.map((value) => guard(value))).toEqual(bad.map(() => false));
  });

  it('ignore inherited names', () => {
    expect(isFigure({ kind: 'constructor' })).toBe(false);
    expect(isFigure(JSON.parse('{"kind":"__proto__"}'))).toBe(false);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => [isFigure(value)].includes(false)));
  });
});
