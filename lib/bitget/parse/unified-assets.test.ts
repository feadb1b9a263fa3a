import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIFIED_FIGURES } from '../../domain/margin/margin-account.ts';
import { unwrapEnvelope } from '../http/envelope.ts';
import { parseClassicPositions, parseUnifiedPositions } from './positions.ts';
import { parseUnifiedAssets } from './unified-assets.ts';

const documented = readFileSync(new URL('../fixtures/unified-assets-documented.json', import.meta.url), 'utf8');

describe('the assets of a unified account', () => {
  it('are parsed from the documented example', () => {
    const data = unwrapEnvelope({ status: 200, body: documented, retryAfter: null, date: null, now: 0 });
    expect(data.ok && parseUnifiedAssets(data.value)).toEqual({
      ok: true,
      value: [
        {
          product: 'UNIFIED',
          coin: 'USD',
          figures: {
            accountEquity: '11.13919278',
            usdtEquity: '11.13921165',
            btcEquity: '0.00011256',
            unrealisedPnl: '0',
            usdtUnrealisedPnl: '0',
            btcUnrealizedPnl: '0',
            effEquity: '6.19299777',
            mmr: '0',
            imr: '0',
            mgnRatio: '0',
            positionMgnRatio: '0',
            positionValue: { raw: null },
            leverage: { raw: null },
            bonus: { raw: null },
          },
          assets: [
            {
              coin: 'USDT',
              equity: '6.19300826',
              usdValue: '6.19299777',
              balance: '6.19300826',
              available: '6.19300826',
              debt: '0',
              locked: '0',
            },
            {
              coin: 'BGB',
              equity: '1.15582129',
              usdValue: '4.94618029',
              balance: '1.15582129',
              available: '1.15582129',
              debt: '0',
              locked: '0',
            },
          ],
        },
      ],
    });
  });

  it.each([[null], [{}]])('are no pool where Bitget sends nothing: %j', (data) => {
    expect(parseUnifiedAssets(data)).toEqual({ ok: true, value: [] });
  });

  it.each(['x', 5, [1]])('are unreadable in %j', (data) => {
    expect(parseUnifiedAssets(data)).toEqual({ ok: false, failure: { kind: 'unreadable', where: 'data' } });
  });

  it('never throw, and every figure is exact or unknown', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...UNIFIED_FIGURES, 'assets'), fc.anything()), (data) => {
        expect(parseUnifiedAssets(data).ok).toBe(true);
      }),
    );
  });
});

describe('positions', () => {
  // Values of a published response, with the field names of Bitget's page.
  const classic = {
    marginCoin: 'USDT',
    symbol: 'BTCUSDT',
    holdSide: 'long',
    marginSize: '96.0616',
    total: '0.01',
    leverage: '10',
    openPriceAvg: '96061.6',
    marginMode: 'crossed',
    unrealizedPL: '14.338',
    liquidationPrice: '-9880613.7641839999',
    keepMarginRate: '0.004',
    markPrice: '97495.4',
    marginRatio: '0.000087489769',
    breakEvenPrice: '96208.214834900941',
  };

  it('of a classic account are parsed field by field', () => {
    expect(parseClassicPositions([classic])).toEqual({
      ok: true,
      value: [
        {
          symbol: 'BTCUSDT',
          coin: 'USDT',
          side: 'long',
          mode: 'crossed',
          size: '0.01',
          leverage: '10',
          entry: '96061.6',
          mark: '97495.4',
          pnl: '14.338',
          margin: '96.0616',
          liquidation: '-9880613.7641839999',
          breakEven: '96208.214834900941',
          maintenance: '0.004',
          ratio: '0.000087489769',
        },
      ],
    });
  });

  it('of a unified account have other names, a rate called mmr and no ratio', () => {
    const row = {
      symbol: 'ETHUSDT',
      marginCoin: 'USDT',
      posSide: 'short',
      marginMode: 'isolated',
      total: '2',
      leverage: '5',
      avgPrice: '3000',
      markPrice: '3100',
      unrealisedPnl: '-200',
      liquidationPrice: '3500',
      mmr: '0.005',
      positionBalance: '1200',
    };
    expect(parseUnifiedPositions({ list: [row] })).toMatchObject({
      ok: true,
      value: [
        {
          symbol: 'ETHUSDT',
          side: 'short',
          mode: 'isolated',
          entry: '3000',
          pnl: '-200',
          maintenance: '0.005',
          margin: '1200',
          ratio: { raw: null },
        },
      ],
    });
  });

  it('are empty when the list is null', () => {
    expect(parseUnifiedPositions({ list: null })).toEqual({ ok: true, value: [] });
    expect(parseUnifiedPositions({})).toEqual({ ok: true, value: [] });
  });

  it('of size zero are dropped, those of unreadable size are kept', () => {
    const sizes = [{ ...classic, total: '0' }, { ...classic, total: '' }, {}];
    expect(parseClassicPositions(sizes)).toMatchObject({
      ok: true,
      value: [{ size: { raw: '' } }, { symbol: '?', coin: '?' }],
    });
  });

  it('have an unknown side, mode and ratio when Bitget sends none that is known', () => {
    const odd = { ...classic, holdSide: 'net', marginMode: 'portfolio', marginRatio: null };
    expect(parseClassicPositions([odd])).toMatchObject({
      value: [{ side: 'unknown', mode: 'unknown', ratio: { raw: '' } }],
    });
  });

  it.each([undefined, {}, 'x', [null], [[]]])('are unreadable in %j', (data) => {
    expect(parseClassicPositions(data).ok).toBe(false);
  });

  it('are empty when the data is null, for either family', () => {
    expect(parseClassicPositions(null)).toEqual({ ok: true, value: [] });
    expect(parseUnifiedPositions(null)).toEqual({ ok: true, value: [] });
    expect(parseUnifiedPositions(undefined).ok).toBe(false);
  });
});
