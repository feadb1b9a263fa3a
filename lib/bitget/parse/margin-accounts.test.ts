import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassicMargin, FIGURES } from '../../domain/margin/margin-account.ts';
import { computeRisk } from '../../domain/margin/risk.ts';
import { unwrapEnvelope } from '../http/envelope.ts';
import { parseMarginAccounts } from './margin-accounts.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8');
const read = (body: string): readonly ClassicMargin[] => {
  const data = unwrapEnvelope({ status: 200, body, retryAfter: null, date: null, now: 0 });
  const rows = data.ok ? parseMarginAccounts(data.value, 'USDT-FUTURES') : data;
  if (!rows.ok) throw new Error(JSON.stringify(rows.failure));
  return rows.value;
};
const row = (fields: object) => read(JSON.stringify({ code: '00000', data: [{ marginCoin: 'USDT', ...fields }] }))[0];

/** The figure that stands for a value that is not a number. */
const toRaw = (value: unknown) =>
  Array.isArray(value) ? '[…]' : value && typeof value === 'object' ? '{…}' : String(value);

describe('the account list', () => {
  it('reads every field of the documented example', () => {
    expect(read(fixture('accounts-documented'))).toEqual([
      {
        product: 'USDT-FUTURES',
        coin: 'USDT',
        assetMode: 'union',
        figures: {
          locked: '0.31876482',
          available: '10575.26735771',
          crossedMaxAvailable: '10580.56434289',
          isolatedMaxAvailable: '10580.56434289',
          maxTransferOut: '10572.92904289',
          accountEquity: '10582.90265771',
          usdtEquity: '10582.902657719473',
          btcEquity: '0.204885807029',
          crossedRiskRate: '0',
          unrealizedPL: { raw: '' },
          coupon: '0',
          grant: { raw: null },
          unionTotalMargin: { raw: '111,1' },
          unionAvailable: '1111.1',
          unionMm: '111',
          isolatedMargin: '23.43',
          crossedMargin: '34.34',
          crossedUnrealizedPL: '23',
          isolatedUnrealizedPL: '0',
        },
        assets: [{ coin: 'BTC', balance: '1.2', available: '1.2' }],
      },
    ]);
  });

  it('reads a live response with an isolated position', () => {
    const [live] = read(fixture('accounts-isolated-live'));
    expect(live).toMatchObject({ assetMode: 'single', assets: [] });
    expect(live?.figures).toMatchObject({
      accountEquity: '36.07827483',
      isolatedMargin: '34.54821',
      unionTotalMargin: '36.07827483',
      grant: '0',
      crossedUnrealizedPL: { raw: '' },
    });
  });

  it('reads both spellings of the union total', () => {
    expect(row({ unionTotalMargin: '5' })?.figures.unionTotalMargin).toBe('5');
    expect(row({ unionTotalMagin: '6' })?.figures.unionTotalMargin).toBe('6');
  });

  it('keeps every digit of amounts that come as JSON numbers (R3)', () => {
    const [account] = read(
      '{"code":"00000","requestTime":1,"data":[{"marginCoin":"USDT","available":10582.902657719473001,"locked":-0.5,"coupon":1E-8}]}',
    );
    expect(account?.figures).toMatchObject({
      available: '10582.902657719473001',
      locked: '-0.5',
      coupon: '0.00000001',
    });
  });

  it.each(['', null, '111,1', 'NaN', '1e400', {}, [], true])(
    'takes %j as unknown and reads the other fields',
    (available) => {
      const account = row({ available, locked: '7.5', crossedRiskRate: available });
      expect(account?.figures.available).toEqual({
        raw: toRaw(available),
      });
      expect(account?.figures.locked).toBe('7.5');
      expect(account && computeRisk(account).complete).toBe(false);
    },
  );

  it('takes a new asset mode as unknown', () => {
    expect(row({ assetMode: 'portfolio' })?.assetMode).toBe('unknown');
    expect(row({})?.assetMode).toBe('unknown');
  });

  it('sanitizes names (R2)', () => {
    expect(row({ marginCoin: '<img src=x onerror=alert(1)>' })?.coin).toBe('<img src=x onerror=aler…');
    expect(row({ marginCoin: 'U\u202eS\u200bD\u0000T' })?.coin).toBe('USDT');
    expect(row({ marginCoin: 'x'.repeat(1000) })?.coin).toHaveLength(24);
  });

  it('keeps a row with an unreadable coin name, because of its risk', () => {
    expect(row({ marginCoin: null, crossedRiskRate: '0.9', assetMode: 'single' })).toMatchObject({
      coin: '?',
      figures: { crossedRiskRate: '0.9' },
    });
  });

  it('changes no prototype (R2)', () => {
    const [account] = read(
      '{"code":"00000","data":[{"marginCoin":"USDT","__proto__":{"available":"1"},"constructor":"x"}]}',
    );
    expect(account?.figures.available).toEqual({ raw: null });
    expect(({} as Record<string, unknown>).available).toBeUndefined();
  });

  it.each([[null], ['x'], [[]], [{ marginCoin: 'USDT' }, 1]])(
    'R1: takes a list with %j in it for unreadable, so that older figures stay',
    (...data) => {
      expect(parseMarginAccounts(data, 'USDT-FUTURES')).toMatchObject({
        ok: false,
        failure: { kind: 'unreadable', where: expect.stringMatching(/^data\[\d\]$/) },
      });
    },
  );

  it('takes null as an empty list', () => {
    expect(parseMarginAccounts(null, 'USDT-FUTURES')).toEqual({ ok: true, value: [] });
  });

  it.each([undefined, {}, 'rows', 5])('cannot read %j as a list', (data) => {
    expect(parseMarginAccounts(data, 'USDT-FUTURES')).toEqual({
      ok: false,
      failure: { kind: 'unreadable', where: 'data' },
    });
  });

  it('never throws, and every figure is exact or unknown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom(...FIGURES, 'marginCoin', 'assetMode', 'assetList'), fc.anything())),
        (rows) => {
          const result = parseMarginAccounts(rows, 'USDT-FUTURES');
          expect(result.ok && result.value.length).toBe(rows.length);
        },
      ),
    );
  });
});
