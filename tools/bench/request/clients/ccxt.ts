import ccxt from 'ccxt';
import { type Client, CREDENTIALS } from './client.ts';

export async function open(origin: string): Promise<Client> {
  const { apiKey, secret, passphrase: password } = CREDENTIALS;
  const exchange = new ccxt.bitget({ apiKey, secret, password, enableRateLimit: false });
  exchange.urls.api = Object.fromEntries(Object.keys(exchange.urls.api as object).map((name) => [name, origin]));
  const params = { productType: 'USDT-FUTURES' };
  return () => exchange.privateMixGetV2MixAccountAccounts(params);
}
