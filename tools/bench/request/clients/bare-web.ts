import { importSigningKey, sign } from '../../../../lib/bitget/http/sign.ts';
import { type Client, CREDENTIALS } from './client.ts';

/** The limit for a browser, whose own HMAC is Web Crypto's: a signed `fetch`, and nothing done with what comes. */
export async function open(origin: string): Promise<Client> {
  const target = '/api/v2/mix/account/accounts?productType=USDT-FUTURES';
  const { apiKey, secret, passphrase } = CREDENTIALS;
  const key = await importSigningKey(secret);
  return async () => {
    const timestamp = String(Date.now());
    const headers = {
      'ACCESS-KEY': apiKey,
      'ACCESS-SIGN': await sign(key, `${timestamp}GET${target}`),
      'ACCESS-TIMESTAMP': timestamp,
      'ACCESS-PASSPHRASE': passphrase,
      locale: 'en-US',
    };
    const response = await fetch(origin + target, { headers });
    return await response.json();
  };
}
