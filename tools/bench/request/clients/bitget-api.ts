import { RestClientV2 } from 'bitget-api';
import { type Client, CREDENTIALS } from './client.ts';

export async function open(baseUrl: string): Promise<Client> {
  const { apiKey, secret: apiSecret, passphrase: apiPass } = CREDENTIALS;
  const client = new RestClientV2({ apiKey, apiSecret, apiPass, baseUrl });
  return () => client.getFuturesAccountAssets({ productType: 'USDT-FUTURES' });
}
