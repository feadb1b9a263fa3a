import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCT_TYPES } from '../account/product-type.ts';
import { contractUrl } from './bitget-links.ts';

const url = (...[product, symbol, coin]: [Parameters<typeof contractUrl>[0], string, string]) =>
  contractUrl(product, { symbol, coin }, false);

describe('the page of a contract at Bitget', () => {
  it.each([
    ['USDT-FUTURES', 'BTCUSDT', 'USDT', 'https://www.bitget.com/futures/usdt/BTCUSDT'],
    ['USDT-FUTURES', '1000BONKUSDT', 'USDT', 'https://www.bitget.com/futures/usdt/1000BONKUSDT'],
    ['USDC-FUTURES', 'BTCPERP', 'USDC', 'https://www.bitget.com/futures/usdc/BTCPERP'],
    ['UNIFIED', 'ETHUSDT', 'USDT', 'https://www.bitget.com/futures/usdt/ETHUSDT'],
    ['UNIFIED', 'ETHUSDT', 'usdt', 'https://www.bitget.com/futures/usdt/ETHUSDT'],
    ['UNIFIED', 'ETHPERP', 'USDC', 'https://www.bitget.com/futures/usdc/ETHPERP'],
  ] as const)('of %s %s in %s', (product, symbol, coin, address) => {
    expect(url(product, symbol, coin)).toBe(address);
  });

  it.each([
    ['COIN-FUTURES', 'BTCUSD', 'BTC'],
    ['SUSDT-FUTURES', 'SBTCSUSDT', 'SUSDT'],
    ['SUSDC-FUTURES', 'SBTCSPERP', 'SUSDC'],
    ['UNIFIED', 'BTCUSD_CM', 'BTC'],
    ['UNIFIED', 'BTCUSDT', '?'],
    ['UNIFIED', 'BTCUSDT', 'USDT-FUTURES-X'],
    ['USDT-FUTURES', 'BTCUSDT-26MAR27', 'USDT'],
    ['USDT-FUTURES', 'BTCPERP', 'USDT'],
    ['USDC-FUTURES', 'BTCUSDT', 'USDC'],
    ['USDT-FUTURES', '../login?next=USDT', 'USDT'],
    ['USDT-FUTURES', 'BTC/USDT', 'USDT'],
    ['USDT-FUTURES', 'BTCUSDT\n', 'USDT'],
    ['USDT-FUTURES', 'BTCUSDT#x', 'USDT'],
    ['USDT-FUTURES', 'btcusdt', 'USDT'],
    ['USDT-FUTURES', 'USDT', 'USDT'],
    ['USDT-FUTURES', '', 'USDT'],
    ['USDT-FUTURES', `${'A'.repeat(31)}USDT`, 'USDT'],
  ] as const)('is not known of %s %j in %s', (product, symbol, coin) => {
    expect(url(product, symbol, coin)).toBeNull();
  });

  it('is unknown for a demo account', () => {
    expect(contractUrl('USDT-FUTURES', { symbol: 'BTCUSDT', coin: 'USDT' }, true)).toBeNull();
  });

  it("is on Bitget's host and in its folder, whatever the symbol", () => {
    const piece = fc.constantFrom('/', '..', '?', '#', '%2e', '@', '\\', ':', ' ', '\n', 'BTC', 'USDT', 'PERP', 'É');
    const symbol = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PRODUCT_TYPES, 'UNIFIED' as const), symbol, symbol, (product, symbol, coin) => {
        const address = url(product, symbol, coin);
        if (address === null) return;
        const { origin, pathname, search, hash } = new URL(address);
        expect({ origin, search, hash }).toEqual({ origin: 'https://www.bitget.com', search: '', hash: '' });
        expect(pathname).toMatch(/^\/futures\/usd[tc]\/[A-Z0-9]+$/);
        expect(pathname.endsWith(symbol)).toBe(true);
      }),
    );
  });
});
