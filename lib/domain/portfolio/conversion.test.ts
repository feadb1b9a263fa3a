import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildUnified } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { type Decimal, isKnown, parseAmount } from '../money/amount.ts';
import type { MarginReading } from '../polling/reading.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildCards, type Card } from './card.ts';
import { coinsWithRate, convertToCoin } from './conversion.ts';

const fresh = (figures: Extract<MarginReading, { figures: unknown }>['figures'], at = NOW) =>
  ({ state: 'fresh', at, figures }) as const;
const decimal = (text: string): Decimal => {
  const value = parseAmount(text);
  if (!isKnown(value)) throw new Error(text);
  return value;
};
const eth = { accountEquity: '2', usdtEquity: '6000', btcEquity: '0.1' };

function cards(
  margins: Parameters<typeof buildAccountReading>[0],
  family: 'classic' | 'unified' = 'classic',
): readonly Card[] {
  const readings = { clockOffset: 0, accounts: { main: buildAccountReading(margins, { family }) } };
  return buildCards({ accounts: [buildAccount()], readings, settings: DEFAULT_SETTINGS }, NOW);
}

describe('a rate', () => {
  it('is known where Bitget leaves the value of a USDT row blank', () => {
    const known = cards({
      'USDT-FUTURES': fresh([buildMargin({ accountEquity: '3000', usdtEquity: '', btcEquity: '0.05' })]),
    });
    expect(convertToCoin(decimal('6000'), 'BTC', known)).toBe('0.1');
  });

  it("is the value that Bitget gives for a margin account's coin", () => {
    const known = cards({ 'COIN-FUTURES': fresh([buildMargin(eth, { product: 'COIN-FUTURES', coin: 'ETH' })]) });
    expect(convertToCoin(decimal('4500'), 'ETH', known)).toBe('1.5');
    expect(convertToCoin(decimal('4500'), 'BTC', known)).toBe('0.075');
    expect(coinsWithRate(known)).toEqual(['ETH']);
  });

  it('of the dollar comes from a unified account, and with it those of its coins', () => {
    const pool = {
      ...buildUnified({ accountEquity: '1000', usdtEquity: '1001', btcEquity: '0.02' }),
      assets: [
        {
          coin: 'SOL',
          equity: decimal('4'),
          usdValue: decimal('600'),
          balance: decimal('4'),
          available: decimal('4'),
          debt: decimal('0'),
          locked: decimal('0'),
        },
      ],
    };
    const known = cards({ UNIFIED: fresh([pool]) }, 'unified');
    expect(convertToCoin(decimal('2002'), 'USD', known)).toBe('2000');
    expect(Number(convertToCoin(decimal('600.6'), 'SOL', known))).toBeCloseTo(4, 12);
    expect(coinsWithRate(known)).toEqual(['SOL', 'USD']);
  });

  it("of a coin is unknown without the dollar's rate or the coin's value", () => {
    const coin = { coin: 'SOL', equity: decimal('4'), balance: decimal('4'), available: decimal('4') };
    const held = { ...coin, usdValue: decimal('600'), debt: decimal('0'), locked: decimal('0') };
    const pool = (figures: Parameters<typeof buildUnified>[0], assets = [held]) =>
      cards({ UNIFIED: fresh([{ ...buildUnified(figures), assets }]) }, 'unified');
    const known = { accountEquity: '1000', usdtEquity: '1001', effEquity: '1' };
    expect(coinsWithRate(pool(known))).toEqual(['SOL', 'USD']);
    expect(coinsWithRate(pool({ ...known, accountEquity: '' }))).toEqual([]);
    expect(coinsWithRate(pool({ ...known, usdtEquity: '' }))).toEqual([]);
    expect(coinsWithRate(pool(known, [{ ...held, usdValue: parseAmount('') as Decimal }]))).toEqual(['USD']);
  });

  it('is the newest, and at the same age the most exact', () => {
    const row = (accountEquity: string, usdtEquity: string) =>
      buildMargin({ accountEquity, usdtEquity }, { coin: 'USDC' });
    const old = row('100', '90');
    const [small, large] = [row('0.01', '0.02'), row('1000', '999')];
    const known = cards({ 'USDT-FUTURES': fresh([old], NOW - 1_000), 'USDC-FUTURES': fresh([small, large]) });
    expect(convertToCoin(decimal('999'), 'USDC', known)).toBe('1000');
  });

  it.each([
    ['nothing of the coin', { accountEquity: '0', usdtEquity: '0' }],
    ['a debt', { accountEquity: '-2', usdtEquity: '-6000' }],
    ['an equity that cannot be read', { accountEquity: '2', usdtEquity: '' }],
  ])('is unknown from %s', (_, figures) => {
    const known = cards({ 'COIN-FUTURES': fresh([buildMargin(figures, { product: 'COIN-FUTURES', coin: 'ETH' })]) });
    expect(convertToCoin(decimal('1'), 'ETH', known)).toBeNull();
    expect(coinsWithRate(known)).toEqual([]);
  });

  it('keeps the sign of a loss', () => {
    const known = cards({ 'COIN-FUTURES': fresh([buildMargin(eth, { product: 'COIN-FUTURES', coin: 'ETH' })]) });
    expect(convertToCoin(decimal('-3000'), 'ETH', known)).toBe('-1');
  });
});
