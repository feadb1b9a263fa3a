import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestTarget } from './endpoints.ts';
import { buildPrehash, importSigningKey, sign } from './sign.ts';

describe('S6: signing', () => {
  it.each([
    [
      'my-secret-key',
      '16273667805456GET/api/mix/v2/market/depth?limit=20&symbol=BTCUSDT',
      'tNUl4JCL3LETCzQ2nUaKDwhGFa82/EJVaESR7d9rTSE=',
    ],
    [
      'my-secret-key',
      '1659076670000GET/api/v2/mix/account/accounts?productType=USDT-FUTURES',
      'qqc0DUh1FtrxD1Gs7A7d+ebCeu47O6qizShkXNxhql0=',
    ],
    [
      'my-secret-key',
      '1659076670000GET/api/v2/mix/account/account?marginCoin=USDT&productType=USDT-FUTURES&symbol=BTCUSDT',
      'c5nOaa6xChlpCuWRIUlAeoMyfryY6GCO40uYlQuq0/E=',
    ],
    ['my-secret-key', '1659076670000GET/api/v3/account/assets', 'z8kZ4UDn5lI9UjjmrxbcA0nL4s/iNrrTuVFTvP+Z3Q0='],
    [
      'sécret-キー',
      '1659076670000GET/api/v2/mix/account/accounts?productType=USDT-FUTURES',
      '4WqPXvc/XP10izB2mwDCtEQvoWdKXHDUAFYFtqdYUlI=',
    ],
  ])('signs with %s: %s', async (secret, text, signature) => {
    expect(await sign(await importSigningKey(secret), text)).toBe(signature);
  });

  it('equals the HMAC of Node in 1,000 random cases', async () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(secret, fc.string({ unit: 'grapheme' }), async (key, text) => {
        const theirs = createHmac('sha256', key).update(text).digest('base64');
        expect(await sign(await importSigningKey(key), text)).toBe(theirs);
      }),
      { numRuns: 1000 },
    );
  });

  it('imports keys that can sign and never be read (S2)', async () => {
    const key = await importSigningKey('my-secret-key');
    expect({ extractable: key.extractable, usages: key.usages }).toEqual({ extractable: false, usages: ['sign'] });
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('covers the timestamp, method, path and query as sent', () => {
    expect(buildPrehash(1659076670000, '/api/v3/account/assets')).toBe('1659076670000GET/api/v3/account/assets');
  });
});

describe('the target of a request', () => {
  const endpoint = { path: '/api/v2/mix/account/account', perSecond: 10 };

  it('has the keys of its query in ascending order', () => {
    const query = { symbol: 'BTCUSDT', productType: 'USDT-FUTURES', marginCoin: 'USDT' };
    expect(requestTarget({ endpoint, query })).toBe(
      '/api/v2/mix/account/account?marginCoin=USDT&productType=USDT-FUTURES&symbol=BTCUSDT',
    );
  });

  it('has no question mark without a query', () => {
    expect(requestTarget({ endpoint, query: {} })).toBe('/api/v2/mix/account/account');
  });

  it('is unchanged by URL parsing for any values', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,8}$/), fc.string()), (query) => {
        const target = requestTarget({ endpoint, query });
        const url = new URL(`https://api.bitget.com${target}`);
        expect(url.pathname + url.search).toBe(target);
      }),
    );
  });
});
