import { Agent } from 'node:https';
import { RestClientV2, RestClientV3 } from 'bitget-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from './server/server.ts';
import { classic, unified } from './testing/accounts.ts';
import type { Credentials } from './testing/raw-client.ts';

// An independent client with its own signing must accept the simulator.
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified] });
});
afterEach(() => simulator.close());

function settings({ apiKey, secret, passphrase }: Credentials, demoTrading = false) {
  const options = { apiKey, apiSecret: secret, apiPass: passphrase, demoTrading };
  const httpsAgent = new Agent({ ca: simulator.certificate.pem });
  return [{ ...options, baseUrl: simulator.origin }, { httpsAgent }] as const;
}

const classicClient = (credentials: Credentials = classic, demo = false) =>
  new RestClientV2(...settings(credentials, demo));
const unifiedClient = (credentials: Credentials = unified) => new RestClientV3(...settings(credentials));

describe('a third-party client reads', () => {
  it('the time', async () => {
    const { data } = await classicClient().getServerTime();
    expect(Math.abs(Number(data.serverTime) - Date.now())).toBeLessThan(10_000);
  });

  it('a classic account', async () => {
    const client = classicClient();
    const { data } = await client.getFuturesAccountAssets({ productType: 'USDT-FUTURES' });
    expect(data).toEqual(classic.accounts?.['USDT-FUTURES']);
    const held = await client.getFuturesPositions({ productType: 'COIN-FUTURES', marginCoin: 'ETH' });
    expect(held.data).toMatchObject([{ symbol: 'ETHUSD', marginMode: 'isolated' }]);
    const info = await client.getSpotAccount();
    expect(info.data).toMatchObject({ userId: '1', authorities: ['coor', 'stor'] });
  });

  it('a unified account', async () => {
    const client = unifiedClient();
    expect((await client.getBalances()).data).toEqual(unified.assets);
    expect((await client.getAccountInfo()).data.permType).toBe('read-only');
    const held = await client.getCurrentPosition({ category: 'USDT-FUTURES' });
    expect(held.data.list).toMatchObject([{ symbol: 'BTCUSDT', posSide: 'long' }]);
  });

  it('a demo-trading account', async () => {
    simulator.account('bg_classic').demo = true;
    const { data } = await classicClient(classic, true).getFuturesAccountAssets({
      productType: 'USDT-FUTURES',
    });
    expect(data).toHaveLength(1);
  });
});

describe('a third-party client is refused', () => {
  const read = (client: RestClientV2) => client.getFuturesAccountAssets({ productType: 'USDT-FUTURES' });
  const refusal = (code: string) => ({ code: 400, body: { code, data: null } });

  it('for a wrong secret', async () => {
    const client = classicClient({ ...classic, secret: 'wrong' });
    await expect(read(client)).rejects.toMatchObject(refusal('40009'));
  });

  it('for a wrong passphrase', async () => {
    const client = classicClient({ ...classic, passphrase: 'wrong' });
    await expect(read(client)).rejects.toMatchObject(refusal('40012'));
  });

  it('for an unknown key', async () => {
    const client = classicClient({ ...classic, apiKey: 'bg_nobody' });
    await expect(read(client)).rejects.toMatchObject(refusal('40037'));
  });

  it('for a wrong clock, fast or slow', async () => {
    simulator.moveClock(60_000);
    await expect(read(classicClient())).rejects.toMatchObject(refusal('40008'));
    simulator.moveClock(-60_000);
    await expect(read(classicClient())).rejects.toMatchObject(refusal('40008'));
  });

  it('for an account of the other family', async () => {
    await expect(read(classicClient(unified))).rejects.toMatchObject(refusal('40085'));
    await expect(unifiedClient(classic).getBalances()).rejects.toMatchObject(refusal('40084'));
  });
});
