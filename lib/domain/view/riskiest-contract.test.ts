import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { buildCards } from '../portfolio/card.ts';
import { findRiskiestContract } from './riskiest-contract.ts';

function cardsWith(...symbols: readonly string[]) {
  const portfolio = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' }, { coin: 'USDT' })] });
  const { main } = portfolio.readings.accounts;
  if (!main) throw new Error('no account');
  const positions = symbols.map((symbol, index) =>
    buildPosition({ symbol, mark: '100', liquidation: String(99 - index) }),
  );
  const read = { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: positions } } as const;
  return buildCards(
    { ...portfolio, readings: { clockOffset: 0, accounts: { main: { ...main, positions: read } } } },
    NOW,
  );
}

describe('the contract to open for an account', () => {
  it('is that of the position nearest to liquidation', () => {
    expect(findRiskiestContract(cardsWith('BTCUSDT', 'ETHUSDT'), ['main'])).toEqual({
      symbol: 'BTCUSDT',
      url: 'https://www.bitget.com/futures/usdt/BTCUSDT',
    });
  });

  it('is the next one when the nearest has no known page', () => {
    expect(findRiskiestContract(cardsWith('BTCUSDT-26MAR27', 'ETHUSDT'), ['main'])?.symbol).toBe('ETHUSDT');
  });

  it('is none without a position, and none of another account', () => {
    expect(findRiskiestContract(cardsWith(), ['main'])).toBeNull();
    expect(findRiskiestContract(cardsWith('BTCUSDT'), ['other'])).toBeNull();
  });
});
