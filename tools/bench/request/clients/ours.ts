import { type Network, sendRequest } from '../../../../lib/bitget/http/client.ts';
import { accountListRequest } from '../../../../lib/bitget/http/endpoints.ts';
import { HOST } from '../../../../lib/bitget/http/host.ts';
import { importSigningKey } from '../../../../lib/bitget/http/sign.ts';
import { parseMarginAccounts } from '../../../../lib/bitget/parse/margin-accounts.ts';
import { clock } from '../../../../lib/browser/api/clock.ts';
import { type Client, CREDENTIALS } from './client.ts';

/** The product's own code: it signs, reads a bounded body, opens the envelope and parses margin accounts. */
export async function open(origin: string): Promise<Client> {
  const { apiKey, passphrase, secret } = CREDENTIALS;
  const caller = {
    credentials: { apiKey, passphrase, signing: await importSigningKey(secret) },
    demo: false,
    clockOffset: 0,
  };
  const net: Network = {
    fetch: (input, init) => fetch(String(input).replace(HOST, origin), init),
    clock,
    deadline: AbortSignal.timeout(60_000),
  };
  return async () => {
    const result = await sendRequest(accountListRequest('USDT-FUTURES'), caller, net);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return parseMarginAccounts(result.value, 'USDT-FUTURES');
  };
}
