import { ask, type Net } from '../../../../lib/bitget/http/client.ts';
import { accountList } from '../../../../lib/bitget/http/endpoints.ts';
import { HOST } from '../../../../lib/bitget/http/host.ts';
import { signingKey } from '../../../../lib/bitget/http/sign.ts';
import { parseAccounts } from '../../../../lib/bitget/parse/margin-accounts.ts';
import { clock } from '../../../../lib/browser/api/clock.ts';
import { type Client, CREDENTIALS } from './client.ts';

/** The product's own way: signed, read within bounds, opened and parsed to margin accounts. */
export async function open(origin: string): Promise<Client> {
  const { apiKey, passphrase, secret } = CREDENTIALS;
  const caller = {
    credentials: { apiKey, passphrase, signing: await signingKey(secret) },
    demo: false,
    clockOffset: 0,
  };
  const net: Net = {
    fetch: (input, init) => fetch(String(input).replace(HOST, origin), init),
    clock,
    deadline: AbortSignal.timeout(60_000),
  };
  return async () => {
    const answer = await ask(accountList('USDT-FUTURES'), caller, net);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return parseAccounts(answer.value, 'USDT-FUTURES');
  };
}
