import { describe, expect, it } from 'vitest';
import { createInProcessExchange } from './in-process.ts';

const URL_OF_TIME = 'https://api.bitget.com/api/v2/public/time';

describe('an exchange in the same process', () => {
  it('answers and logs as it does over a socket', async () => {
    const exchange = createInProcessExchange({ now: () => 1_700_000_000_000 });
    const response = await exchange.fetch(URL_OF_TIME, { headers: { locale: 'en-US' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('date')).toBe('Tue, 14 Nov 2023 22:13:20 GMT');
    expect(await response.json()).toMatchObject({ code: '00000', data: { serverTime: '1700000000000' } });
    expect(exchange.log).toMatchObject([{ path: '/api/v2/public/time', host: 'api.bitget.com', status: 200 }]);
    expect(exchange.isOpen()).toBe(false);
    expect(exchange.isInTransit()).toBe(false);
  });

  it('refuses a key that it does not know', async () => {
    const exchange = createInProcessExchange();
    const response = await exchange.fetch(
      'https://api.bitget.com/api/v2/mix/account/accounts?productType=USDT-FUTURES',
    );
    expect(await response.json()).toMatchObject({ code: '40001' });
  });

  it('rejects as fetch does when the connection is reset, or a redirect is not to be followed', async () => {
    const exchange = createInProcessExchange();
    exchange.fault({}, { kind: 'redirect', to: 'https://evil.example/' });
    await expect(exchange.fetch(URL_OF_TIME, { redirect: 'error' })).rejects.toBeInstanceOf(TypeError);
    exchange.fault({}, { kind: 'reset' });
    await expect(exchange.fetch(URL_OF_TIME)).rejects.toBeInstanceOf(TypeError);
  });

  it('rejects with the reason of its signal, before the headers and in the body', async () => {
    const exchange = createInProcessExchange();
    const undo = exchange.fault({}, { kind: 'silence' });
    const silent = new AbortController();
    const pending = exchange.fetch(URL_OF_TIME, { signal: silent.signal });
    silent.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    undo();
    exchange.fault({}, { kind: 'drip' });
    const dripping = new AbortController();
    const response = await exchange.fetch(URL_OF_TIME, { signal: dripping.signal });
    const text = response.text();
    dripping.abort();
    await expect(text).rejects.toMatchObject({ name: 'AbortError' });
  });
});
