import { importSigningKey, sign } from '../../../../lib/bitget/http/sign.ts';
import { type Client, CREDENTIALS } from './client.ts';

/** The lower limit in a browser: a `fetch` signed with Web Crypto, and a response that is parsed but not read. */
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
