import { createHmac } from 'node:crypto';
import { type Client, CREDENTIALS } from './client.ts';

/** The lower limit: a signed `fetch`, and a response that is parsed but not read. */
export async function open(origin: string): Promise<Client> {
  const target = '/api/v2/mix/account/accounts?productType=USDT-FUTURES';
  const { apiKey, secret, passphrase } = CREDENTIALS;
  return async () => {
    const timestamp = String(Date.now());
    const headers = {
      'ACCESS-KEY': apiKey,
      'ACCESS-SIGN': createHmac('sha256', secret).update(`${timestamp}GET${target}`).digest('base64'),
      'ACCESS-TIMESTAMP': timestamp,
      'ACCESS-PASSPHRASE': passphrase,
      locale: 'en-US',
    };
    const response = await fetch(origin + target, { headers });
    return await response.json();
  };
}
