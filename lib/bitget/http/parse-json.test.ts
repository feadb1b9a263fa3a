import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseJson } from './parse-json.ts';

const nested = (depth: number, inner = '') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
const list = (length: number, item: string) => `[${Array(length).fill(item).join(',')}]`;

describe('R1: JSON text', () => {
  it('is parsed down to a depth of 16', () => {
    expect(parseJson(nested(16))).toEqual(JSON.parse(nested(16)));
    expect(parseJson(nested(17))).toBeUndefined();
    expect(parseJson('{"a":'.repeat(17) + 1 + '}'.repeat(17))).toBeUndefined();
    expect(parseJson(nested(500_000))).toBeUndefined();
  });

  it('may hold any number of lists at the same depth', () => {
    expect(parseJson(list(1000, '[[]]'))).toHaveLength(1000);
  });

  it('is parsed up to 30,001 values', () => {
    expect(parseJson(list(30_001, '""'))).toHaveLength(30_001);
    expect(parseJson(list(30_002, '""'))).toBeUndefined();
    expect(parseJson(`{"a":${list(20_000, '1')},"b":${list(20_000, '1')}}`)).toBeUndefined();
  });

  it('may hold brackets and commas inside strings', () => {
    const text = `${nested(50)} ,${',1'.repeat(40_000)} "\\`;
    expect(parseJson(JSON.stringify([text, text]))).toEqual([text, text]);
  });

  it.each(['', '[', '"', '"\\', '{"a":1', 'undefined', '[1,]', '\u0000'])('is undefined for %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});

describe('R3: a number in JSON', () => {
  it.each([
    ['{"available":1.0000000000000000001}', '1.0000000000000000001'],
    ['{"available": -0.1}', '-0.1'],
    ['{"available":9007199254740993}', '9007199254740993'],
    ['{"available":1e400,"requestTime":1}', '1e400'],
    ['{"requestTime":1659076670000,"available":\n-5}', '-5'],
  ])('stays text in %s', (text, kept) => {
    expect(parseJson(text)).toMatchObject({ available: kept });
  });

  it('stays text at the top level and after a comma', () => {
    expect(parseJson('1.0000000000000000001')).toBe('1.0000000000000000001');
    expect(parseJson('["a",1.0000000000000000001]')).toEqual(['a', '1.0000000000000000001']);
  });

  it('is a number only as the time in the envelope', () => {
    expect(parseJson('{"code":"00000","requestTime":1659076670000,"data":["1,2"]}')).toEqual({
      code: '00000',
      requestTime: 1659076670000,
      data: ['1,2'],
    });
  });

  it.each(['true', 'false', 'null', '{}', '[]', '"1"'])('is a number as that time also beside %s', (value) => {
    expect(parseJson(`{"requestTime":1659076670000,"data":${value}}`)).toEqual({
      requestTime: 1659076670000,
      data: JSON.parse(value),
    });
  });

  it('is a number in a browser without source text access', () => {
    const { parse } = JSON;
    const silent = vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) => {
      return parse(text, reviver && ((key, value) => reviver(key, value)));
    });
    try {
      expect(parseJson('{"available":1.5}')).toEqual({ available: 1.5 });
    } finally {
      silent.mockRestore();
    }
  });

  it('keeps its digits at any place', () => {
    const decimal = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,25})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), fc.string(), (numbers, text) => {
        expect(parseJson(`{"text":${JSON.stringify(text)},"data":[${numbers.join(' , ')}]}`)).toEqual({
          text,
          data: numbers,
        });
      }),
    );
  });
});

describe('any other value', () => {
  it('equals the result of JSON.parse', () => {
    const noNumbers = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.parse(JSON.stringify(value), textOnly));
    fc.assert(
      fc.property(noNumbers, fc.nat(4), (value, indent) => {
        expect(parseJson(JSON.stringify(value, null, indent))).toEqual(value);
      }),
    );
  });
});

function textOnly(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}
