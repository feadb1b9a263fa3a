import { describe, expect, it } from 'vitest';
import { fundingAsset, spotAsset } from '../../../simulator/index.ts';
import { parseFundingAssets } from './funding-assets.ts';

const unreadable = { ok: false, failure: { kind: 'unreadable', where: 'data' } };

describe('the coins of a wallet', () => {
  it('are read from the documented rows of both families', () => {
    const rows = [
      fundingAsset({ coin: 'USDT', available: '1203.55', frozen: '12', balance: '1215.55' }),
      spotAsset({ coin: 'BTC', available: '0.05000000', locked: '1' }),
    ];
    expect(parseFundingAssets(rows)).toEqual({
      ok: true,
      value: [
        { coin: 'USDT', available: '1203.55' },
        { coin: 'BTC', available: '0.05000000' },
      ],
    });
  });

  it('are none in an empty wallet', () => {
    expect(parseFundingAssets([])).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['missing', {}, { raw: null }],
    ['blank', { available: '' }, { raw: '' }],
    ['no number', { available: 'NaN' }, { raw: 'NaN' }],
    ['null', { available: null }, { raw: 'null' }],
  ])('R3: are unknown, never zero, where the amount is %s', (_, row, available) => {
    expect(parseFundingAssets([{ coin: 'USDT', ...row }])).toEqual({ ok: true, value: [{ coin: 'USDT', available }] });
  });

  it('R2: have a coin without control and bidirectional characters', () => {
    expect(parseFundingAssets([{ coin: 'US\u202eDT\u0000', available: '1' }])).toMatchObject({
      value: [{ coin: 'USDT' }],
    });
    expect(parseFundingAssets([{ coin: {}, available: '1' }])).toMatchObject({ value: [{ coin: '?' }] });
  });

  it.each([null, {}, 'USDT', 7, ['x'], [null], { list: [] }])('R1: are unreadable in %j', (data) => {
    expect(parseFundingAssets(data)).toEqual(unreadable);
  });

  it('R1: are read up to 2,000 rows', () => {
    expect(parseFundingAssets(Array(2000).fill({ coin: 'USDT', available: '1' }))).toMatchObject({ ok: true });
    expect(parseFundingAssets(Array(2001).fill({ coin: 'USDT', available: '1' }))).toEqual(unreadable);
  });
});
